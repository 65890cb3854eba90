import type { Verdict } from '../../scoring/ifeval/verdict.ts';
import { percent, type Responses } from './responses.ts';
import { joined, type ScoredPart, type ScoreTable } from './scored.ts';

/** What a file's own checker found of one prompt. */
interface Stored {
  readonly query: string;
  readonly instructions: readonly string[];
  readonly strict: readonly boolean[] | null;
  readonly loose: readonly boolean[] | null;
}

const hows = ['strict', 'loose'] as const;

const count = (flags: readonly boolean[]) => ({
  right: flags.filter(Boolean).length,
  n: flags.length,
});

/** The last row of each prompt that carries flags. */
function storedOf({ answers }: Responses): Stored[] {
  const rows = answers.flatMap(({ query = '', ifeval }) =>
    ifeval && (ifeval.strict ?? ifeval.loose) ? [{ query, ...ifeval }] : [],
  );
  return [...new Map(rows.map((row) => [row.query, row])).values()];
}

/** What our checker found of one system, by prompt. */
export interface Checked {
  readonly system: string;
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
}

interface TypeAgreement {
  readonly type: string;
  /** Instructions on which both say the same, of those that both judged. */
  readonly strict: { readonly right: number; readonly n: number };
  readonly loose: { readonly right: number; readonly n: number };
}

function agreementOf(rows: readonly Stored[], { verdicts }: Checked): TypeAgreement[] {
  const same: Record<(typeof hows)[number], Map<string, boolean[]>> = {
    strict: new Map(),
    loose: new Map(),
  };
  for (const { query, instructions, ...flags } of rows)
    for (const [i, verdict] of (verdicts.get(query) ?? []).entries()) {
      const type = instructions[i];
      if (type === undefined || 'error' in verdict) continue;
      for (const how of hows) {
        const flag = flags[how]?.[i];
        if (flag === undefined) continue;
        same[how].set(type, [...(same[how].get(type) ?? []), flag === verdict[how]]);
      }
    }
  const types = [...new Set(hows.flatMap((how) => [...same[how].keys()]))].sort();
  return types.map((type) => ({
    type,
    strict: count(same.strict.get(type) ?? []),
    loose: count(same.loose.get(type) ?? []),
  }));
}

/**
 * What files say of themselves, where another checker wrote its flags into them; and how often it and ours agree,
 * type by type, where both judged.
 */
export function storedPart(systems: readonly Responses[], checked: readonly Checked[]): ScoredPart {
  const told = systems
    .map((responses) => ({ system: responses.system, rows: storedOf(responses) }))
    .filter(({ rows }) => rows.length > 0);
  if (told.length === 0) return joined([]);
  const stored = told.map(({ system, rows }) => {
    const of = (how: (typeof hows)[number]) => {
      const flags = rows.flatMap((row) => (row[how] ? [row[how]] : []));
      return {
        prompts: count(flags.map((all) => all.every(Boolean))),
        instructions: count(flags.flat()),
      };
    };
    return { system, strict: of('strict'), loose: of('loose') };
  });
  const agreement = told.flatMap(({ system, rows }) => {
    const ours = checked.find((each) => each.system === system);
    return ours ? [{ system, types: agreementOf(rows, ours) }] : [];
  });
  return {
    scores: { stored, agreement },
    notes: [],
    tables: [
      {
        title: 'What the files’ own checker says',
        about: 'Per cent, counted from flags that stand in the files; nothing was checked for it.',
        head: [
          'system',
          'prompts, strict',
          'prompts, loose',
          'instructions, strict',
          'instructions, loose',
        ],
        rows: stored.map(({ system, strict, loose }) => [
          system,
          percent(strict.prompts),
          percent(loose.prompts),
          percent(strict.instructions),
          percent(loose.instructions),
        ]),
      },
      ...agreement.map(({ system, types }): ScoreTable => ({
        title: `Agreement with the file’s own checker: ${system}`,
        about: 'Per cent of instructions of a type on which both say the same.',
        head: ['type', 'strict', 'loose'],
        rows: types.map(({ type, strict, loose }) => [type, percent(strict), percent(loose)]),
      })),
    ],
  };
}
