import * as v from 'valibot';
import type { Conversation } from '../../domain/training/conversation.ts';
import { Fault } from './found.ts';

/** A part of a message's text, as chat programs store it; images and the like are no text. */
const Part = v.looseObject({ type: v.literal('text'), text: v.string() });
const Content = v.union(
  [
    v.string(),
    v.pipe(
      v.array(Part),
      v.transform((parts) => parts.map(({ text }) => text).join('')),
    ),
  ],
  'Expected a text',
);

/** One message, whatever words its file has for roles. */
export interface Message {
  readonly role: string;
  readonly content: string;
}

/** {role, content}, as chat programs write it, or {from, value}, as ShareGPT does. */
export const Messages = v.array(
  v.union(
    [
      v.looseObject({ role: v.string(), content: Content }),
      v.pipe(
        v.looseObject({ from: v.string(), value: Content }),
        v.transform(({ from, value }) => ({ role: from, content: value })),
      ),
    ],
    'Expected {"role", "content"} or {"from", "value"}, both with texts',
  ),
);

const roles: ReadonlyMap<string, 'system' | 'user' | 'assistant'> = new Map([
  ['system', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['chatgpt', 'assistant'],
  ['model', 'assistant'],
  ['bot', 'assistant'],
]);

const nameOf = { system: 'the system', user: 'the user', assistant: 'the assistant' } as const;

/**
 * Messages as a conversation: a system message perhaps, then user and assistant in turn.
 * @throws Fault that names the message, from 1
 */
export function conversationOf(messages: readonly Message[]): Conversation {
  const known = messages.map(({ role, content }, i) => {
    const who = roles.get(role.toLowerCase());
    if (!who)
      throw new Fault(`message ${i + 1} is by “${role}”, which is no side of a conversation`);
    return { who, content };
  });
  const system = known[0]?.who === 'system' ? known[0].content : undefined;
  const skipped = system === undefined ? 0 : 1;
  const said = known.slice(skipped);
  if (said.length === 0) throw new Fault('there is no question and no answer');
  for (const [i, { who, content }] of said.entries()) {
    const expected = i % 2 === 0 ? 'user' : 'assistant';
    const which = `message ${i + 1 + skipped}`;
    if (who !== expected)
      throw new Fault(`${which} is by ${nameOf[who]}, where ${nameOf[expected]} should speak`);
    if (content.trim() === '')
      throw new Fault(`the ${who === 'user' ? 'question' : 'answer'} of ${which} is empty`);
  }
  if (said.length % 2 === 1) throw new Fault('the last question has no answer');
  return {
    ...(system !== undefined && system.trim() !== '' && { system }),
    turns: Array.from({ length: said.length / 2 }, (_, i) => ({
      query: said[2 * i]?.content ?? '',
      answer: said[2 * i + 1]?.content ?? '',
    })),
  };
}
