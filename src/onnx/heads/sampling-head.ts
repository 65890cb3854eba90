import { int } from '../model/attributes.ts';
import { dtypeCode } from '../model/dtypes.ts';
import type { Model, ValueInfo } from '../model/types.ts';
import { HeadWriter } from './head-writer.ts';

/** Tokens whose weights are added up into one number. */
export const blockSize = 128;

/** Name and shape of what the head reads beside the logits. */
const inputs: readonly ValueInfo[] = [
  { name: 'drawn_rows', dtype: 'int64', shape: ['draws'] },
  { name: 'adjusted_places', dtype: 'int64', shape: ['adjusted'] },
  { name: 'adjusted_before', dtype: 'float32', shape: ['adjusted'] },
  { name: 'adjusted_factor', dtype: 'float32', shape: ['adjusted'] },
  { name: 'adjusted_after', dtype: 'float32', shape: ['adjusted'] },
  { name: 'inverse_temperature', dtype: 'float32', shape: ['draws', 1] },
  { name: 'top_count', dtype: 'int64', shape: [1] },
];

const outputs: readonly ValueInfo[] = [
  { name: 'shares', dtype: 'float32', shape: ['draws', 'vocabulary'] },
  { name: 'top_ids', dtype: 'int64', shape: ['draws', 'top'] },
  { name: 'top_scores', dtype: 'float32', shape: ['draws', 'top'] },
  { name: 'top_shares', dtype: 'float32', shape: ['draws', 'top'] },
  { name: 'top_logits', dtype: 'float32', shape: ['draws', 'top'] },
  { name: 'top_probabilities', dtype: 'float32', shape: ['draws', 'top'] },
  { name: 'block_shares', dtype: 'float32', shape: ['draws', 'blocks'] },
];

/**
 * Biases, penalties: (logit + before), then divided by the factor where positive and multiplied
 * where not, then + after; once for each place, where the other logits stay as they are.
 */
function adjusted(head: HeadWriter, rows: string, vocabularySize: number): string {
  const logits = head.node('adjusted/line', 'Reshape', [rows, head.vector(-1)]);
  const raw = head.node('adjusted/raw', 'Gather', [logits, 'adjusted_places'], { axis: int(0) });
  const biased = head.node('adjusted/biased', 'Add', [raw, 'adjusted_before']);
  const positive = head.node('adjusted/positive', 'Greater', [biased, head.number(0)]);
  const lower = head.node('adjusted/divided', 'Div', [biased, 'adjusted_factor']);
  const higher = head.node('adjusted/multiplied', 'Mul', [biased, 'adjusted_factor']);
  const penalised = head.node('adjusted/Where', 'Where', [positive, lower, higher]);
  const final = head.node('adjusted/after', 'Add', [penalised, 'adjusted_after']);
  const scattered = head.node(
    'adjusted/scattered',
    'ScatterElements',
    [logits, 'adjusted_places', final],
    { axis: int(0) },
  );
  return head.node('scores', 'Reshape', [scattered, head.vector(-1, vocabularySize)]);
}

/** Sums of shares over blocks of `blockSize` tokens in the order of their ids. */
function blockShares(head: HeadWriter, shares: string, vocabularySize: number): void {
  const missing = (blockSize - (vocabularySize % blockSize)) % blockSize;
  const whole =
    missing === 0
      ? shares
      : head.node('blocks/Pad', 'Pad', [shares, head.vector(0, 0, 0, missing), head.number(0)]);
  const cut = head.node('blocks/Reshape', 'Reshape', [whole, head.vector(0, -1, blockSize)]);
  head.sum('block_shares', cut, 2, false, ['block_shares']);
}

/**
 * Adds to a decoder what sampling needs of its logits, so that only that much crosses from the device.
 *
 * Further inputs, for D draws: drawn_rows int64 [D], from which of the [B kept] rows of logits each is
 * drawn; adjusted_places int64 [N], draw V + token of each logit that changes, none twice;
 * adjusted_before, _factor, _after float32 [N] (0, 1, 0 change nothing); inverse_temperature float32 [D, 1];
 * top_count int64 [1]. Further outputs: shares [D, V], the softmax of score / T after the adjustments;
 * of the best tokens, best first and of ties the lowest id, [D, top_count] each: top_ids, top_scores,
 * top_shares, and top_logits and top_probabilities without adjustments or temperature; block_shares
 * [D, V / 128], sums of shares.
 *
 * @param model a decoder with an output logits [B, kept, V], V a number
 * @throws Error where the vocabulary's size is not in the file
 */
export function withSamplingHead(model: Model): Model {
  const { graph } = model;
  const logits = graph.outputs.find(({ name }) => name === 'logits');
  const vocabularySize = logits?.shape?.at(-1);
  if (!logits || typeof vocabularySize !== 'number')
    throw new Error('the size of the vocabulary is not in the file');
  const head = new HeadWriter('sampling');
  const flat = head.node('all', 'Reshape', ['logits', head.vector(-1, vocabularySize)]);
  const drawn = head.node('drawn', 'Gather', [flat, 'drawn_rows'], { axis: int(0) });
  const rows =
    logits.dtype === 'float32'
      ? drawn
      : head.node('drawn/Cast', 'Cast', [drawn], { to: int(dtypeCode('float32')) });
  const scores = adjusted(head, rows, vocabularySize);
  const attributes = { axis: int(1), largest: int(1), sorted: int(1) };
  head.node('TopK', 'TopK', [scores, 'top_count'], attributes, ['top_scores', 'top_ids']);
  head.picked('top_logits', rows, 'top_ids', ['top_logits']);
  // Softmax is one kernel over a row; exponentials and sums of our own would each pass over it again
  const softmax = (name: string, x: string, made?: string[]) =>
    head.node(name, 'Softmax', [x], { axis: int(-1) }, made);
  head.picked('top_probabilities', softmax('probabilities', rows), 'top_ids', [
    'top_probabilities',
  ]);
  const tempered = head.node('tempered', 'Mul', [scores, 'inverse_temperature']);
  const shares = softmax('shares', tempered, ['shares']);
  head.picked('top_shares', shares, 'top_ids', ['top_shares']);
  blockShares(head, shares, vocabularySize);
  return {
    ...model,
    graph: {
      ...graph,
      nodes: [...graph.nodes, ...head.w.nodes],
      initializers: new Map([...graph.initializers, ...head.w.initializers]),
      inputs: [...graph.inputs, ...inputs],
      outputs: [...graph.outputs, ...outputs],
    },
  };
}
