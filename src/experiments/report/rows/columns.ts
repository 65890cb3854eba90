import type { Cell } from '../../../domain/cell.ts';
import { cleanAnswer } from '../../../domain/prompt.ts';
import type { ExperimentDocument } from '../../document/document.ts';
import type { ResultRow } from '../../results/results.ts';
import { scorersOf } from '../../results/scorers.ts';

/** What a field holds; null where there is nothing to tell. */
export type Value = string | number | boolean | null;

/** A column of the raw rows. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'number' | 'whole' | 'flag';
  readonly of: (row: ResultRow) => Value;
}

type Made = Exclude<Cell, { kind: 'failed' }>;

const text = (name: string, of: Column['of']): Column => ({ name, type: 'text', of });
const whole = (name: string, of: Column['of']): Column => ({ name, type: 'whole', of });
const number = (name: string, of: Column['of']): Column => ({ name, type: 'number', of });

/** A column of what a model gave; null in rows of cells that failed or are still to come. */
const made =
  (of: (cell: Made) => Value | undefined): Column['of'] =>
  ({ cell }) =>
    cell && cell.kind !== 'failed' ? (of(cell) ?? null) : null;

const generated = (
  of: (generation: Extract<Made, { kind: 'answer' }>['generation']) => Value,
): Column['of'] => made((cell) => (cell.kind === 'answer' ? of(cell.generation) : null));

/** What was written, or judged. */
function textIn(cell: Made): string {
  if (cell.kind === 'answer') return cleanAnswer(cell.generation.text);
  return cell.kind === 'judgment' ? cell.reply : cell.text;
}

function tokensIn(cell: Made): number {
  if (cell.kind === 'judgment') return cell.length;
  return (cell.kind === 'answer' ? cell.generation : cell).tokens.length;
}

function logProbabilityOf(cell: Made): number | null {
  if (cell.kind === 'judgment') return null;
  return sum((cell.kind === 'answer' ? cell.generation : cell).logProbabilities);
}

const stateOf = ({ cell }: ResultRow): string => {
  if (!cell) return 'to come';
  return cell.kind === 'failed' ? 'failed' : 'done';
};

const turnOf = ({ arm, item, planned }: ResultRow) =>
  item.turns[arm.setting.language]?.[planned.turn - 1];

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function factorsOf({ factors, search }: ExperimentDocument): string[] {
  const named = [...factors, ...(search?.check.factors ?? [])].map(({ name }) => name);
  return [...new Set([...named, ...(search ? ['prompt', 'round', 'candidate'] : [])])];
}

const scored = (id: string, part: 'value' | 'error'): Column['of'] => {
  return ({ scores }) => {
    const score = scores[id];
    if (!score) return null;
    if (part === 'value') return 'value' in score ? score.value : null;
    return 'error' in score ? score.error : null;
  };
};

/**
 * The columns of an experiment's raw rows, in their order. Names of factors and scorers stand behind a point,
 * so that none is taken for a column of ours. Times are in milliseconds, log-probabilities natural.
 */
export function columnsOf(document: ExperimentDocument, experiment: string): Column[] {
  return [
    text('experiment', () => experiment),
    text('template', () => document.template),
    whole('round', ({ round }) => round),
    text('kind', ({ planned }) => planned.kind),
    text('state', stateOf),
    text('model', ({ arm }) => arm.model.id),
    text('precision', ({ arm }) => arm.model.precision),
    text('fingerprint', ({ arm }) => arm.model.fingerprint),
    text('arm', ({ arm }) => arm.label),
    text(
      'judge',
      made((cell) => (cell.kind === 'judgment' ? cell.model.label : null)),
    ),
    // which of two answers the judge was shown first
    text('shown_first', ({ planned }) => planned.against?.first ?? null),
    { name: 'is_reference', type: 'flag', of: ({ arm }) => arm.reference },
    ...factorsOf(document).map((name) =>
      text(`factor.${name}`, ({ arm }) => arm.levels[name] ?? null),
    ),
    text('item', ({ item }) => item.id),
    text('category', ({ item }) => item.category),
    text('part', ({ item }) => item.part),
    text('language', ({ arm }) => arm.setting.language),
    number('seed', ({ planned }) => planned.seed),
    whole('turn', ({ planned }) => planned.turn),
    text('query', (row) => turnOf(row)?.query ?? null),
    text('reference_answer', (row) => turnOf(row)?.reference ?? null),
    text('answer', made(textIn)),
    text(
      'raw_answer',
      generated((generation) => generation.text),
    ),
    text(
      'stop_reason',
      generated((generation) => generation.stopReason),
    ),
    text(
      'stop_string',
      generated((generation) => generation.stopString),
    ),
    whole('tokens', made(tokensIn)),
    whole(
      'prompt_tokens',
      made((cell) => cell.prompt.length),
    ),
    number('log_probability', made(logProbabilityOf)),
    ...scorersOf(document.scorers).flatMap(({ id }) => [
      number(`score.${id}`, scored(id, 'value')),
      text(`error.${id}`, scored(id, 'error')),
    ]),
    text('problem', ({ cell }) => (cell?.kind === 'failed' ? cell.problem.message : null)),
    ...(['queued', 'prefill', 'firstToken', 'total'] as const).map((name) =>
      number(
        name === 'firstToken' ? 'first_token_ms' : `${name}_ms`,
        generated(({ timings }) => timings[name]),
      ),
    ),
    text(
      'device',
      made((cell) => cell.device),
    ),
    text(
      'app',
      made((cell) => cell.version.app),
    ),
    text(
      'engine',
      made((cell) => cell.version.engine),
    ),
    text('created_at', ({ cell }) => cell?.createdAt ?? null),
    text('key', ({ planned }) => planned.key),
  ];
}
