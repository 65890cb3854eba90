import { inductionStart } from '../../../src/onnx/llama/induction-start.ts';
import { initialParameters } from '../../../src/onnx/llama/parameters.ts';

/** The parameters a run may begin with, by the recipe's name for them. */
export const starts = { random: initialParameters, induction: inductionStart };
export type StartName = keyof typeof starts;
