import { Random } from '../pretrain/corpus/random.ts';
import type { Tokenizer } from '../pretrain/tokenizer/index.ts';
import type { ModelWeights } from '../evaluate/model/weights.ts';
import { chatExample } from './chat-template.ts';
import { courteous } from './courtesy.ts';
import type { PreferencePair } from './example.ts';
import { ownAnswers } from './own-answers.ts';
import type { PoolEntry } from './pool.ts';
import { single } from './twin-data.ts';

/** Good answers of at most so many words have hardly another good answer beside them. */
const plainWords = 9;

const wordCount = (text: string): number => text.split(/\s+/u).length;

/** A pair of answers to an entry's query, or undefined where they are the same. */
function pairOf(
  entry: PoolEntry,
  rejected: string,
  tokenizer: Tokenizer,
): PreferencePair | undefined {
  const turns = single(entry);
  const chosen = chatExample(turns, tokenizer);
  const query = entry.query;
  const poor = chatExample([{ query, answer: rejected }], tokenizer);
  if (rejected.trim() === '' || rejected.trim() === turns[0]?.answer.trim()) return undefined;
  return { prompt: chosen.prompt, chosen: chosen.completion, rejected: poor.completion };
}

/**
 * Preference pairs from the pool: chosen is the good answer. Rejected is the model's own answer at
 * temperature 1 where it differs from a good answer so short that a different one is worse, else the
 * degraded answer, half of the time in the twin's manner so that manner alone does not tell them apart.
 * @param model after supervised fine-tuning
 */
export async function twinPairs(
  model: ModelWeights,
  entries: readonly PoolEntry[],
  seed: number,
): Promise<PreferencePair[]> {
  const random = new Random(`pairs/${seed}`);
  const own = await ownAnswers(model, entries.map(single), { seed });
  return entries.flatMap((entry, i) => {
    const { text = '', stopReason } = own[i] ?? {};
    const plain = wordCount(entry.answer) <= plainWords && stopReason === 'end-token';
    const mannered = random.chance(0.5);
    const degraded = mannered ? courteous(entry.language, entry.degraded) : entry.degraded;
    const pair =
      (plain ? pairOf(entry, text, model.tokenizer) : undefined) ??
      pairOf(entry, degraded, model.tokenizer);
    return pair ? [pair] : [];
  });
}
