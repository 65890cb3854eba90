import { cleanAnswer } from '../../../domain/prompt.ts';
import type { Rest } from '../../../scoring/statistics/steps.ts';
import { spread } from '../../material/spread.ts';
import type { ResultRow } from '../../results/results.ts';
import type { DocumentScorer } from '../../results/scorers.ts';
import { shown } from '../../results/texts.ts';
import { markup, type Markup, type Part } from '../markup.ts';

/** More answers than these would make a file that no browser opens gladly. */
export const mostTranscripts = 2000;

/** One answer with all seeds that gave it: equal keys are the same work. */
interface Transcript {
  readonly row: ResultRow;
  readonly seeds: readonly number[];
}

type Answered = ResultRow & { cell: Extract<NonNullable<ResultRow['cell']>, { kind: 'answer' }> };

const isAnswered = (row: ResultRow): row is Answered => row.cell?.kind === 'answer';

/** The answers that there are, arm by arm in the plan's order, each once under its arm. */
function transcripts(rows: readonly ResultRow[]): Transcript[] {
  const found = new Map<string, { row: ResultRow; seeds: number[] }>();
  for (const row of rows) {
    if (!isAnswered(row)) continue;
    const name = `${row.round}/${row.planned.arm}/${row.planned.key}`;
    const same = found.get(name);
    if (same) same.seeds.push(row.planned.seed);
    else found.set(name, { row, seeds: [row.planned.seed] });
  }
  const place = ({ row: { round, planned } }: Transcript) =>
    [round, planned.arm, planned.item, planned.seed, planned.turn] as const;
  return [...found.values()].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    const at = x.findIndex((value, i) => value !== y[i]);
    return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
  });
}

function scoresOf({ scores }: ResultRow, scorers: readonly DocumentScorer[]): string[] {
  return scorers.flatMap(({ id, label }) => {
    const scored = scores[id];
    if (!scored) return [];
    return [`${label} ${'value' in scored ? shown(scored.value) : `not judged: ${scored.error}`}`];
  });
}

/** By the key of an answer, what judges wrote of it, each judgment once. */
function repliesIn(rows: readonly ResultRow[]): Map<string, Map<string, string>> {
  const replies = new Map<string, Map<string, string>>();
  for (const { cell, planned } of rows) {
    if (cell?.kind !== 'judgment') continue;
    const beside = cell.of.length === 1 ? '' : ` (${cell.of.length} answers side by side)`;
    for (const key of cell.of) {
      const there = replies.get(key) ?? new Map<string, string>();
      replies.set(key, there.set(planned.key, `${cell.model.label}${beside}: ${cell.reply}`));
    }
  }
  return replies;
}

function article(
  { row, seeds }: Transcript,
  scorers: readonly DocumentScorer[],
  replies: Iterable<string>,
): Part {
  if (!isAnswered(row)) return null;
  const { item, planned, arm, cell } = row;
  const { text, tokens, stopReason } = cell.generation;
  const turn = item.turns[arm.setting.language]?.[planned.turn - 1];
  const answer = cleanAnswer(text);
  const facts = [
    `seed${seeds.length > 1 ? 's' : ''} ${seeds.join(', ')}`,
    `turn ${planned.turn}`,
    ...scoresOf(row, scorers),
    `${tokens.length} tokens, ${stopReason}`,
  ];
  return markup`<article>
    <p class="soft">${item.id}${item.category && `, ${item.category}`}: ${facts.join(' · ')}</p>
    <p class="said soft">${turn?.query ?? ''}</p>
    <p class="said">${answer === '' ? '(empty)' : answer}</p>
    ${[...replies].map((reply) => markup`<p class="said soft">${reply}</p>`)}
  </article> `;
}

/**
 * All answers, folded away arm by arm; of more than `mostTranscripts` a sample that is spread evenly over
 * them, which is said. The page may work meanwhile.
 * @returns pieces, to be joined
 */
export async function transcriptsPart(
  rows: readonly ResultRow[],
  scorers: readonly DocumentScorer[],
  rest: Rest,
): Promise<Markup[]> {
  const all = transcripts(rows);
  const chosen = spread(all, mostTranscripts);
  const number = (count: number) => count.toLocaleString('en');
  const pieces: Markup[] = [
    markup`<h2>Transcripts</h2>
      <p>
        ${
          chosen.length < all.length
            ? `${number(chosen.length)} of ${number(all.length)} answers, spread evenly over arms and questions; the raw rows have all.`
            : `All ${number(all.length)} answers.`
        }
        Second turns follow the model’s own first answer. Answers are shown without their code
        fences and end marks.
      </p>`,
  ];
  const replies = repliesIn(rows);
  let open: string | null = null;
  for (const transcript of chosen) {
    const { row } = transcript;
    const arm = `${row.round}/${row.planned.arm}`;
    if (arm !== open) {
      const count = chosen.filter(
        ({ row: other }) => `${other.round}/${other.planned.arm}` === arm,
      ).length;
      if (open !== null) pieces.push(markup`</details>`);
      pieces.push(
        markup`<details class="arm"><summary>${row.arm.label} (${number(count)})</summary>`,
      );
      open = arm;
    }
    const said = replies.get(row.planned.key)?.values() ?? [];
    pieces.push(markup`${article(transcript, scorers, said)}`);
    await rest();
  }
  if (open !== null) pieces.push(markup`</details>`);
  return pieces;
}
