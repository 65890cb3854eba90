import type { Decoding } from '../../../domain/decoding.ts';
import type { Engine } from '../../../engine/engine.ts';

export type LogitBias = Decoding['logitBias'];

/** The list with one token's bias set; 0 takes it off the list. */
export function withBias(list: LogitBias, token: number, bias: number): LogitBias {
  const others = list.filter((each) => each.token !== token);
  return bias === 0 ? others : [...others, { token, bias }];
}

/** The tokens of a text in the midst of an answer, with the text of each. */
export async function tokensIn(
  engine: Pick<Engine, 'tokenize' | 'pieces'>,
  text: string,
): Promise<{ token: number; piece: string }[]> {
  const [start = [], whole = []] = await engine.tokenize({ texts: ['', text] });
  // where the tokenizer puts a start token before every text, it is none of the text's own
  const tokens = whole.slice(start.length);
  const pieces = await engine.pieces({ tokens });
  return tokens.map((token, i) => ({ token, piece: pieces[i] ?? '' }));
}
