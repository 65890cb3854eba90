import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import type { Conversation, Preference } from '../../domain/training/conversation.ts';
import { Fault } from './found.ts';
import { conversationOf, Messages, type Message } from './messages.ts';

/** Which of the known forms a record has. */
export type Shape = 'pair' | 'alpaca' | 'sharegpt' | 'messages' | 'preference';

/** A record as an example. */
export type Read =
  | { readonly method: 'sft'; readonly shape: Shape; readonly example: Conversation }
  | { readonly method: 'dpo'; readonly shape: Shape; readonly example: Preference };

type Fields = Readonly<Record<string, unknown>>;

/** What files call a question and its answer, the likeliest first. */
export const queryFields: readonly string[] = ['query', 'prompt', 'question', 'input', 'user'];
export const answerFields: readonly string[] = [
  'answer',
  'completion',
  'response',
  'output',
  'assistant',
];

const text = v.string();
const Said = v.union([text, Messages], 'Expected a text or a list of messages');
type Said = v.InferOutput<typeof Said>;

const Alpaca = v.looseObject({
  instruction: text,
  input: v.nullish(text, ''),
  output: text,
  system: v.nullish(text),
  history: v.nullish(v.array(v.tuple([text, text])), []),
});
const Chat = v.looseObject({ messages: Messages });
/** LIMA's conversations are texts alone, the reader's and the assistant's in turn. */
const Alternating = v.pipe(
  v.array(text),
  v.transform((texts) =>
    texts.map((content, i) => ({ role: i % 2 === 0 ? 'user' : 'assistant', content })),
  ),
);
const ShareGpt = v.looseObject({
  conversations: v.lazy((said) =>
    Array.isArray(said) && typeof said[0] === 'string' ? Alternating : Messages,
  ),
  system: v.nullish(text),
});
const Pair = v.looseObject({ query: Said, answer: Said, system: v.nullish(text) });
const Compared = v.looseObject({
  prompt: v.nullish(Said),
  chosen: Said,
  rejected: Said,
  system: v.nullish(text),
});

/**
 * Reads a record by the fields it has: preference pairs, chat messages, ShareGPT, Alpaca, or a question and
 * an answer under one of their usual names. Other fields are passed over.
 * @throws Fault that names the field
 */
export function readRecord(record: unknown): Read {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new Fault('an object with fields is expected here');
  const fields = record as Fields;
  const has = (name: string) => Object.hasOwn(fields, name);
  if (has('chosen') || has('rejected')) return preference(check(Compared, fields));
  if (has('messages')) return sft('messages', conversationOf(check(Chat, fields).messages));
  if (has('conversations')) return shareGpt(check(ShareGpt, fields));
  if (has('instruction')) return alpaca(fields);
  return pair(fields);
}

function check<S extends v.GenericSchema>(schema: S, fields: Fields): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, fields);
  if (success) return output;
  throw new Fault(issueText(issues[0]));
}

const sft = (shape: Shape, example: Conversation): Read => ({ method: 'sft', shape, example });

const by = (role: 'system' | 'user' | 'assistant', said: Said): Message[] =>
  typeof said === 'string' ? [{ role, content: said }] : [...said];
const systemOf = (system: string | null | undefined) => (system ? by('system', system) : []);

function shareGpt({ conversations, system }: v.InferOutput<typeof ShareGpt>): Read {
  return sft('sharegpt', conversationOf([...systemOf(system), ...conversations]));
}

/** Alpaca's question is the instruction and, below it, what it is about. */
function alpaca(fields: Fields): Read {
  const output = fields.output ?? fields.response;
  const { instruction, input, system, history, ...rest } = check(Alpaca, { ...fields, output });
  const about = (input ?? '').trim() === '' ? '' : `\n\n${input}`;
  return sft(
    'alpaca',
    conversationOf([
      ...systemOf(system),
      ...(history ?? []).flatMap(([query, answer]) => [
        ...by('user', query),
        ...by('assistant', answer),
      ]),
      ...by('user', instruction + about),
      ...by('assistant', rest.output),
    ]),
  );
}

function pair(fields: Fields): Read {
  const named = (names: readonly string[]) => names.find((name) => Object.hasOwn(fields, name));
  const [asks, answers] = [named(queryFields), named(answerFields)];
  if (asks === undefined || answers === undefined) throw noPair(fields, asks);
  const { system } = fields;
  const known = v.safeParse(Pair, { query: fields[asks], answer: fields[answers], system });
  if (!known.success) {
    const named = { query: asks, answer: answers } as Readonly<Record<string, string>>;
    throw new Fault(
      issueText(known.issues[0]).replace(/^(query|answer)/, (name) => named[name] ?? name),
    );
  }
  const { query, answer } = known.output;
  return sft(
    'pair',
    conversationOf([
      ...systemOf(known.output.system),
      ...by('user', query),
      ...by('assistant', answer),
    ]),
  );
}

function noPair(fields: Fields, asks: string | undefined): Fault {
  const names = Object.keys(fields).slice(0, 6);
  const there =
    names.length === 0 ? 'it has none' : `it has ${names.map((n) => `“${n}”`).join(', ')}`;
  return new Fault(
    asks === undefined
      ? `no field is known for a question; ${there}`
      : `no field is known for the answer; ${there}`,
  );
}

/** Either side may be an answer alone, or a whole conversation with the prompt before it. */
function preference({ prompt, chosen, rejected, system }: v.InferOutput<typeof Compared>): Read {
  const whole = (answer: Said, name: string) => {
    const inside = typeof answer !== 'string' && answer.length > 1;
    if (!inside && prompt == null) throw new Fault(`prompt: it is missing, and ${name} has none`);
    const before = inside || prompt == null ? [] : by('user', prompt);
    try {
      return conversationOf([...systemOf(system), ...before, ...by('assistant', answer)]);
    } catch (thrown) {
      throw thrown instanceof Fault ? new Fault(`${name}: ${thrown.message}`) : thrown;
    }
  };
  const [good, bad] = [whole(chosen, 'chosen'), whole(rejected, 'rejected')];
  const [better, worse] = [good.turns.at(-1), bad.turns.at(-1)];
  const before = (c: Conversation) =>
    JSON.stringify([c.system, c.turns.slice(0, -1), c.turns.at(-1)?.query]);
  if (!better || !worse || before(good) !== before(bad))
    throw new Fault('chosen and rejected do not answer the same question');
  if (better.answer === worse.answer) throw new Fault('chosen and rejected are the same answer');
  return {
    method: 'dpo',
    shape: 'preference',
    example: {
      ...(good.system !== undefined && { system: good.system }),
      history: good.turns.slice(0, -1),
      query: better.query,
      chosen: better.answer,
      rejected: worse.answer,
    },
  };
}
