import type { HandRating } from '../../domain/experiment.ts';
import {
  fastChatFiles,
  questionId,
  type FastChatAnswer,
  type FastChatJudgment,
  type FastChatQuestion,
} from '../../formats/exports/fastchat.ts';
import { unixSeconds, type ExportFile, type Named, type Rest } from '../../formats/exports/file.ts';
import { safeName, unlike } from '../../formats/exports/names.ts';
import { blindRatings, ratersIn } from '../rating/raters.ts';
import type { ResultRow } from '../results/results.ts';
import type { ExportSource } from './source.ts';
import { systemsOf, type Conversation, type System } from './systems.ts';
import { answerCell, answerIn, askedIn, wholeAnswers } from './turns.ts';

/** The questions of each language, each once however many arms were asked it. */
function questionsOf(systems: readonly System[]): Named<FastChatQuestion>[] {
  const found = new Map<string, Map<string, FastChatQuestion>>();
  for (const { arm, conversations } of systems) {
    const { language } = arm.setting;
    const questions = found.get(language) ?? new Map<string, FastChatQuestion>();
    found.set(language, questions);
    for (const { item, turns } of conversations) {
      const asked = turns.map(askedIn);
      const known = questions.get(item.id);
      // a search's rounds may ask fewer turns than its check
      if (known && known.turns.length >= asked.length) continue;
      questions.set(item.id, {
        question_id: questionId(item.id),
        category: item.category,
        turns: asked.map(({ query }) => query),
        ...(asked.some(({ reference }) => reference !== null) && {
          reference: asked.map(({ reference }) => reference ?? ''),
        }),
      });
    }
  }
  const only = found.size === 1;
  return [...found].map(([language, questions]) => ({
    name: only ? '' : safeName(language),
    rows: questions.values(),
  }));
}

/** A system's answers: seeds are choices. A conversation that is not whole is no choice. */
function* answersOf({ name, conversations }: System): Generator<FastChatAnswer> {
  const byItem = new Map<number, Conversation[]>();
  for (const conversation of conversations)
    byItem.set(conversation.number, [...(byItem.get(conversation.number) ?? []), conversation]);
  for (const drawn of byItem.values()) {
    const choices = drawn.flatMap((conversation) => {
      const turns = wholeAnswers(conversation);
      return turns ? [{ index: conversation.draw, turns, conversation }] : [];
    });
    const [first] = choices;
    if (!first) continue;
    const cells = choices.flatMap(({ conversation }) => conversation.turns.map(answerCell));
    const times = cells.map((cell) => cell?.createdAt ?? '');
    yield {
      question_id: questionId(first.conversation.item.id),
      answer_id: first.conversation.turns[0]?.planned.key.slice(0, 22) ?? '',
      model_id: name,
      choices: choices.map(({ index, turns }) => ({ index, turns })),
      tstamp: unixSeconds(times.reduce((a, b) => (a > b ? a : b))),
    };
  }
}

/** Judged rows of each system by their cells' keys: a cell stands for every arm that shares it. */
function rowsByKey(systems: readonly System[]): Map<string, { system: System; row: ResultRow }[]> {
  const found = new Map<string, { system: System; row: ResultRow }[]>();
  for (const system of systems)
    for (const row of system.conversations.flatMap(({ turns }) => turns))
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
  const rows = rowsByKey(systems);
  const blind = blindRatings(ratings);
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

/** An experiment as FastChat's `llm_judge` has it: questions, every arm's answers, ratings as judgments. */
export async function exportFastChat(source: ExportSource, rest: Rest): Promise<ExportFile[]> {
  const systems = await systemsOf(source.results, rest);
  return fastChatFiles(
    {
      questions: questionsOf(systems),
      answers: systems.map((system) => ({ name: system.name, rows: answersOf(system) })),
      judgments: humanJudgments(systems, source.ratings),
    },
    rest,
  );
}
