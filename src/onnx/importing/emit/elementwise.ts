import type { Emit } from '../emission.ts';
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

const names = 'Add Sub Mul Div Max Min Where Equal Greater Less GreaterOrEqual LessOrEqual And Or';

/** Operators that broadcast: what is known is not written out for them. */
export const elementwiseEmits: Readonly<Record<string, Emit>> = {
  ...Object.fromEntries(names.split(' ').map((name) => [name, elementwise])),
  Pow: pow,
  Sum: (call) => [call.items.map((_, i) => call.value(i)).reduce((a, b) => call.g.add(a, b))],
};
