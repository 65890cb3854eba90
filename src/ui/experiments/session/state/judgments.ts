import type { ResultRow, Results } from '../../../../experiments/results/results.ts';

/** What a judge said of an answer, for reading. */
export interface Given {
  /** Of this judgment, to tell it from others. */
  readonly name: string;
  /** The judge's label. */
  readonly judge: string;
  /** Beside which answer, and in which order; empty of an answer by itself. */
  readonly order: string;
  readonly reply: string;
  /** The exact prompt; without what all begin with where that text is gone. */
  readonly prompt: string;
  /** Why there is none; null where there is. */
  readonly problem: string | null;
}

const isOf = (answer: ResultRow, row: ResultRow): boolean =>
  row.planned.kind === 'judgment' &&
  row.round === answer.round &&
  row.planned.arm === answer.planned.arm &&
  row.planned.item === answer.planned.item &&
  row.planned.seed === answer.planned.seed &&
  row.planned.turn === answer.planned.turn;

function orderOf(results: Results, { round, planned: { against } }: ResultRow): string {
  if (!against) return '';
  const arms = results.rounds.find(({ number }) => number === round)?.arms;
  const other = arms?.[against.arm]?.label ?? '';
  return against.first === 'own' ? `as A, beside ${other} as B` : `as B, beside ${other} as A`;
}

/**
 * The judgments of an answer, each once however many scorers read it.
 * @param textOf the text before the live part of a prompt, by its hash
 */
export async function judgmentsOf(
  results: Results,
  answer: ResultRow,
  textOf: (hash: string) => Promise<string | undefined>,
): Promise<Given[]> {
  const rows = new Map(
    results.rows
      .filter((row) => isOf(answer, row) && row.cell)
      .map((row) => [row.planned.key, row] as const),
  );
  return Promise.all(
    [...rows].map(async ([name, row]): Promise<Given> => {
      const { cell } = row;
      const judges = results.rounds.find(({ number }) => number === row.round)?.judges ?? [];
      const judge = judges.find(({ scorer }) => scorer === row.planned.scorer)?.model.label ?? '';
      const shared = { name, judge, order: orderOf(results, row) };
      if (cell?.kind !== 'judgment')
        return {
          ...{ ...shared, reply: '', prompt: '' },
          problem: cell?.kind === 'failed' ? cell.problem.message : 'it is still to come.',
        };
      const before = (await textOf(cell.prompt.recipe)) ?? '';
      return { ...shared, reply: cell.reply, prompt: before + cell.prompt.live, problem: null };
    }),
  );
}
