import type { Cell } from '../../domain/cell.ts';
import { breathing } from '../../domain/breathing.ts';
import type { HandRating } from '../../domain/experiment.ts';
import { cleanAnswer } from '../../domain/prompt.ts';
import type { AnsweredTurn, Scored } from '../../scoring/answered.ts';
import { readyScorer } from '../../scoring/scorer.ts';
import { JudgmentBook } from '../judging/judgment-book.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { styleOf } from '../material/material.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import { blindRatings } from '../rating/raters.ts';
import type { ResultRow, Results } from './results.ts';

/** What a scorer may look at, of a cell that is there. */
function answeredBy(round: Round, planned: PlannedCell, cell: Cell): AnsweredTurn | null {
  if (cell.kind === 'failed' || cell.kind === 'judgment') return null;
  const { setting } = round.arms[planned.arm] as Round['arms'][number];
  const item = round.items[planned.item] as Round['items'][number];
  const turns = (item.turns[setting.language] ?? []).slice(0, planned.turn);
  const turn = turns.at(-1);
  if (!turn) return null;
  const shows = setting.demonstrations.length > 0;
  const style = shows ? styleOf(round.styles[setting.language] ?? [], planned.seed) : undefined;
  const common = {
    query: turn.query,
    userSaid: turns.map(({ query }) => query).join('\n'),
    reference: turn.reference,
    language: setting.language,
    category: item.category,
    maxNewTokens: setting.decoding.maxNewTokens,
    ...(turn.spec && { turnSpec: turn.spec }),
    ...(turn.ifeval && { ifeval: turn.ifeval }),
    ...(style && { style }),
  };
  if (cell.kind === 'likelihood') {
    const { text, tokens, logProbabilities } = cell;
    const ended = { stopReason: 'end-token', stopString: null } as const;
    return { ...common, ...ended, answer: text, rawText: text, tokens, logProbabilities };
  }
  const { text, tokens, stopReason, stopString } = cell.generation;
  const tokenCount = cell.served?.usage?.completionTokens;
  return {
    ...{ ...common, answer: cleanAnswer(text), rawText: text, tokens, stopReason, stopString },
    ...(tokenCount !== undefined && { tokenCount }),
  };
}

/** The mean of the ratings that readers gave each answer blind, by the key of its cell. */
export function ratingsByCell(ratings: readonly HandRating[]): Map<string, number> {
  const given = new Map<string, number[]>();
  for (const { judgment } of blindRatings(ratings)) {
    if (judgment.kind !== 'single') continue;
    given.set(judgment.cell, [...(given.get(judgment.cell) ?? []), judgment.rating]);
  }
  return new Map(
    [...given].map(([cell, all]) => [cell, all.reduce((a, b) => a + b, 0) / all.length]),
  );
}

/** Scores one cell by every scorer of the document that judges cells of its kind. */
function scorerOf(document: ExperimentDocument, ratings: ReadonlyMap<string, number>) {
  const scorers = document.scorers.map((named) => ({ named, ready: readyScorer(named) }));
  return (
    round: Round,
    planned: PlannedCell,
    cell: Cell,
    judgments: JudgmentBook,
  ): Record<string, Scored> => {
    const answered = answeredBy(round, planned, cell);
    if (!answered) return {};
    const judging = scorers.filter(({ named }, number) =>
      planned.kind === 'likelihood' ? number === planned.scorer : named.kind !== 'likelihood',
    );
    return Object.fromEntries(
      judging.flatMap(({ named, ready }): [string, Scored][] => {
        if (named.kind === 'judge') {
          const number = document.scorers.indexOf(named);
          const given = judgments.of(planned, number, (all) =>
            ready.score({ ...answered, judgments: all }),
          );
          return given ? [[ready.id, given]] : [];
        }
        const rating = named.kind === 'hand' ? ratings.get(planned.key) : undefined;
        return [[ready.id, rating === undefined ? ready.score(answered) : { value: rating }]];
      }),
    );
  };
}

/**
 * All planned cells with what came of them, scored: pure, so scores are worked out anew whenever they are
 * looked at, and a better scorer costs no new answers. The page may work meanwhile.
 * @param read stored cells by their keys; those that are still to come are not there
 */
export async function assemble(
  document: ExperimentDocument,
  rounds: readonly Round[],
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Cell>>,
  ratings: readonly HandRating[] = [],
): Promise<Results> {
  const score = scorerOf(document, ratingsByCell(ratings));
  const breathe = breathing();
  const rows: ResultRow[] = [];
  for (const round of rounds) {
    const cells = await read([...new Set(round.cells.map(({ key }) => key))]);
    const judgments = new JudgmentBook(round, cells);
    for (const planned of round.cells) {
      const cell = cells.get(planned.key);
      rows.push({
        round: round.number,
        planned,
        arm: round.arms[planned.arm] as ResultRow['arm'],
        item: round.items[planned.item] as ResultRow['item'],
        cell,
        scores: cell ? score(round, planned, cell, judgments) : {},
      });
      await breathe();
    }
  }
  return { document, rounds, rows, ratings };
}
