import type { Engine } from '../engine/engine.ts';
import type { LoadedModel } from '../../workers/protocol.ts';
import { tokenShifts, type Judged, type TokenShift } from './results/token-shift.ts';
import { continuation } from './run/continuation.ts';

/** One way in which a question was, or might have been, asked. */
export interface WayOfAsking {
  readonly label: string;
  /** The whole prompt, up to where the answer begins. */
  readonly prompt: string;
  /** Id of the adapter beside the base's weights, or of a training under way; absent for none. */
  readonly adapter?: string | undefined;
}

/** One token of the answer, as a way of asking expects it. */
export interface ChangedToken extends TokenShift {
  readonly token: number;
  readonly text: string;
  /** Natural, under this way of asking. */
  readonly logProbability: number;
  /** What this way of asking would have said here. */
  readonly instead: { readonly token: number; readonly text: string };
}

/** An answer token by token under one way of asking. */
export interface WayChanged {
  readonly label: string;
  readonly tokens: readonly ChangedToken[];
  /** Numbers of tokens that are its own first choice, its second or third, and none of these. */
  readonly unshifted: number;
  readonly marginal: number;
  readonly shifted: number;
  /** Mean over the tokens of the least divergence from the author, in nats; null without tokens. */
  readonly divergence: number | null;
}

/** Most probable tokens that are compared at each place; as many as the study of the gallery has (E11). */
const alternatives = 50;

const isWithin = (low: number, high: number) => (shift: TokenShift) =>
  shift.rank >= low && shift.rank <= high;

/**
 * At which tokens of an answer the ways of asking part: how far each would have gone on as the answer's
 * author did (after arXiv 2312.01552). The same measure as E11, of one answer, without intervals.
 * @param loaded the model, which is loaded
 * @param author the way in which the answer was given
 * @param answer its text, as it stands behind the prompt
 * @param others ways to compare with, asked for the same question
 * @returns by way of asking, the others in their order
 * @throws Problem 'context-exceeded', or 'bad-input' where the answer has no token; of the worker
 */
export async function whatChanged(
  engine: Pick<Engine, 'tokenize' | 'score' | 'pieces'>,
  { contextLength }: Pick<LoadedModel, 'contextLength'>,
  author: WayOfAsking,
  answer: string,
  others: readonly WayOfAsking[],
  signal?: AbortSignal,
): Promise<WayChanged[]> {
  const judge = async ({ prompt, adapter }: WayOfAsking): Promise<Judged> => {
    const texts = [prompt, prompt + answer];
    const [before = [], all = []] = await engine.tokenize({ texts });
    const { prompt: promptTokens, text: tokens } = continuation(before, all, contextLength);
    const job = { promptTokens, tokens, ...(adapter !== undefined && { adapter }) };
    const [score] = await engine.score(
      { jobs: [job], alternatives },
      { ...(signal && { signal }) },
    );
    if (!score) throw new RangeError('a text was not judged');
    return { tokens, ...score };
  };
  const own = await judge(author);
  const changed: WayChanged[] = [];
  // one after the other: each may be of other weights
  for (const way of others) changed.push(await wayChanged(engine, way, await judge(way), own));
  return changed;
}

async function wayChanged(
  engine: Pick<Engine, 'pieces'>,
  { label }: WayOfAsking,
  judged: Judged,
  author: Judged,
): Promise<WayChanged> {
  const shifts = tokenShifts(judged, author);
  const first = judged.tokens.length - shifts.length;
  const places = shifts.map((shift, i) => ({
    shift,
    token: judged.tokens[first + i] as number,
    logProbability: judged.logProbabilities[first + i] as number,
    instead: judged.alternatives[first + i]?.[0]?.token ?? (judged.tokens[first + i] as number),
  }));
  const texts = await engine.pieces({
    tokens: places.flatMap(({ token, instead }) => [token, instead]),
  });
  const count = (low: number, high = Infinity) => shifts.filter(isWithin(low, high)).length;
  const sum = shifts.reduce((all, { divergence }) => all + (divergence ?? 0), 0);
  return {
    label,
    tokens: places.map(({ shift, token, logProbability, instead }, i) => ({
      ...shift,
      token,
      text: texts[2 * i] ?? '',
      logProbability,
      instead: { token: instead, text: texts[2 * i + 1] ?? '' },
    })),
    unshifted: count(0, 0),
    marginal: count(1, 2),
    shifted: count(3),
    divergence: shifts.length === 0 ? null : sum / shifts.length,
  };
}
