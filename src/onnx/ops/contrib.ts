import { type OpTable } from '../graph/rule.ts';
import { floatTensor, floatsOf } from '../model/tensor.ts';
import { sameAsInput } from './elementwise.ts';

/** Operators of onnxruntime's own domain that training graphs use as they are. */
export const contribOps: OpTable = {
  // A rotation of coordinate pairs: its transpose is the rotation by the opposite angle.
  'com.microsoft.RotaryEmbedding': {
    shape: sameAsInput,
    vjp: ({ g, input, attributes, dy }) => {
      const sine = input(3);
      const negated = g.once(`negated ${sine.name}`, () => {
        const table = g.constants.get(sine.name);
        return table && !table.external
          ? g.constant(
              `${sine.name}/negated`,
              floatTensor(
                table.dims,
                floatsOf(table).map((v) => -v),
              ),
            )
          : g.neg(sine);
      });
      return [g.op('com.microsoft.RotaryEmbedding', [dy, input(1), input(2), negated], attributes)];
    },
  },
};
