import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Trained, TrainingEvent, TrainingRequest } from '../protocol.ts';
import { storedTrainings, TrainingDesk } from './desk.ts';
import type { TrainingGround } from './ground.ts';
import { diskFolder } from './testing/disk-folder.ts';
import { nodeGround } from './testing/node-ground.ts';
import { tinyDpo, tinySft } from './testing/requests.ts';

let path: string;
beforeEach(async () => void (path = await mkdtemp(join(tmpdir(), 'training-'))));
afterEach(() => rm(path, { recursive: true }));

/** Trains on a ground; `hear` sees every event. */
async function train(
  ground: TrainingGround,
  request: TrainingRequest,
  hear: (event: TrainingEvent, desk: TrainingDesk, stop: AbortController) => void = () => undefined,
) {
  const desk = new TrainingDesk(() => Promise.resolve(ground));
  const stop = new AbortController();
  const events: TrainingEvent[] = [];
  const done = desk.train(request, {
    signal: stop.signal,
    tell: (event) => {
      events.push(event);
      hear(event, desk, stop);
    },
  });
  return { desk, events, done };
}
const fresh = (name: string) => nodeGround(diskFolder(join(path, name)));
const stepsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.kind === 'step' ? [event.point.step] : []));

/** All that must not depend on how often a training was interrupted. */
const outcome = ({ file, curve }: Trained) => ({ id: file.id, curve });

describe.each([
  ['sft', tinySft()],
  ['sft on all weights', tinySft({ trained: { kind: 'all' }, learningRate: 0.003 })],
  ['dpo', tinyDpo()],
])('%s', (_, request) => {
  it('learns, and tells of it', async () => {
    const { events, done } = await train(fresh('a'), request);
    const { curve } = await done;
    const [first, last] = [curve.steps[0], curve.steps.at(-1)];
    // a pass has three steps: the same rows
    const sum = (from: number) =>
      curve.steps.slice(from, from + 3).reduce((total, { loss }) => total + loss, 0);
    expect(sum(9)).toBeLessThan(0.97 * sum(0));
    expect(stepsOf(events)).toEqual(curve.steps.map(({ step }) => step));
    expect(curve.steps.length).toBe(12);
    expect(curve.validation.map(({ step }) => step)).toEqual([0, 5, 10, 12]);
    if (request.settings.method === 'dpo') {
      expect(first?.margin).toBeCloseTo(0, 5);
      expect(first?.loss).toBeCloseTo(Math.log(2), 5);
      expect(last?.margin).toBeGreaterThan(0);
    }
  });

  it('comes to the same weights and curve, however often it is cut off', async () => {
    const undisturbed = await (await train(fresh('a'), request)).done;
    const folder = diskFolder(join(path, 'b'));
    // twice the power goes: what is under way never answers again
    for (const lastStep of [3, 8]) {
      let reached: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => (reached = resolve));
      const ground = nodeGround(folder);
      let dead = false;
      const dying: TrainingGround = {
        ...ground,
        turn: (work) => (dead ? new Promise(() => undefined) : ground.turn(work)),
      };
      await train(dying, request, (event) => {
        if (event.kind !== 'checkpoint' || event.step < lastStep) return;
        dead = true;
        reached();
      });
      await gone;
      expect((await storedTrainings(folder))[0]).toMatchObject({ step: lastStep, steps: 12 });
    }
    const { events, done } = await train(nodeGround(folder), request);
    expect(outcome(await done)).toEqual(outcome(undisturbed));
    expect(stepsOf(events)).toEqual([9, 10, 11, 12]);
    expect(events[0]).toMatchObject({ kind: 'begun', done: 8 });
  });
});

