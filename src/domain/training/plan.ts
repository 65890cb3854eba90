import type { DeviceKind } from '../model.ts';
import type { AdapterSite } from './adapter.ts';

/** What a training will be and take, told before it begins. */
export interface TrainingPlan {
  /** Optimizer steps in all. */
  steps: number;
  /** Steps of one pass over the rows. */
  stepsPerEpoch: number;
  /** Numbers that move. */
  parameters: number;
  /** Projections that get factors; none where all weights move. */
  sites: AdapterSite[];
  /** Names of the settings' modules that this model has nowhere. */
  missing: string[];
  /** Lengths that rows are filled up to, in tokens, ascending. */
  buckets: number[];
  /** Rows (dpo: texts) that go through the model at once; the steps' others follow one after the other. */
  rowsAtOnce: number;
  /** By estimate: what the training takes at its height, and what may be taken. */
  bytes: number;
  allowed: number;
  /** Where it can run; which one is faster is timed when it begins. */
  devices: DeviceKind[];
  /** Rows that are too long for the settings or the model, from 0, and how long they are. */
  leftOut: { row: number; tokens: number; most: number }[];
}
