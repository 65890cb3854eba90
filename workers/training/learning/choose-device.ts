import type { DeviceChoice, DeviceKind } from '../../../src/domain/model.ts';
import type { Run } from '../batches/runs.ts';
import type { Learner } from './learner.ts';

/** A place where a training can run. */
export interface Candidate {
  readonly kind: DeviceKind;
  /** A program on the CPU that stands in for a GPU: slower than the CPU by itself. */
  readonly software: boolean;
  /** Opens the training's graphs there. */
  readonly open: () => Promise<Learner>;
}

/** Where it runs, and what was found out about it. */
export interface Chosen {
  readonly learner: Learner;
  readonly kind: DeviceKind;
  readonly reason: string;
  readonly timed: { device: DeviceKind; seconds: number }[];
}

interface Trial {
  readonly kind: DeviceKind;
  readonly learner: Learner;
  readonly seconds: number;
  readonly loss: number;
}

/** How far apart two devices' losses of the same rows may lie, relatively. */
const tolerance = 0.01;

const names: Record<DeviceKind, string> = { wasm: 'the CPU', webgpu: 'WebGPU' };

/**
 * Opens a training where it is wanted; "auto" takes the gradient of the same rows on each device, twice since
 * kernels are compiled the first time, and chooses the faster one of those that agree.
 * @param candidates the CPU first
 * @throws what opening throws where there is no other device
 */
export async function chooseDevice(
  candidates: readonly Candidate[],
  wanted: DeviceChoice,
  run: Run,
): Promise<Chosen> {
  const allowed = candidates.filter(({ kind, software }) =>
    wanted === 'auto' ? !software : kind === wanted,
  );
  const [only, ...others] = allowed.length > 0 ? allowed : candidates.slice(0, 1);
  if (!only) throw new RangeError('no device');
  if (others.length === 0) {
    const reason =
      wanted === only.kind
        ? `You chose ${names[only.kind]}.`
        : `Only ${names[only.kind]} can train here.`;
    return { learner: await only.open(), kind: only.kind, reason, timed: [] };
  }
  const trials: Trial[] = [];
  const faults: string[] = [];
  for (const { kind, open } of allowed) {
    try {
      trials.push(await timed(kind, await open(), run));
    } catch (thrown) {
      faults.push(`${names[kind]} failed (${thrown instanceof Error ? thrown.message : thrown})`);
    }
  }
  return choose(trials, faults);
}

async function timed(kind: DeviceKind, learner: Learner, run: Run): Promise<Trial> {
  try {
    await learner.probe(run);
    const start = performance.now();
    const { loss } = await learner.probe(run);
    return { kind, learner, seconds: (performance.now() - start) / 1000, loss };
  } catch (thrown) {
    await learner.release().catch(() => undefined);
    throw thrown;
  }
}

async function choose(trials: readonly Trial[], faults: string[]): Promise<Chosen> {
  const [first, ...others] = trials;
  if (!first) throw new Error(`no device trains: ${faults.join('; ')}`);
  let best = first;
  for (const trial of others) {
    const agrees = Math.abs(trial.loss - first.loss) <= tolerance * Math.abs(first.loss);
    if (!agrees)
      faults.push(`${names[trial.kind]} gave a loss of ${trial.loss}, not ${first.loss}`);
    else if (trial.seconds < best.seconds) best = trial;
  }
  for (const { learner } of trials) if (learner !== best.learner) await learner.release();
  const compared = trials.map(({ kind, seconds }) => `${names[kind]} ${seconds.toPrecision(2)} s`);
  const reason = [`A step took on ${compared.join(', on ')}`, ...faults].join('; ');
  return {
    learner: best.learner,
    kind: best.kind,
    reason: `${reason}.`,
    timed: trials.map(({ kind, seconds }) => ({ device: kind, seconds })),
  };
}
