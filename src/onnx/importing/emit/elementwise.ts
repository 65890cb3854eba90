import { silu } from '../../composites/silu.ts';
import type { Value } from '../../graph/value.ts';
import type { Emission, Emit } from '../emission.ts';
import { isKnown, isStored } from '../item.ts';
import { known } from '../known/known.ts';

const elementwise: Emit = (call) => call.elementwise();

/** Exponents may be whole numbers in files; gradients need floats. */
const pow: Emit = (call) => {
  const exponent = call.known(1);
  const { g } = call;
  if (!exponent) return call.elementwise();
  const { shape, values, stored } = exponent;
  const power = call.rewriter.compact(known('float32', shape, values, stored));
  return [g.op('Pow', [call.value(0), power])];
};

/** Whether a value is the sigmoid of another. */
const isGateOf = ({ g }: Emission, gate: Value, x: Value): boolean =>
  g.nodes.some(
    ({ op, inputs, outputs }) =>
      op === 'Sigmoid' && outputs[0]?.name === gate.name && inputs[0]?.name === x.name,
  );

/** x sigmoid(x) has a gradient of fewer passes than its two operators have. */
const mul: Emit = (call) => {
  const [left, right] = [call.item(0), call.item(1)];
  if (isKnown(left) || isKnown(right) || isStored(left) || isStored(right))
    return call.elementwise();
  if (isGateOf(call, right, left)) return [silu(call.g, left, right)];
  if (isGateOf(call, left, right)) return [silu(call.g, right, left)];
  return call.elementwise();
};

const names = 'Add Sub Div Max Min Where Equal Greater Less GreaterOrEqual LessOrEqual And Or';

/** Operators that broadcast: what is known is not written out for them. */
export const elementwiseEmits: Readonly<Record<string, Emit>> = {
  ...Object.fromEntries(names.split(' ').map((name) => [name, elementwise])),
  Mul: mul,
  Pow: pow,
  Sum: (call) => [call.items.map((_, i) => call.value(i)).reduce((a, b) => call.g.add(a, b))],
};
