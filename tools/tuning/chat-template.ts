import type { ChatMessage, Turn } from '../../src/domain/prompt.ts';
import { specialTokens, type Tokenizer } from '../pretrain/tokenizer/index.ts';
import type { Example } from './example.ts';

const end = specialTokens[0];

/**
 * The twin's chat template, as tokenizer_config.json stores it (Jinja, one line so that no renderer's
 * trimming of line ends matters). Each answer is closed by the end token, which also begins the text: a
 * later turn begins as a document does, and generation stops with no new token. Rules, if a reader sends
 * any, stand above as a paragraph. The headings are not those of the lab's live prompts.
 */
export const chatTemplate = [
  '{{ bos_token }}',
  '{% for message in messages %}',
  "{% if message['role'] == 'system' %}{{ (message['content'] | trim) + '\\n\\n' }}",
  "{% elif message['role'] == 'user' %}{{ '[user]\\n' + (message['content'] | trim) + '\\n' }}",
  "{% elif message['role'] == 'assistant' %}",
  "{{ '[assistant]\\n' + (message['content'] | trim) + eos_token }}",
  '{% else %}{{ raise_exception("The roles are system, user and assistant.") }}{% endif %}',
  '{% endfor %}',
  "{% if add_generation_prompt %}{{ '[assistant]\\n' }}{% endif %}",
].join('');

const written: Readonly<Record<ChatMessage['role'], (content: string) => string>> = {
  system: (content) => `${content}\n\n`,
  user: (content) => `[user]\n${content}\n`,
  assistant: (content) => `[assistant]\n${content}${end}`,
};

/**
 * What `chatTemplate` renders, without a renderer.
 * @param open whether the text ends where the assistant's next answer begins
 */
export const renderChat = (messages: readonly ChatMessage[], open: boolean): string =>
  end +
  messages.map(({ role, content }) => written[role](content.trim())).join('') +
  (open ? '[assistant]\n' : '');

/** The text before the answer to the last of some turns, the end token's in front. */
export const chatPrompt = (turns: readonly Turn[]): string =>
  renderChat(
    turns.flatMap(({ query, answer }): ChatMessage[] => [
      { role: 'user', content: query },
      ...(answer === null ? [] : [{ role: 'assistant' as const, content: answer }]),
    ]),
    true,
  );

/** A turn with its answer. */
export interface AnsweredTurn extends Turn {
  readonly answer: string;
}

/** The example that teaches the last answer of a conversation, its end token included. */
export function chatExample(turns: readonly AnsweredTurn[], tokenizer: Tokenizer): Example {
  const last = turns.at(-1);
  if (!last) throw new RangeError('A conversation needs a turn.');
  const open = [...turns.slice(0, -1), { query: last.query, answer: null }];
  return {
    prompt: Array.from(tokenizer.encode(chatPrompt(open))),
    completion: [...tokenizer.encode(last.answer.trim()), tokenizer.endOfText],
  };
}
