/** A contestant that does not take part, and why. */
export const leftPaddedBatch = {
  name: 'left-padded batch',
  reason:
    'generate() pads prompts of a batch on the left, and GroupQueryAttention, which these models have, ' +
    'takes a row’s length from the sum of its mask and its tokens from the row’s start: rows that are ' +
    'padded on the left read padding as text and come out wrong.',
} as const;
