import { vi } from 'vitest';
import { setUp } from './desk.ts';

export const until = (condition: () => boolean): Promise<void> =>
  vi.waitFor(() => {
    if (!condition()) throw new Error('not yet');
  });

/** A playground after its first visit's run, which answered "one" and "two". */
export async function opened(contextLength?: number) {
  const lab = setUp(undefined, contextLength);
  const opening = lab.playground.open();
  await until(() => lab.engine.asked.length === 2);
  ['one', 'two'].forEach((text, i) => {
    lab.engine.asked[i]?.say(text);
    lab.engine.asked[i]?.end();
  });
  await opening;
  await until(() => lab.runs.length === 2);
  const { editor, answers } = lab.playground;
  const [base, shown] = editor.draft.arms;
  if (!base || !shown) throw new Error('two arms expected');
  const type = (query: string) => editor.edit('typing', (d) => ({ ...d, query }), 'query');
  return { ...lab, ...lab.playground, base, shown, answers, type };
}