describe('a training', () => {
  it('is the same in small runs as at once, but for rounding', async () => {
    const whole = await (await train(fresh('a'), tinySft())).done;
    const short = { ...fresh('b'), allowed: 1 };
    const plan = await new TrainingDesk(() => Promise.resolve(short)).plan({
      settings: tinySft().settings,
      lengths: { training: [20, 30, 40, 65], validation: [] },
    });
    expect(plan).toMatchObject({ rowsAtOnce: 1, leftOut: [{ row: 3, tokens: 65, most: 64 }] });
    expect(plan.buckets).toHaveLength(1);
    await expect((await train(short, tinySft())).done).rejects.toMatchObject({
      code: 'memory-short',
    });
    expect(whole.curve.steps).toHaveLength(12);
  });

  it('waits, goes on, and stops, keeping what it has', async () => {
    const ground = fresh('a');
    let resumed = false;
    const { events, done } = await train(ground, tinySft(), (event, desk, stop) => {
      if (event.kind === 'step' && event.point.step === 2) desk.pause('tiny');
      if (event.kind === 'paused') {
        setTimeout(() => {
          resumed = true;
          desk.resume('tiny');
        }, 20);
      }
      if (event.kind === 'step' && event.point.step === 3) expect(resumed).toBe(true);
      if (event.kind === 'step' && event.point.step === 5) stop.abort();
    });
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
    expect(events).toContainEqual({ kind: 'paused', step: 2 });
    expect(events).toContainEqual({ kind: 'resumed', step: 2 });
    expect(await storedTrainings(ground.folder)).toMatchObject([{ id: 'tiny', step: 5 }]);
    const after = await train(ground, tinySft());
    const undisturbed = await train(fresh('b'), tinySft());
    expect(outcome(await after.done)).toEqual(outcome(await undisturbed.done));
  });

  it('stops where a step comes to no number, naming step and rows, and keeps what was good', async () => {
    const ground = fresh('a');
    const wild = tinySft({
      learningRate: 1e30,
      warmup: 0,
      clipNorm: 0,
      weightDecay: 0,
      trained: { kind: 'all' },
    });
    const { events, done } = await train(ground, wild);
    const problem = await done.catch((thrown: unknown) => thrown);
    const told = events.find((event) => event.kind === 'diverged');
    expect(told).toMatchObject({ step: 2 });
    expect(problem).toMatchObject({ code: 'training-diverged' });
    const rows = told?.kind === 'diverged' ? told.rows.map((row) => row + 1) : [];
    expect((problem as Error).message).toContain(`Step 2 came to no finite number`);
    expect((problem as Error).message).toContain(rows.sort((a, b) => a - b).join(', '));
    expect(await storedTrainings(ground.folder)).toMatchObject([{ step: 1 }]);
  });

  it('goes on from its last checkpoint when a session breaks', async () => {
    const undisturbed = await (await train(fresh('a'), tinySft())).done;
    const ground = fresh('b');
    let runs = 0;
    const breaking: TrainingGround = {
      ...ground,
      checkpointPause: 60_000,
      devices: ground.devices.map((device) => ({
        ...device,
        open: async (...graph) => {
          const session = await device.open(...graph);
          const run = session.run.bind(session) as (...input: unknown[]) => Promise<never>;
          session.run = (...input: unknown[]) => {
            if (++runs === 9) throw new Error('struck by lightning');
            return run(...input);
          };
          return session;
        },
      })),
    };
    const { events, done } = await train(breaking, tinySft());
    expect(outcome(await done)).toEqual(outcome(undisturbed));
    expect(events).toContainEqual({ kind: 'rewound', step: 0, reason: 'struck by lightning' });
  });

  it('gives what it came to when it is asked for again, and trains anew where that is gone', async () => {
    const ground = fresh('a');
    const first = await (await train(ground, tinySft())).done;
    const again = await train(ground, tinySft());
    expect(await again.done).toEqual(first);
    expect(stepsOf(again.events)).toEqual([]);
    expect(await storedTrainings(ground.folder)).toEqual([]);
    await ground.folder.remove(first.file.id);
    expect(outcome(await (await train(ground, tinySft())).done)).toEqual(outcome(first));
  });

  it('refuses what it cannot learn from, naming the row', async () => {
    const good = tinySft();
    if (good.rows.method !== 'sft') throw new Error('sft');
    const rows = (text: { tokens: number[]; learnt: [number, number][] }) => ({
      ...good,
      rows: {
        method: 'sft' as const,
        training: [{ tokens: [1, 2], learnt: [[1, 2]] as [number, number][] }, text],
        validation: [],
      },
    });
    const faulty: [Parameters<typeof rows>[0], RegExp, string][] = [
      [{ tokens: [1, 2], learnt: [] }, /Row 2 has nothing to be learnt/, 'bad-input'],
      [{ tokens: [1, 64], learnt: [[1, 2]] }, /Row 2 has token 64/, 'bad-input'],
      [{ tokens: [1, 2], learnt: [[0, 2]] }, /Row 2 marks tokens/, 'bad-input'],
      [{ tokens: [1, 2], learnt: [[1, 3]] }, /Row 2 marks tokens/, 'bad-input'],
      [
        { tokens: new Array<number>(65).fill(1), learnt: [[1, 2]] },
        /Row 2 has 65 tokens/,
        'context-exceeded',
      ],
    ];
    for (const [text, message, code] of faulty)
      await expect((await train(fresh('a'), rows(text))).done).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
    const modules = { kind: 'adapter' as const, rank: 2, alpha: 2, modules: ['o_proj'] };
    await expect((await train(fresh('a'), tinySft({ trained: modules }))).done).rejects.toThrow(
      /no layers called o_proj/,
    );
  });

  it('refuses to go on with another one’s checkpoint, and to train two at a time', async () => {
    const ground = fresh('a');
    const { desk, done } = await train(ground, tinySft());
    await expect(
      desk.train(tinySft(), { signal: new AbortController().signal, tell: () => undefined }),
    ).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('under way') });
    await done;
    await expect((await train(ground, tinySft({ seed: 8 }))).done).rejects.toThrow(
      /of another training/,
    );
  });
});
