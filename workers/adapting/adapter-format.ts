import * as v from 'valibot';
import { Problem } from '../../src/domain/problem.ts';
import type { Adapter } from '../../src/domain/training/adapter.ts';
import type { AdapterShape } from '../../src/onnx/adapters/factors.ts';
import { AdapterFileError } from '../../src/onnx/adapters/files/errors.ts';
import { fromTensors, toTensors } from '../../src/onnx/adapters/files/flat-tensors.ts';
import { fromPeft, toPeft } from '../../src/onnx/adapters/files/peft.ts';
import { readSafetensors, writeSafetensors } from '../../src/onnx/adapters/files/safetensors.ts';
import type { LinearSite } from '../../src/onnx/importing/hooks.ts';
import type { ParameterSpec } from '../../src/onnx/graph/flat.ts';
import type { AdapterScaling } from '../protocol.ts';

/** Weights beside or in place of a model's own, as one flat vector. */
export type OtherWeights =
  | {
      readonly kind: 'adapter';
      readonly shape: AdapterShape;
      readonly values: Float32Array<ArrayBuffer>;
    }
  | { readonly kind: 'all'; readonly values: Float32Array<ArrayBuffer> };

/** What a model has, for files to be checked against. */
export interface KnownLayers {
  readonly sites: readonly LinearSite[];
  readonly specs: () => readonly ParameterSpec[];
}

/** What our files say of themselves; PEFT reads the format alone. */
const number = v.pipe(v.string(), v.transform(Number), v.finite());
const Metadata = v.variant('kind', [
  v.object({ kind: v.literal('adapter'), rank: number, alpha: number }),
  v.object({ kind: v.literal('all') }),
]);

/** Weights in words of an adapter's record. */
export const describe = (weights: OtherWeights): Adapter['weights'] =>
  weights.kind === 'all'
    ? { kind: 'all', parameters: weights.values.length }
    : {
        kind: 'adapter',
        rank: weights.shape.rank,
        alpha: weights.shape.scale * weights.shape.rank,
        sites: weights.shape.sites.map(({ name, rows, columns }) => ({ name, rows, columns })),
      };

/** A file of ours: equal weights give equal bytes. */
export function writeAdapter(weights: OtherWeights, known: KnownLayers): Uint8Array<ArrayBuffer> {
  const format = 'pt';
  if (weights.kind === 'all')
    return Uint8Array.from(
      writeSafetensors(toTensors(known.specs(), weights.values), { format, kind: 'all' }),
    );
  const { shape, values } = weights;
  return Uint8Array.from(
    writeSafetensors(toPeft(shape, values), {
      ...{ format, kind: 'adapter' },
      rank: String(shape.rank),
      alpha: String(shape.scale * shape.rank),
    }),
  );
}

/**
 * Reads a file of ours.
 * @throws Problem 'bad-input' where it does not fit the model, naming the tensor
 */
export function readAdapter(file: Uint8Array, known: KnownLayers): OtherWeights {
  return named(() => {
    const { metadata, tensors } = readSafetensors(file);
    const said = v.parse(Metadata, metadata);
    if (said.kind === 'all') {
      const values = Float32Array.from(fromTensors(known.specs(), tensors));
      return { kind: 'all', values };
    }
    const scaling = { r: said.rank, lora_alpha: said.alpha };
    const { adapter, factors } = fromPeft(tensors, scaling, known.sites);
    return { kind: 'adapter', shape: adapter, values: Float32Array.from(factors) };
  });
}

/**
 * Reads a file made elsewhere.
 * @throws Problem 'bad-input' that names the tensor
 */
export function readForeign(
  file: Uint8Array,
  scaling: AdapterScaling,
  known: KnownLayers,
): OtherWeights {
  return named(() => {
    const { adapter, factors } = fromPeft(readSafetensors(file).tensors, scaling, known.sites);
    return { kind: 'adapter', shape: adapter, values: Float32Array.from(factors) };
  });
}

function named(work: () => OtherWeights): OtherWeights {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof AdapterFileError || thrown instanceof v.ValiError)) throw thrown;
    throw new Problem(
      {
        code: 'bad-input',
        message: `The adapter’s file cannot be used with this model: ${thrown.message}.`,
        remedy: 'Look whether it was made for this base model; export it again where it was made.',
      },
      { cause: thrown },
    );
  }
}
