import type { HandRating } from '../../domain/experiment.ts';
import { questionId, type FastChatJudgment } from '../../formats/exports/fastchat.ts';
import { unixSeconds, type Named } from '../../formats/exports/file.ts';
import { safeName, unlike } from '../../formats/exports/names.ts';
import { blindRatings, ratersIn } from '../rating/raters.ts';
import type { ResultRow } from '../results/results.ts';
import type { System } from './systems.ts';
import { answerIn, askedIn } from './turns.ts';

/** Judged rows of each system by their cells' keys: a cell stands for every arm that shares it. */
function rowsByKey(systems: readonly System[]): Map<string, { system: System; row: ResultRow }[]> {
  const found = new Map<string, { system: System; row: ResultRow }[]>();
  for (const system of systems)
    for (const { turns } of system.conversations)
      for (const row of turns)
        found.set(row.planned.key, [...(found.get(row.planned.key) ?? []), { system, row }]);
  return found;
}

/**
 * What readers rated blind, one answer at a time, as judgments: the judge is "human:" and the rater's name.
 * Pairs were seen in one order; FastChat's pairs have both, so they are none.
 */
export function humanJudgments(
  systems: readonly System[],
  ratings: readonly HandRating[],
): Named<FastChatJudgment>[] {
  const blind = blindRatings(ratings).filter(({ judgment }) => judgment.kind === 'single');
  if (blind.length === 0) return [];
  const rows = rowsByKey(systems);
  const raters = ratersIn(blind);
  const names = unlike(raters.map((rater) => safeName(`human:${rater}`)));
  return raters.flatMap((rater, i) => {
    const judge = `human:${rater}`;
    const judged = blind.flatMap(({ rater: who, createdAt, judgment }): FastChatJudgment[] => {
      if (who !== rater || judgment.kind !== 'single') return [];
      return (rows.get(judgment.cell) ?? []).map(({ system, row }) => ({
        question_id: questionId(row.item.id),
        model: system.name,
        judge: [judge, 'blind-rating-1-10'],
        user_prompt: `${askedIn(row).query}\n\n${answerIn(row) ?? ''}`,
        judgment: `[[${judgment.rating}]]`,
        score: judgment.rating,
        turn: row.planned.turn,
        tstamp: unixSeconds(createdAt),
      }));
    });
    return judged.length > 0 ? [{ name: names[i] as string, rows: judged }] : [];
  });
}
