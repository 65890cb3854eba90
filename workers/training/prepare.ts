import type { DeviceKind } from '../../src/domain/model.ts';
import { stepCount, stepsPerEpoch } from '../../src/domain/training/course.ts';
import type { TrainingPlan } from '../../src/domain/training/plan.ts';
import type { TrainingSettings } from '../../src/domain/training/settings.ts';
import type { LinearSite } from '../../src/onnx/importing/hooks.ts';
import type { StepShape } from '../../src/onnx/training/learnt-rows.ts';
import type { Method } from '../../src/onnx/training/method.ts';
import { trainedLength, type Trained } from '../../src/onnx/training/trained.ts';
import type { TrainingBase } from './base.ts';
import { layOut, shapeOf, type Extent, type Layout } from './batches/layout.ts';
import { estimate } from './memory.ts';
import { noSuchModules } from './problems.ts';

/** What follows from base, settings and the rows' lengths: all that a training's graphs depend on. */
export interface Prepared {
  readonly trained: Trained;
  readonly method: Method;
  readonly layout: Layout;
  /** By the number of a bucket. */
  readonly shapes: readonly StepShape[];
  /** Whether blocks are worked out twice, to save memory. */
  readonly recompute: boolean;
  readonly plan: TrainingPlan;
}

/** Bytes of the logits that are worked out at a time, and of their gradient. */
const mostLogits = 32 * 2 ** 20;

/** Positions of a run, filling included: more make the products no faster. */
const mostPositions = 2048;
const mostBuckets = 3;

/** Whether a layer goes by one of PEFT's target modules: the end of its name. */
const isOf = (module: string) => (site: LinearSite) =>
  site.name === module || site.name.endsWith(`.${module}`);

/**
 * Chooses what is trained.
 * @throws Problem 'bad-input' where the model has none of the modules
 */
function trainedOf(
  { trained }: Pick<TrainingSettings, 'trained'>,
  base: TrainingBase,
): { trained: Trained; missing: string[] } {
  if (trained.kind === 'all')
    return { trained: { kind: 'all', weights: base.weights().specs }, missing: [] };
  const { rank, alpha, modules } = trained;
  const sites = base.sites.filter((site) => modules.some((module) => isOf(module)(site)));
  const missing = modules.filter((module) => !base.sites.some(isOf(module)));
  if (sites.length === 0) {
    const known = base.sites.map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
    throw noSuchModules(missing, [...new Set(known)]);
  }
  return { trained: { kind: 'adapter', sites, rank, scale: alpha / rank }, missing };
}

/** Lengths of a training's rows. */
export interface Extents {
  readonly training: readonly Extent[];
  readonly validation: readonly Extent[];
}

/** What a training may take and where it can run. */
export interface Means {
  /** Bytes. */
  readonly allowed: number;
  readonly devices: readonly DeviceKind[];
}

/**
 * Lays a training out within the memory that there is: fewer graphs and smaller runs where it has to be.
 * Depends on its arguments alone, so that one that goes on is laid out as before.
 * @throws Problem 'bad-input' where there is nothing to train
 */
export function prepare(
  base: TrainingBase,
  settings: TrainingSettings,
  extents: Extents,
  { allowed, devices }: Means,
): Prepared {
  const { trained, missing } = trainedOf(settings, base);
  const chunk = Math.max(16, Math.floor(mostLogits / (4 * base.vocabularySize)));
  const evaluates = extents.validation.length > 0 || settings.method === 'dpo';
  const attempt = (positions: number, buckets: number, recompute = false) => {
    const limits = { positions, buckets };
    const layout = layOut(extents.training, extents.validation, settings, limits);
    const shapes = layout.buckets.map((_, bucket) => shapeOf(layout, bucket, chunk));
    const method: Method =
      settings.method === 'dpo'
        ? { kind: 'dpo', pairs: layout.units, beta: settings.beta }
        : { kind: 'sft' };
    const bytes = estimate(base, { trained, method, shapes, recompute, evaluates });
    return { layout, shapes, method, recompute, bytes };
  };
  let [positions, buckets] = [mostPositions, mostBuckets];
  let found = attempt(positions, buckets);
  // what costs least time first
  while (found.bytes > allowed && (buckets > 1 || found.layout.units > 1)) {
    if (buckets > 1) buckets -= 1;
    else positions /= 2;
    found = attempt(positions, buckets);
  }
  if (found.bytes > allowed) found = attempt(positions, buckets, true);
  const { layout, shapes, method, recompute, bytes } = found;
  const rows = extents.training.length;
  const plan: TrainingPlan = {
    steps: stepCount(rows, settings),
    stepsPerEpoch: stepsPerEpoch(rows, settings),
    parameters: trainedLength(trained),
    sites: trained.kind === 'adapter' ? [...trained.sites] : [],
    missing,
    buckets: layout.buckets.map(({ length }) => length),
    rowsAtOnce: layout.units * layout.texts,
    bytes,
    allowed,
    devices: [...devices],
    leftOut: [],
  };
  return { trained, method, layout, shapes, recompute, plan };
}
