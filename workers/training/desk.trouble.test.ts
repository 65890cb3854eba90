import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedTrainings, TrainingDesk } from './desk.ts';
import type { TrainingGround } from './ground.ts';
import { diskFolder } from './testing/disk-folder.ts';
import { nodeGround } from './testing/node-ground.ts';
import { tinySft } from './testing/requests.ts';
import type { TrainingEvent } from '../protocol.ts';
import { outcome, stepsOf, train } from './testing/train.ts';

let path: string;
beforeEach(async () => void (path = await mkdtemp(join(tmpdir(), 'training-'))));
afterEach(() => rm(path, { recursive: true }));
const fresh = (name: string) => nodeGround(diskFolder(join(path, name)));

describe('a training', () => {
  it('is the same in small runs as at once, but for rounding', async () => {
    const whole = await (await train(fresh('a'), tinySft())).done;
    const planned = (allowed: number) =>
      new TrainingDesk(() => Promise.resolve({ ...fresh('b'), allowed })).plan({
        settings: tinySft().settings,
        lengths: { training: [20, 30, 38, 65], validation: [12] },
      });
    const least = await planned(1);
    expect(least).toMatchObject({ rowsAtOnce: 1, leftOut: [{ row: 3, tokens: 65, most: 64 }] });
    expect(least.buckets).toHaveLength(1);
    expect((await planned(2 ** 31)).rowsAtOnce).toBe(3);
    const { done, events } = await train({ ...fresh('b'), allowed: least.bytes }, tinySft());
    const { curve } = await done;
    const { plan: taken } = events[0] as Extract<TrainingEvent, { kind: 'begun' }>;
    expect(taken.rowsAtOnce).toBeLessThan(3);
    expect(taken.bytes).toBeLessThanOrEqual(least.bytes);
    curve.steps.forEach(({ loss, gradientNorm }, i) => {
      expect(loss).toBeCloseTo(whole.curve.steps[i]?.loss ?? NaN, 4);
      expect(gradientNorm).toBeCloseTo(whole.curve.steps[i]?.gradientNorm ?? NaN, 4);
    });
  });

  it('is refused where there is too little memory, with the numbers', async () => {
    await expect(
      (await train({ ...fresh('a'), allowed: 1 }, tinySft())).done,
    ).rejects.toMatchObject({
      code: 'memory-short',
      message: expect.stringMatching(/take about \d+ MiB; there are 1 MiB/),
    });
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
