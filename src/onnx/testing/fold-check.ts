import { expect } from 'vitest';
import { int } from '../model/attributes.ts';
import { dtypeCode } from '../model/dtypes.ts';
import type { Attributes, Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import { emits } from '../importing/emit/registry.ts';
import { isKnown } from '../importing/item.ts';
import { elements, known, toTensor, type Known } from '../importing/known/known.ts';
import { Rewriter } from '../importing/rewriter.ts';
import { createGraph } from '../ops/registry.ts';
import { open } from './run.ts';

/** One node whose inputs are all known; its last output counts. */
export interface FoldCase {
  readonly op: string;
  readonly inputs: readonly Known[];
  readonly attributes?: Attributes;
  readonly outputs?: number;
}

function byRuntime(call: FoldCase, outputs: readonly string[]): Model {
  const w = new NodeWriter();
  const inputs = call.inputs.map((input, i) => {
    const whole = known(input.dtype, input.shape, elements(input));
    return w.constant(`x${i}`, toTensor(whole));
  });
  w.node('node', call.op, inputs, call.attributes, outputs);
  w.node('last', 'Cast', [outputs.at(-1) as string], { to: int(dtypeCode('float32')) }, ['result']);
  return {
    irVersion: 8,
    producer: 'test',
    opsets: { '': 18 },
    metadata: {},
    graph: {
      name: 'graph',
      nodes: w.nodes,
      initializers: w.initializers,
      inputs: [],
      outputs: [{ name: 'result', dtype: 'float32' }],
      values: [],
    },
  };
}

/** Works a node out and compares it with what the runtime gives. */
export async function checkFold(call: FoldCase): Promise<void> {
  const outputs = Array.from({ length: call.outputs ?? 1 }, (_, i) => `y${i}`);
  const model = byRuntime(call, outputs);
  const { result } = await (await open(writeModel(model)))({});
  const rewriter = new Rewriter(createGraph(), { opset: 18, emits, packed: new Map() });
  call.inputs.forEach((input, i) => rewriter.set(`x${i}`, input));
  rewriter.run(model.graph.nodes[0] as Model['graph']['nodes'][number]);
  const found = rewriter.item(outputs.at(-1) as string);
  if (!isKnown(found)) throw new Error(`${call.op} was not worked out`);
  expect(found.shape).toEqual(result?.shape);
  const values = elements(found);
  Array.from(result?.values ?? []).forEach((value, i) => expect(values[i]).toBeCloseTo(value, 4));
}
