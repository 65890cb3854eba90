import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedTrainings } from './desk.ts';
import type { TrainingGround } from './ground.ts';
import { diskFolder } from './testing/disk-folder.ts';
import { nodeGround } from './testing/node-ground.ts';
import { tinyDpo, tinySft } from './testing/requests.ts';
import { outcome, stepsOf, train } from './testing/train.ts';

let path: string;
beforeEach(async () => void (path = await mkdtemp(join(tmpdir(), 'training-'))));
afterEach(() => rm(path, { recursive: true }));
const fresh = (name: string) => nodeGround(diskFolder(join(path, name)));

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
