import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { adapterInput } from '../../src/onnx/adapters/factor-nodes.ts';
import { linearLayers } from '../../src/onnx/adapters/linear-layers.ts';
import type { AdapterShape } from '../../src/onnx/adapters/factors.ts';
import { replaceWeights } from '../../src/onnx/adapters/merge.ts';
import { withAdapter } from '../../src/onnx/adapters/with-adapter.ts';
import { splitFlat, type ParameterSpec } from '../../src/onnx/graph/flat.ts';
import { besideFile } from '../../src/onnx/model/beside.ts';
import { readModel } from '../../src/onnx/model/read.ts';
import type { Model } from '../../src/onnx/model/types.ts';
import { writeModel } from '../../src/onnx/model/write.ts';
import type { FileBeside } from '../runtime/file-beside.ts';

/** What makes other weights of a decoder's, before it is opened and in each run. */
export interface Change {
  /**
   * The decoder changed.
   * @param model as it is to be opened, perhaps rewritten for many rows
   * @param original as its file has it
   */
  readonly change: (model: Model, original: Model) => Model;
  /** Further inputs of each run, as they are at that moment. */
  readonly feeds: () => Readonly<Record<string, Tensor>>;
}

/** Factors beside a decoder's layers, fed in each run: other ones of the same shape need no other session. */
export const adapterChange = (shape: AdapterShape, factors: () => Tensor): Change => ({
  change: (model, original) => withAdapter(model, linearLayers(original), shape),
  feeds: () => ({ [adapterInput]: factors() }),
});

/** All weights replaced: the sessions are of these alone. */
export const replacementChange = (
  specs: readonly ParameterSpec[],
  values: Float32Array,
): Change => ({
  change: (model) => replaceWeights(model, splitFlat(specs, values), { quantized: 'float' }),
  feeds: () => ({}),
});

/** Under which a changed graph finds the weights that it keeps. */
const original = 'original.onnx';

/** A decoder's file changed, and what is to lie beside it. */
export function changedFile(
  file: Uint8Array,
  { change }: Change,
): { graph: Uint8Array; beside: FileBeside[] } {
  const read = readModel(file);
  const graph = writeModel(besideFile(change(read, read), file, original));
  return { graph, beside: [{ path: original, data: file }] };
}

/** The session, whose runs are given a change's inputs, too. */
export function withFeeds(session: InferenceSession, { feeds }: Change): InferenceSession {
  const run = session.run.bind(session) as (
    given: InferenceSession.FeedsType,
    ...rest: unknown[]
  ) => ReturnType<typeof session.run>;
  session.run = (given: InferenceSession.FeedsType, ...rest: unknown[]) =>
    run({ ...given, ...feeds() }, ...rest);
  return session;
}
