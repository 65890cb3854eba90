import { Problem } from '../problem.ts';
import { chatMessages, promptText, renderPrompt, type ChatMessage, type Turn } from '../prompt.ts';
import type { Recipe } from '../recipe.ts';
import { layouts } from '../template.ts';
import type { AnsweredTurn, Conversation } from './conversation.ts';
import type { TrainingSettings } from './settings.ts';

/** An answer as text: all that stands before it, and the same with the answer and what closes it. */
export interface WrittenAnswer {
  /** Exactly the prompt that generation would be given for this turn. */
  readonly prompt: string;
  /** Begins with `prompt`; without white space at its end. */
  readonly closed: string;
}

/**
 * Writes messages in the model's own chat template.
 * @param open whether the text ends where the assistant's next answer begins
 */
export type RenderChat = (messages: readonly ChatMessage[], open: boolean) => Promise<string>;

/** What of the settings decides how a conversation is written. */
export type Writing = Pick<TrainingSettings, 'template' | 'answersOnly'>;

/**
 * Writes every answer of a conversation under the prompt that asks for it, as `renderPrompt` has it with no
 * demonstrations; a system message takes the place of the rules, in layouts that have one. With
 * `answersOnly` the queries are gone, and answers stand under their own headings; a chat template wants a
 * query, which is then empty.
 * @throws Problem 'bad-input' where the model has no chat template, or it does not fit these messages
 */
export function writeConversation(
  conversation: Conversation,
  writing: Writing,
  renderChat: RenderChat,
): Promise<WrittenAnswer[]> {
  if (writing.template === 'chat') return writeChat(conversation, writing.answersOnly, renderChat);
  return Promise.resolve(writeText(conversation, writing));
}

const recipeOf = ({ system = '' }: Conversation, template: Recipe['template']): Recipe => ({
  rules: system,
  demonstrations: [],
  template,
});

/** The turns up to one, which is open. */
const upTo = (turns: readonly AnsweredTurn[], last: number): Turn[] => [
  ...turns.slice(0, last),
  { query: turns[last]?.query ?? '', answer: null },
];

function writeText(
  conversation: Conversation,
  { template, answersOnly }: Writing,
): WrittenAnswer[] {
  if (template === 'chat') throw new RangeError('The chat layout is written by the tokenizer.');
  const { turns } = conversation;
  const { answerHeading, close } = layouts[template];
  const recipe = recipeOf(conversation, template);
  const alone = (before: readonly AnsweredTurn[]) =>
    promptText(renderPrompt(recipe, [])) +
    before.map(({ answer }) => answerHeading + close(answer)).join('') +
    answerHeading;
  return turns.map(({ answer }, i) => {
    const prompt = answersOnly
      ? alone(turns.slice(0, i))
      : promptText(renderPrompt(recipe, upTo(turns, i)));
    return { prompt, closed: prompt + close(answer).trimEnd() };
  });
}

async function writeChat(
  conversation: Conversation,
  answersOnly: boolean,
  renderChat: RenderChat,
): Promise<WrittenAnswer[]> {
  const turns = answersOnly
    ? conversation.turns.map(({ answer }) => ({ query: '', answer }))
    : conversation.turns;
  const recipe = recipeOf(conversation, 'chat');
  const written: WrittenAnswer[] = [];
  for (const [i, { answer }] of turns.entries()) {
    const asked = chatMessages(recipe, upTo(turns, i));
    const prompt = await renderChat(asked, true);
    const closed = await renderChat([...asked, { role: 'assistant', content: answer }], false);
    if (!closed.startsWith(prompt)) throw rewritten();
    written.push({ prompt, closed: closed.trimEnd() });
  }
  return written;
}

function rewritten(): Problem {
  return new Problem({
    code: 'bad-input',
    message: 'The model’s chat template writes an answered question otherwise than an open one.',
    remedy: 'Choose another layout: what would be learnt is not what would be asked.',
  });
}
