import type { ReadAs } from '../../../formats/benches/read.ts';
import type { BenchContent, BenchFile, BenchItem } from '../../../formats/benches/types.ts';

/** The first rows of a set, as a table shows them. */
export interface ShownRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const most = 5;
const longest = 280;

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;

function table<Row>(
  list: readonly Row[],
  cells: Readonly<Record<string, (row: Row, index: number) => string | null | undefined>>,
): ShownRows {
  const named = Object.entries(cells);
  const rows = list
    .slice(0, most)
    .map((row, i) => named.map(([, cell]) => short(cell(row, i) ?? '')));
  // a column without a word in it says nothing
  const told = named.map((_, i) => rows.some((row) => row[i] !== ''));
  return {
    columns: named.flatMap(([name], i) => (told[i] ? [name] : [])),
    rows: rows.map((row) => row.filter((_, i) => told[i])),
  };
}

const questions = {
  Id: ({ id }: BenchItem) => id,
  Category: ({ category }: BenchItem) => category,
  Question: ({ turns }: BenchItem) => turns[0]?.query,
  'Second turn': ({ turns }: BenchItem) => turns[1]?.query,
  Reference: ({ turns }: BenchItem) => turns[0]?.reference,
  Checked: ({ ifeval }: BenchItem) => ifeval?.instructions.map(({ id }) => id).join(', '),
};

/** The first rows of a set, whatever it is. */
export function shownRows(content: BenchContent): ShownRows {
  switch (content.kind) {
    case 'questions':
      return table(content.items, questions);
    case 'references':
    case 'answers':
      return table<BenchAnswerRow>(
        content.kind === 'answers' ? content.answers : content.references,
        {
          Id: ({ id }) => id,
          Model: ({ system }) => system,
          Question: ({ query }) => query,
          Answer: ({ turns }) => turns[0],
          'Second turn': ({ turns }) => turns[1],
        },
      );
    case 'judgments':
      return judgments(content);
    case 'judge-prompts':
      return table(content.prompts, {
        Name: ({ name }) => name,
        Kind: ({ type }) => type,
        Prompt: ({ template }) => template,
      });
    case 'difficulties':
      return table(content.difficulties, {
        Index: ({ index }) => String(index),
        Instruction: ({ instruction }) => instruction,
        Difficulty: ({ difficulty }) => difficulty.toFixed(3),
      });
    case 'pool':
      return content.data.set.method === 'sft'
        ? table(content.data.set.examples, {
            Question: ({ example }) => example.turns[0]?.query,
            Answer: ({ example }) => example.turns[0]?.answer,
          })
        : table(content.data.set.examples, {
            Question: ({ example }) => example.query,
            Chosen: ({ example }) => example.chosen,
            Rejected: ({ example }) => example.rejected,
          });
    case 'prompt':
      return table(content.file.pairs, {
        Query: ({ query }) => query,
        Answer: ({ answer }) => answer,
      });
  }
}

interface BenchAnswerRow {
  readonly id: string;
  readonly system: string;
  readonly turns: readonly string[];
  readonly query?: string;
}

function judgments(content: Extract<BenchContent, { kind: 'judgments' }>): ShownRows {
  if (content.form === 'single')
    return table(content.judgments, {
      Question: ({ id }) => id,
      Turn: ({ turn }) => String(turn),
      Model: ({ system }) => system,
      Judge: ({ judge }) => judge[0],
      Rating: ({ score }) => String(score),
    });
  if (content.form === 'pair')
    return table(content.judgments, {
      Question: ({ id }) => id,
      Turn: ({ turn }) => String(turn),
      Models: ({ systems }) => systems.join(' against '),
      'Better, in both orders': ({ winners }) => winners.join(', '),
    });
  if (content.form === 'preference')
    return table(content.judgments, {
      Instruction: ({ instruction }) => instruction,
      Models: ({ systems }) => systems.join(' against '),
      Preference: ({ preference }) => preference?.toFixed(3) ?? 'none',
    });
  return table(content.judgments, {
    Id: ({ id }) => id,
    Model: ({ system }) => system,
    Scores: ({ aspects }) =>
      Object.entries(aspects)
        .map(([name, { score }]) => `${name} ${score}`)
        .join(', '),
  });
}

/** What else a file may be read as; its content alone cannot say. */
export function readings(file: BenchFile, as: ReadAs | undefined): readonly (ReadAs | 'content')[] {
  if (as !== undefined) return ['content', as];
  if (file.kind === 'references') return ['content', 'answers'];
  if (file.kind !== 'answers') return [];
  return file.form === 'fastchat' ? ['content', 'references'] : ['content', 'pool'];
}
