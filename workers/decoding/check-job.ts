import { Problem } from '../../src/domain/problem.ts';
import type { GenerationJob } from '../protocol.ts';
import type { DecodingModel } from './model.ts';

/**
 * Refuses a prompt that this model cannot read.
 * @throws Problem 'context-exceeded' with the numbers, or 'bad-input'
 */
export function checkJob(
  { promptTokens, decoding }: GenerationJob,
  { contextLength, vocabularySize }: DecodingModel,
): void {
  if (promptTokens.length === 0) {
    throw new Problem({
      code: 'bad-input',
      message: 'The prompt is empty.',
      remedy: 'Write a query, or switch on rules or demonstrations.',
    });
  }
  const foreign = promptTokens.find((token) => token >= vocabularySize);
  if (foreign !== undefined) {
    throw new Problem({
      code: 'bad-input',
      message: `The prompt has token ${foreign}; this model knows ${vocabularySize}, from 0.`,
      remedy: 'Tokenise the prompt with this model: its tokens were another model’s.',
    });
  }
  const unknown = decoding.logitBias.find(({ token }) => token >= vocabularySize);
  if (unknown) {
    throw new Problem({
      code: 'bad-input',
      message: `The logit bias names token ${unknown.token}; this model knows ${vocabularySize}, from 0.`,
      remedy: 'Remove that bias: it was made for another model.',
    });
  }
  const over = promptTokens.length + 1 - contextLength;
  if (over > 0) {
    throw new Problem({
      code: 'context-exceeded',
      message:
        `The prompt has ${promptTokens.length} tokens; the model has room for ${contextLength}, ` +
        'prompt and answer together.',
      remedy: `Switch off a demonstration, or shorten rules or query, by ${over} tokens or more.`,
    });
  }
}
