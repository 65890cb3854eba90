import { scoreIfeval, type IfevalTable } from '../../scoring/ifeval/score.ts';
import { resting, type Rest, type Steps } from '../../scoring/statistics/steps.ts';
import { storedPart, type Checked } from './ifeval-stored.ts';
import { percent, responsesOf, responsesTo } from './responses.ts';
import { itemsOf } from './rows.ts';
import {
  joined,
  type ScoreCell,
  type ScoredPart,
  type ScoreTable,
  type SourceFile,
} from './scored.ts';

/** What IFEval's checker finds of one system. */
interface IfevalScores extends IfevalTable {
  readonly system: string;
}

/** IFEval's responses, checked by a program; beside what the file's own checker says, where it says so. */
export async function ifevalPart(files: readonly SourceFile[], rest: Rest): Promise<ScoredPart> {
  const items = itemsOf(files).flatMap(({ id, turns, ifeval }) =>
    ifeval && turns[0] ? [{ key: id, prompt: turns[0].query, ...ifeval }] : [],
  );
  const systems = responsesOf(files);
  if (systems.length === 0) return joined([]);
  const scores: IfevalScores[] = [];
  const checked: Checked[] = [];
  const notes: string[] = [];
  for (const of of items.length > 0 ? systems : []) {
    const { responses, notes: found } = responsesTo(items, of);
    notes.push(...found);
    const rows = items.map((item, i) => ({ ...item, response: responses[i]?.turns[0] ?? null }));
    const table = await resting(inSteps(rows), rest);
    scores.push({ system: of.system, ...table });
    const verdicts = table.rows.flatMap((row, i) => {
      const answer = responses[i];
      return answer ? [[answer.query ?? '', row.verdicts] as const] : [];
    });
    checked.push({ system: of.system, verdicts: new Map(verdicts) });
  }
  const own: ScoredPart = { scores: { ifeval: scores }, notes, tables: tablesOf(scores) };
  return joined([...(scores.length > 0 ? [own] : []), storedPart(systems, checked)]);
}

/** One step before and one after: a check of all rows is a second at most. */
function* inSteps(rows: Parameters<typeof scoreIfeval>[0]): Steps<IfevalTable> {
  yield;
  return scoreIfeval(rows);
}

function tablesOf(scores: readonly IfevalScores[]): ScoreTable[] {
  const types = [...new Set(scores.flatMap((row) => row.types.map(({ name }) => name)))].sort();
  const cells = (table: IfevalTable, type: string): ScoreCell[] => {
    const found = table.types.find(({ name }) => name === type);
    return found ? [percent(found.strict), percent(found.loose)] : ['–', '–'];
  };
  return [
    {
      title: 'Instructions followed',
      about:
        'Per cent, with Wilson’s 95 % intervals. A prompt counts where all its instructions are followed; loose: also where one of eight tidied versions of the response follows. What cannot be checked, and prompts without a response, are in no number.',
      head: [
        'system',
        'prompts, strict',
        'prompts, loose',
        'instructions, strict',
        'instructions, loose',
        'failed',
      ],
      rows: scores.map(({ system, prompts, instructions, errors }) => [
        system,
        percent(prompts.strict),
        percent(prompts.loose),
        percent(instructions.strict),
        percent(instructions.loose),
        errors.length,
      ]),
    },
    {
      title: 'By type of instruction',
      about: 'Per cent of instructions of a type.',
      head: ['type', ...scores.flatMap(({ system }) => [`${system}, strict`, `${system}, loose`])],
      rows: types.map((type) => [type, ...scores.flatMap((row) => cells(row, type))]),
    },
  ];
}
