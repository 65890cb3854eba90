import type { Cell, JudgmentCell } from '../../domain/cell.ts';
import {
  questionId,
  type FastChatJudgment,
  type FastChatPair,
  type FastChatWinner,
} from '../../formats/exports/fastchat.ts';
import { unixSeconds, type Named, type Rest } from '../../formats/exports/file.ts';
import { safeName } from '../../formats/exports/names.ts';
import { parseVerdict } from '../../scoring/judging/parse.ts';
import { readJudgments } from '../../scoring/judging/read-judgments.ts';
import type { Judge } from '../../scoring/scorers/judge.ts';
import { askedOf } from '../judging/asked.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import type { ResultRow, Results } from '../results/results.ts';
import { judgmentText } from '../run/judgment-text.ts';
import { answersIn, type Answers } from '../run/prompts.ts';
import type { System } from './systems.ts';

/** A judgment with all that FastChat says of one. */
interface Said {
  readonly row: ResultRow;
  readonly cell: JudgmentCell;
  readonly named: Judge;
  readonly judge: readonly [model: string, prompt: string];
  readonly prompt: string;
}

/** Everything that judges were asked in a round, and what they said. */
class Bench {
  readonly #document: Results['document'];
  readonly #round: Round;
  readonly #answers: Answers;

  constructor(document: Results['document'], round: Round, cells: ReadonlyMap<string, Cell>) {
    this.#document = document;
    this.#round = round;
    this.#answers = answersIn(round, cells);
  }

  said(row: ResultRow): Said | null {
    const { planned, cell, arm, item } = row;
    const named = this.#document.scorers[planned.scorer ?? -1];
    if (cell?.kind !== 'judgment' || named?.kind !== 'judge') return null;
    const ground = { document: this.#document, round: this.#round, answers: this.#answers };
    const place = { item, language: arm.setting.language, turn: planned.turn };
    const reading = named.as === 'parsed' ? '' : `, ${named.as}`;
    return {
      row,
      cell,
      named,
      judge: [`${cell.model.id}${reading}`, askedOf(this.#document, named, place).prompt.name],
      prompt: judgmentText(ground, { named }, planned).user,
    };
  }
}

function single({ row, cell, named, judge, prompt }: Said, model: string): FastChatJudgment {
  const scored = readJudgments([cell], { of: 'one', as: named.as });
  return {
    question_id: questionId(row.item.id),
    model,
    judge,
    user_prompt: prompt,
    judgment: cell.reply,
    // FastChat's word for a reply without a rating; it leaves those out
    score: 'value' in scored ? scored.value : -1,
    turn: row.planned.turn,
    tstamp: unixSeconds(cell.createdAt),
  };
}

const winnerIn = (
  { reply }: JudgmentCell,
  a: FastChatWinner,
  b: FastChatWinner,
): FastChatWinner => {
  const verdict = parseVerdict(reply);
  if (verdict === null) return 'error';
  return verdict === 'tie' ? 'tie' : verdict === 'A' ? a : b;
};

function pair(own: Said, other: Said, names: readonly [string, string]): FastChatPair {
  return {
    question_id: questionId(own.row.item.id),
    model_1: names[0],
    model_2: names[1],
    g1_winner: winnerIn(own.cell, 'model_1', 'model_2'),
    g2_winner: winnerIn(other.cell, 'model_2', 'model_1'),
    judge: own.judge,
    g1_user_prompt: own.prompt,
    g1_judgment: own.cell.reply,
    g2_user_prompt: other.prompt,
    g2_judgment: other.cell.reply,
    turn: own.row.planned.turn,
    tstamp: unixSeconds(other.cell.createdAt),
  };
}

/** Rows by the judge's name, which is the file's. */
class ByJudge<Row extends { readonly judge: readonly [string, string] }> {
  readonly #rows = new Map<string, Row[]>();

  add(row: Row): void {
    const name = safeName(row.judge[0]);
    const rows = this.#rows.get(name) ?? [];
    this.#rows.set(name, rows);
    rows.push(row);
  }

  get files(): Named<Row>[] {
    return [...this.#rows].map(([name, rows]) => ({ name, rows }));
  }
}

const placeOf = ({ arm, item, seed, turn, scorer, against }: PlannedCell): string =>
  [arm, item, seed, turn, scorer, against?.arm].join('/');

/**
 * What models said that judged, as FastChat writes it: ratings of one answer, verdicts on two in both orders. A
 * judgment that failed is left out; a reply that nobody could read is there, with FastChat's mark for it.
 */
export async function judgesSaid(
  systems: readonly System[],
  { document, rounds, rows }: Results,
  rest: Rest,
): Promise<{ single: Named<FastChatJudgment>[]; pairs: Named<FastChatPair>[] }> {
  const [ratings, verdicts] = [new ByJudge<FastChatJudgment>(), new ByJudge<FastChatPair>()];
  for (const round of rounds) {
    const own = rows.filter((row) => row.round === round.number);
    if (!own.some(({ planned }) => planned.kind === 'judgment')) continue;
    const cells = new Map(own.flatMap(({ planned, cell }) => (cell ? [[planned.key, cell]] : [])));
    const bench = new Bench(document, round, cells);
    const inRound = systems.filter((system) => system.round === round);
    const named = (arm: number) => inRound.find(({ number }) => number === arm);
    const waiting = new Map<string, Said>();
    for (const row of own) {
      await rest();
      const { planned } = row;
      const system = named(planned.arm);
      const said = planned.kind === 'judgment' ? bench.said(row) : null;
      if (!said || !system?.seeds.includes(planned.seed)) continue;
      const { against } = planned;
      if (!against) {
        ratings.add(single(said, system.name));
        continue;
      }
      const other = waiting.get(placeOf(planned));
      if (!other) {
        waiting.set(placeOf(planned), said);
        continue;
      }
      const [first, second] = against.first === 'own' ? [said, other] : [other, said];
      verdicts.add(pair(first, second, [system.name, named(against.arm)?.name ?? '']));
    }
  }
  return { single: ratings.files, pairs: verdicts.files };
}
