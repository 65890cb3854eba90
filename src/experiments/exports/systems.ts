import { safeName, unlike } from '../../formats/exports/names.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import type { PlannedArm, PlannedItem, Round } from '../plan/plan.ts';
import type { ResultRow, Results } from '../results/results.ts';

/** A question under one seed: its turns in order, each with what came of it. */
export interface Conversation {
  readonly item: PlannedItem;
  /** The item's place in its round, from 0. */
  readonly number: number;
  readonly seed: number;
  /** The seed's place among the system's draws, from 0. */
  readonly draw: number;
  readonly turns: readonly ResultRow[];
}

/** What other tools call a model, or a system: one arm of one round. */
export interface System {
  /** The model and the arm; unlike all others, also as the name of a file. */
  readonly name: string;
  readonly round: Round;
  readonly arm: PlannedArm;
  /** The arm's number in its round. */
  readonly number: number;
  /** Seeds that make a difference: one where the answers to a question are one piece of work. */
  readonly seeds: readonly number[];
  /** Question by question, seed by seed. */
  readonly conversations: readonly Conversation[];
  /** Texts that were judged in place of an answer. */
  readonly likelihoods: readonly ResultRow[];
}

const isSame = (a: ResultRow, b: ResultRow): boolean =>
  a.planned.key === b.planned.key && JSON.stringify(a.scores) === JSON.stringify(b.scores);

/** Whether all seeds of an arm gave the same work, judged alike: to count it five times would be wrong. */
async function isOneDraw(rows: readonly ResultRow[], rest: Rest): Promise<boolean> {
  const first = new Map<string, ResultRow>();
  for (const row of rows) {
    await rest();
    const { item, turn, kind, scorer } = row.planned;
    const place = `${item}/${turn}/${kind}/${scorer ?? ''}`;
    const known = first.get(place);
    if (known && !isSame(known, row)) return false;
    if (!known) first.set(place, row);
  }
  return true;
}

async function conversationsOf(
  { items }: Round,
  rows: readonly ResultRow[],
  seeds: readonly number[],
  rest: Rest,
): Promise<Conversation[]> {
  const found = new Map<string, ResultRow[]>();
  for (const row of rows) {
    await rest();
    const place = `${row.planned.item}/${row.planned.seed}`;
    const turns = found.get(place) ?? [];
    found.set(place, turns);
    turns[row.planned.turn - 1] = row;
  }
  const conversations: Conversation[] = [];
  for (const [number, item] of items.entries())
    for (const [draw, seed] of seeds.entries()) {
      await rest();
      // a turn that is not planned leaves no hole
      const turns = (found.get(`${number}/${seed}`) ?? []).filter((row) => row !== undefined);
      if (turns.length > 0) conversations.push({ item, number, seed, draw, turns });
    }
  return conversations;
}

/** Every arm of every round as a system of its own; the page may work meanwhile. */
export async function systemsOf(results: Results, rest: Rest): Promise<System[]> {
  const rows = new Map<string, ResultRow[]>();
  for (const row of results.rows) {
    const place = `${row.round}/${row.planned.arm}/${row.planned.kind}`;
    const known = rows.get(place);
    if (known) known.push(row);
    else rows.set(place, [row]);
    await rest();
  }
  const arms = results.rounds.flatMap((round) =>
    round.arms.map((arm, number) => ({ round, arm, number, place: `${round.number}/${number}` })),
  );
  const labels = arms.map(({ round, arm }) => {
    const part = round.purpose === 'search' ? ` · round ${round.number + 1}` : '';
    return safeName(`${arm.model.id} · ${arm.label}${part}`);
  });
  const names = unlike(labels);
  const systems: System[] = [];
  for (const [i, { round, arm, number, place }] of arms.entries()) {
    const answers = rows.get(`${place}/answer`) ?? [];
    const likelihoods = rows.get(`${place}/likelihood`) ?? [];
    const all = [...answers, ...likelihoods];
    const planned = new Set(all.map((row) => row.planned.seed));
    const asked = results.document.seeds.filter((seed) => planned.has(seed));
    const seeds = (await isOneDraw(all, rest)) ? asked.slice(0, 1) : asked;
    systems.push({
      name: names[i] as string,
      round,
      arm,
      number,
      seeds,
      conversations: await conversationsOf(round, answers, seeds, rest),
      likelihoods,
    });
  }
  return systems;
}

/** One seed of a system, for tools that know one answer to a question. */
export interface Draw extends Omit<System, 'seeds'> {
  readonly seed: number;
}

/** Systems seed by seed; their names tell the seed where there is more than one. */
export const drawsOf = (systems: readonly System[]): Draw[] =>
  systems.flatMap(({ seeds, ...system }) =>
    seeds.map((seed) => ({
      ...system,
      name: seeds.length > 1 ? `${system.name} · seed ${seed}` : system.name,
      seed,
      conversations: system.conversations.filter((conversation) => conversation.seed === seed),
      likelihoods: system.likelihoods.filter(({ planned }) => planned.seed === seed),
    })),
  );
