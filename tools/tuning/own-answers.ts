import type { ModelWeights } from '../evaluate/model/weights.ts';
import { Generator } from '../evaluate/generate/generator.ts';
import { greedy, type Answer, type JobDecoding } from '../evaluate/generate/job.ts';
import { specialTokens } from '../pretrain/tokenizer/index.ts';
import { chatPrompt, type AnsweredTurn } from './chat-template.ts';

/** Tokens after which an answer is cut: three times the longest of the pool's. */
const maxTokens = 120;

/** How a model's own answers are drawn: the most likely tokens, or at temperature 1 from a seed. */
export type OwnDecoding = 'greedy' | { readonly seed: number };

/** What a model answers to the last turn of each conversation, in the chat template. */
export async function ownAnswers(
  model: ModelWeights,
  conversations: readonly (readonly AnsweredTurn[])[],
  decoding: OwnDecoding,
): Promise<Answer[]> {
  const generator = await Generator.open(model);
  try {
    return await generator.generate(
      conversations.map((turns, index) => {
        const open = turns.map((turn, i) =>
          i === turns.length - 1 ? { query: turn.query, answer: null } : turn,
        );
        return {
          prefix: '',
          // The generator puts the end token in front itself, as the page does.
          suffix: chatPrompt(open).slice(specialTokens[0].length),
          stop: [],
          decoding: decodingOf(decoding, index),
          maxTokens,
        };
      }),
    );
  } finally {
    await generator.close();
  }
}

const decodingOf = (decoding: OwnDecoding, index: number): JobDecoding =>
  decoding === 'greedy'
    ? greedy
    : { temperature: 1, seed: decoding.seed, key: `own answer ${index}` };
