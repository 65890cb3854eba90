import type { Conversation, Preference, TrainingSet } from '../../domain/training/conversation.ts';
import type { ChatMessage } from '../../domain/prompt.ts';

/**
 * A training set as JSON lines that TRL and most others read: {"messages"}, or {"prompt", "chosen",
 * "rejected"} of messages. `readDataSet` gives the same set back.
 */
export function writeTrainingSet(set: TrainingSet): string {
  const records =
    set.method === 'sft'
      ? set.examples.map(({ example }) => ({ messages: messagesOf(example) }))
      : set.examples.map(({ example }) => comparedMessages(example));
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function messagesOf({ system, turns }: Conversation): ChatMessage[] {
  return [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    ...turns.flatMap(({ query, answer }): ChatMessage[] => [
      { role: 'user', content: query },
      { role: 'assistant', content: answer },
    ]),
  ];
}

function comparedMessages({ system, history, query, chosen, rejected }: Preference) {
  const before = messagesOf({ ...(system !== undefined && { system }), turns: history });
  const answer = (content: string): ChatMessage[] => [{ role: 'assistant', content }];
  return {
    prompt: [...before, { role: 'user', content: query }],
    chosen: answer(chosen),
    rejected: answer(rejected),
  };
}
