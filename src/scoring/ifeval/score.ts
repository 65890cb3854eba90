import type { Interval } from '../statistics/interval.ts';
import { wilson } from '../statistics/wilson.ts';
import type { How } from './follow.ts';
import type { IfevalInstruction } from './ready.ts';
import { verdicts, type Verdict } from './verdict.ts';

/** A prompt with what a system answered. */
export interface IfevalRow {
  readonly key: string | number;
  readonly prompt: string;
  readonly instructions: readonly IfevalInstruction[];
  /** Null where there is no answer: an error, not a failure to follow. */
  readonly response: string | null;
}

/** A share with Wilson's 95 % interval, and what it is a share of; no interval of nothing. */
export interface Rate {
  readonly right: number;
  readonly n: number;
  readonly interval: Interval | null;
}
/** Of strict and of loose verdicts. */
export type Accuracy = Readonly<Record<How, Rate>>;
export interface NamedAccuracy extends Accuracy {
  /** "keywords" or "keywords:existence"; Spanish and French ones keep their prefix. */
  readonly name: string;
}

/** IFEval's table (arXiv 2311.07911, section 3). */
export interface IfevalTable {
  /** Prompts all of whose instructions are followed. */
  readonly prompts: Accuracy;
  /** Instructions followed, of all prompts together. Wilson's interval takes them for independent. */
  readonly instructions: Accuracy;
  /** The same by group and by type, in the order of their names. */
  readonly groups: readonly NamedAccuracy[];
  readonly types: readonly NamedAccuracy[];
  /** A verdict for each instruction of each row; none for a row without a response. */
  readonly rows: readonly { readonly key: IfevalRow['key']; readonly verdicts: Verdict[] }[];
  /** What could not be judged, and is in no rate; a prompt with one such instruction is in no prompts' rate. */
  readonly errors: readonly {
    readonly key: IfevalRow['key'];
    /** The instruction's id; null for the whole row. */
    readonly id: string | null;
    readonly message: string;
  }[];
}

type Judged = Extract<Verdict, { strict: boolean }>;

const rate = (verdicts: readonly Judged[], how: How): Rate => {
  const right = verdicts.filter((verdict) => verdict[how]).length;
  const n = verdicts.length;
  return { right, n, interval: n === 0 ? null : wilson(right, n) };
};
const accuracy = (verdicts: readonly Judged[]): Accuracy => ({
  strict: rate(verdicts, 'strict'),
  loose: rate(verdicts, 'loose'),
});

/** Of a prompt: all its instructions or nothing. */
const whole = (verdicts: readonly Judged[]): Judged => ({
  strict: verdicts.every(({ strict }) => strict),
  loose: verdicts.every(({ loose }) => loose),
});

function named(all: readonly { name: string; verdict: Judged }[]): NamedAccuracy[] {
  const byName = new Map<string, Judged[]>();
  for (const { name, verdict } of all) byName.set(name, [...(byName.get(name) ?? []), verdict]);
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, verdicts]) => ({ name, ...accuracy(verdicts) }));
}

/** Without "en:", which means the same as no prefix. */
const typeOf = (id: string): string => id.replace(/^en:/, '');
const groupOf = (id: string): string => typeOf(id).replace(/:[^:]*$/, '');

/** Prompt- and instruction-level accuracy of one system's answers, strict and loose. Never throws. */
export function scoreIfeval(rows: readonly IfevalRow[]): IfevalTable {
  const judged = rows.map((row) => ({
    row,
    verdicts: row.response === null ? [] : verdicts(row.instructions, row.response),
  }));
  const prompts: Judged[] = [];
  const single: { id: string; verdict: Judged }[] = [];
  const errors: IfevalTable['errors'][number][] = [];
  for (const { row, verdicts } of judged) {
    const { key, instructions, response } = row;
    if (response === null) errors.push({ key, id: null, message: 'There is no response.' });
    else if (instructions.length === 0)
      errors.push({ key, id: null, message: 'The prompt has no instructions.' });
    const parts: Judged[] = [];
    verdicts.forEach((verdict, i) => {
      const id = instructions[i]?.id ?? '';
      if ('error' in verdict) errors.push({ key, id, message: verdict.error });
      else {
        parts.push(verdict);
        single.push({ id, verdict });
      }
    });
    if (parts.length > 0 && parts.length === instructions.length) prompts.push(whole(parts));
  }
  return {
    prompts: accuracy(prompts),
    instructions: accuracy(single.map(({ verdict }) => verdict)),
    groups: named(single.map(({ id, verdict }) => ({ name: groupOf(id), verdict }))),
    types: named(single.map(({ id, verdict }) => ({ name: typeOf(id), verdict }))),
    rows: judged.map(({ row, verdicts }) => ({ key: row.key, verdicts })),
    errors,
  };
}
