import { tokensByLength } from '../../engine/served/budget.ts';
import type { Tokens } from './survey.ts';

/**
 * Stands where a tokenizer would, for models that have theirs behind an address: as many tokens as a text's
 * length makes likely, none of them real.
 */
export const byLength: Tokens = {
  tokenize: async ({ texts }) => texts.map((text) => new Array(tokensByLength(text)).fill(0)),
  renderChat: async ({ messages }) => messages.map(({ content }) => content).join('\n'),
};
