import type { BenchContent, BenchItem, QuestionSet } from '../../formats/benches/types.ts';

/** The records of a set, whatever they are; a prompt's are its demonstrations. */
export function rowsOf(content: BenchContent): readonly unknown[] {
  if (content.kind === 'questions') return content.items;
  if (content.kind === 'references') return content.references;
  if (content.kind === 'answers') return content.answers;
  if (content.kind === 'judgments') return content.judgments;
  if (content.kind === 'judge-prompts') return content.prompts;
  if (content.kind === 'difficulties') return content.difficulties;
  return content.kind === 'pool' ? content.data.set.examples : content.file.pairs;
}

/**
 * The questions that a set of something else brings with it: what AlpacaEval's outputs answer, or what a
 * pool's examples ask; null where there are none. Each is taken once.
 * @param name of the new set
 */
export function questionsIn(content: BenchContent, name: string): QuestionSet | null {
  const items = new Map<string, BenchItem>();
  const add = (
    queries: readonly string[],
    references: readonly (string | null)[],
    from: string,
  ) => {
    const turns = queries.map((query, i) => ({ query, reference: references[i] ?? null }));
    const [first] = queries;
    if (first === undefined || turns.length > 2 || items.has(first)) return;
    items.set(first, { id: String(items.size), category: from, language: null, turns });
  };
  if (content.kind === 'answers')
    for (const { query, part } of content.answers) if (query) add([query], [null], part ?? '');
  if (content.kind === 'pool' && content.data.set.method === 'sft')
    for (const { example } of content.data.set.examples)
      add(
        example.turns.map(({ query }) => query),
        example.turns.map(({ answer }) => answer),
        '',
      );
  if (items.size === 0) return null;
  const alpaca = content.kind === 'answers' && content.form === 'alpaca-eval';
  return {
    kind: 'questions',
    bench: alpaca ? 'alpaca-eval' : 'other',
    name,
    language: null,
    licence: null,
    source: null,
    items: [...items.values()],
  };
}
