import { GraphBuilder } from '../graph/builder.ts';
import { differentiate } from '../graph/differentiate.ts';
import type { OpRule } from '../graph/rule.ts';
import type { Value } from '../graph/value.ts';
import { activationOps } from './activation.ts';
import { contribOps } from './contrib.ts';
import { elementwise } from './elementwise.ts';
import { gatherOps } from './gather.ts';
import { matmulOps } from './matmul.ts';
import { normalizationOps } from './normalization.ts';
import { quantizedOps } from './quantized.ts';
import { reduceOps } from './reduce.ts';
import { shapeOps } from './shape.ts';
import { sliceOps } from './slice.ts';
import { unaryOps } from './unary.ts';

/** Every operator that the lab can build, by key; a new one is a line in its family's table. */
export const operators: ReadonlyMap<string, OpRule> = new Map(
  Object.entries({
    ...elementwise,
    ...unaryOps,
    ...activationOps,
    ...matmulOps,
    ...shapeOps,
    ...sliceOps,
    ...reduceOps,
    ...gatherOps,
    ...normalizationOps,
    ...quantizedOps,
    ...contribOps,
  }),
);

/** An empty graph that knows all operators. */
export const createGraph = (): GraphBuilder => new GraphBuilder(operators);

/** Appends the gradients of a one-element loss; see graph/differentiate.ts. */
export const gradients = (
  g: GraphBuilder,
  loss: Value,
  wrt: readonly Value[],
  all?: Map<string, Value>,
): Value[] => differentiate(g, operators, loss, wrt, all);
