import { afterEach, describe, expect, it } from 'vitest';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import { patience } from '../../src/engine/watchdog.ts';
import { WorkerLine } from '../../src/engine/worker-line.ts';
import { Problem } from '../../src/domain/problem.ts';
import {
  liveAdapter,
  type Trained,
  type TrainingEvent,
  type TrainingRequest,
} from '../protocol.ts';
import { tinySft } from './testing/requests.ts';

const ended = new Problem({ code: 'cancelled', message: 'ended', remedy: '' });
const lines: WorkerLine[] = [];
afterEach(() => lines.splice(0).forEach((line) => line.close(ended)));

/** A worker with the smaller bundled model in it, as the page has one. */
async function start(): Promise<WorkerLine> {
  const url = new URL('./testing/model.test-worker.ts', import.meta.url);
  const line = new WorkerLine({
    worker: new Worker(url, { type: 'module' }),
    name: 'model',
    base: `${location.origin}/`,
    patience,
    onEnd: () => undefined,
  });
  lines.push(line);
  await line.call('load', { model: 'lab-base-2m', precision: 'fp32', device: 'wasm' });
  return line;
}

const settings = { ...tinySft().settings, epochs: 3, learningRate: 0.01 };
const request = (id: string): TrainingRequest => ({ ...tinySft(), id, settings });
const job = (adapter?: string) => ({
  promptTokens: [5, 80, 300, 41, 7],
  decoding: { ...defaultDecoding, temperature: 0, maxNewTokens: 12 },
  key: 'k',
  adapter,
});
const stepsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.kind === 'step' ? [event.point.step] : []));
/** Trains; `hear` sees every event. */
function train(
  line: WorkerLine,
  id: string,
  hear: (event: TrainingEvent) => void = () => undefined,
): { events: TrainingEvent[]; done: Promise<Trained> } {
  const events: TrainingEvent[] = [];
  const onEvent = (event: TrainingEvent) => {
    events.push(event);
    hear(event);
  };
  return { events, done: line.call('train', request(id), { onEvent }) };
}

describe('training in a worker', { timeout: 300_000 }, () => {
  it('survives the worker’s end: same weights, no gap; answers with and without what it learnt', async () => {
    let line = await start();
    for (const id of ['whole', 'cut']) await line.call('discardTraining', { id });
    const plain = await line.call('generate', job());
    const whole = train(line, 'whole');
    const undisturbed = await whole.done;
    await line.call('removeAdapter', { id: undisturbed.file.id });

    // held up after two steps, which keeps them; let go on, and struck down in the middle of the next ones
    let gone: () => void = () => undefined;
    const struck = new Promise<void>((resolve) => (gone = resolve));
    const cut = train(line, 'cut', (event) => {
      if (event.kind === 'step' && event.point.step === 2)
        void line.call('pauseTraining', { id: 'cut' });
      if (event.kind === 'paused') void line.call('resumeTraining', { id: 'cut' });
      if (event.kind === 'step' && event.point.step === 5) gone();
    });
    cut.done.catch(() => undefined);
    await struck;
    line.close(ended);
    await expect(cut.done).rejects.toMatchObject({ code: 'cancelled' });
    const saved = cut.events.findLast((event) => event.kind === 'checkpoint')?.step ?? 0;
    expect(saved).toBeGreaterThanOrEqual(2);

    line = await start();
    const stored = await line.call('storedTrainings', {});
    const left = stored.find(({ id }) => id === 'cut');
    // the worker may have been at a later one when it was ended
    expect(left?.step).toBeGreaterThanOrEqual(saved);
    const untaken = await line.call('generate', job(liveAdapter('cut')));
    expect(untaken.tokens).toHaveLength(12);
    const rest = train(line, 'cut');
    const after = await rest.done;
    expect(stepsOf(rest.events)[0]).toBe((left?.step ?? NaN) + 1);
    expect(after.curve).toEqual(undisturbed.curve);
    expect(after.curve.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(after.file).toEqual(undisturbed.file);
    expect(await line.call('listAdapters', {})).toContain(after.file.id);

    // the base is what it was, to the last bit, and the adapter is none of it
    const adapted = await line.call('generate', job(after.file.id));
    const again = await line.call('generate', job());
    expect(again.tokens).toEqual(plain.tokens);
    expect(again.logProbabilities).toEqual(plain.logProbabilities);
    expect(adapted.logProbabilities).not.toEqual(plain.logProbabilities);
    const live = await line.call('generate', job(liveAdapter('cut')));
    expect(live.logProbabilities).toEqual(adapted.logProbabilities);
    await line.call('removeAdapter', { id: after.file.id });
    await line.call('discardTraining', { id: 'cut' });
    await expect(line.call('generate', job(liveAdapter('cut')))).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});
