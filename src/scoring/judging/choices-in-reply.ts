import { logSumExp } from './weighted.ts';

/** A token of a served reply; natural logarithms. */
interface ReplyToken {
  readonly text: string;
  readonly logProbability: number;
  readonly alternatives: readonly { readonly text: string; readonly logProbability: number }[];
}

/** A choice after its brackets open, closed again or at the end of what is written so far. */
const chosen = /\[\[\s*(10|[1-9]|[ABC])(?:\]|$)/;

/**
 * What a served judge would have chosen from, by the alternatives of the token in which its reply says the rating
 * or the verdict: those of one choice ("7" and " 7") together. A server lists its best few alone; the others are
 * not in the map. A tokenizer that cuts 10 into digits gives the 1 what is the 10's: only such a judge's 1 and 10
 * are taken together, as 1.
 * @param tokens the reply's, in order
 * @param begun what stands before the reply, where that opens the brackets
 * @returns empty where the reply has no choice
 */
export function choicesInReply(tokens: readonly ReplyToken[], begun = ''): Map<string, number> {
  const found = new Map<string, number>();
  // the brackets are at most a few characters back
  let before = begun.slice(-8);
  for (const { text, logProbability, alternatives } of tokens) {
    const isHere = !chosen.test(before) && chosen.test(before + text);
    if (isHere) {
      const all = new Map(alternatives.map((one) => [one.text, one.logProbability]));
      if (!all.has(text)) all.set(text, logProbability);
      for (const [other, log] of all) {
        const choice = chosen.exec(before + other)?.[1];
        if (choice === undefined || !Number.isFinite(log)) continue;
        found.set(choice, logSumExp([log, found.get(choice) ?? -Infinity]));
      }
      return found;
    }
    before = (before + text).slice(-8);
  }
  return found;
}
