import { intOf } from '../../model/attributes.ts';
import { dtypeOf } from '../../model/dtypes.ts';
import type { Fold, FoldTable } from './fold.ts';
import { isFloat, known, together } from './known.ts';

const unary =
  (f: (x: number) => number): Fold =>
  ({ input }) => [together(input(0).dtype, f, input(0))];

const binary =
  (f: (a: number, b: number) => number): Fold =>
  ({ input }) => [together(input(0).dtype, f, input(0), input(1))];

const several =
  (f: (...xs: number[]) => number): Fold =>
  ({ input, inputs }) => [together(input(0).dtype, f, ...inputs.map((_, i) => input(i)))];

const compare =
  (f: (a: number, b: number) => boolean): Fold =>
  ({ input }) => [
    together('bool', (a, b) => Number(f(a as number, b as number)), input(0), input(1)),
  ];

/** Remainder with the divisor's sign, as ONNX's Mod has it of integers. */
const modulo = (a: number, b: number) => a - Math.floor(a / b) * b;

/** Elementwise operators of masks and positions. */
export const elementwiseFolds: FoldTable = {
  Add: binary((a, b) => a + b),
  Sub: binary((a, b) => a - b),
  Mul: binary((a, b) => a * b),
  Div: binary((a, b) => a / b),
  Pow: binary((a, b) => a ** b),
  Mod: ({ attributes, input }) => [
    together(
      input(0).dtype,
      intOf(attributes, 'fmod', 0) === 1 ? (a, b) => (a as number) % (b as number) : modulo,
      input(0),
      input(1),
    ),
  ],
  Min: several(Math.min),
  Max: several(Math.max),
  Equal: compare((a, b) => a === b),
  Less: compare((a, b) => a < b),
  Greater: compare((a, b) => a > b),
  LessOrEqual: compare((a, b) => a <= b),
  GreaterOrEqual: compare((a, b) => a >= b),
  And: binary((a, b) => a && b),
  Or: binary((a, b) => a || b),
  Xor: binary((a, b) => Number(a !== b)),
  Not: unary((x) => Number(x === 0)),
  Neg: unary((x) => -x),
  Abs: unary(Math.abs),
  Sign: unary(Math.sign),
  Sqrt: unary(Math.sqrt),
  Reciprocal: unary((x) => 1 / x),
  Exp: unary(Math.exp),
  Log: unary(Math.log),
  Floor: unary(Math.floor),
  Ceil: unary(Math.ceil),
  Cos: unary(Math.cos),
  Sin: unary(Math.sin),
  Identity: ({ input }) => [input(0)],
  IsNaN: ({ input }) => [together('bool', (x) => Number(Number.isNaN(x)), input(0))],
  Where: ({ input }) => [
    together(
      input(1).dtype,
      (condition, yes, no) => (condition === 0 ? no : yes) as number,
      input(0),
      input(1),
      input(2),
    ),
  ],
  Cast: ({ attributes, input }) => {
    const code = intOf(attributes, 'to', 0);
    const dtype = dtypeOf(code);
    if (!dtype) throw new Error(`no element type has the code ${code}`);
    const x = input(0);
    if (isFloat(x.dtype) && isFloat(dtype)) return [known(dtype, x.shape, x.values, x.stored)];
    return [together(dtype, (value) => value, x)];
  },
};
