import type { DeviceChoice, DeviceReport, Precision } from '../../src/domain/model.ts';
import type { Decoder } from './decoder.ts';
import { spread, type Probe } from './self-test.ts';
import type { DecoderFiles } from './sessions.ts';

/** What is to be opened, and where the reader wants it. */
export interface Opening {
  files: DecoderFiles;
  precision: Precision;
  vocabularySize: number;
  requested: DeviceChoice;
  /** Told of each stage before it starts. */
  tell: (stage: 'session' | 'self-test', subject: string) => void;
}

/** A decoder that passed its self-test. */
export interface Opened {
  decoder: Decoder;
  /** Its logits of the self-test. */
  rows: Probe;
  report: Omit<DeviceReport, 'path'>;
  /** The device it runs on; null is wasm. */
  device: GPUDevice | null;
  /** Whether the device was asked for with the runtime's subgroup kernels. */
  subgroups: boolean;
}

/** A decoder, or why there is none, in words that fit into a sentence. */
export type Attempt = { opened: Opened } | { fault: string };

/**
 * How far logits may lie from wasm's, in standard deviations of the logits. In 4 bits some kernels
 * round activations too, so more is allowed.
 */
const allowance: Record<Precision, number> = { fp32: 0.01, q4: 0.1 };

/** How far a logit may lie from wasm's, in logits. */
export function tolerance({ precision }: Opening, expected: Probe): number {
  return allowance[precision] * spread(expected);
}
