import { breathing } from '../../domain/breathing.ts';
import { Problem } from '../../domain/problem.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { alpacaPart } from './alpaca-eval.ts';
import { justEvalPart } from './just-eval.ts';
import { ratingsPart } from './mt-bench.ts';
import { pairsPart } from './pairs.ts';
import {
  benchNames,
  joined,
  type Scored,
  type ScoredBench,
  type ScoredPart,
  type SourceFile,
} from './scored.ts';

type Scoring = (files: readonly SourceFile[], rest: Rest) => Promise<ScoredPart>;

/** The checker brings its languages along: it comes when it is asked for. */
const ifeval: Scoring = async (files, rest) =>
  (await import('./ifeval.ts')).ifevalPart(files, rest);

/** What each bench's numbers are made by, and what its files must hold. */
const benches: Readonly<Record<ScoredBench, { scorings: readonly Scoring[]; needs: string }>> = {
  'mt-bench': {
    scorings: [ratingsPart, pairsPart],
    needs: 'judgments, of single answers or of pairs',
  },
  'alpaca-eval': { scorings: [alpacaPart], needs: 'annotations' },
  ifeval: { scorings: [ifeval], needs: 'its prompts with their instructions, and responses' },
  'just-eval': { scorings: [justEvalPart], needs: 'judgments by aspect' },
};

/**
 * The scores of one bench from files that were made elsewhere, whatever made them: what a file is, its content says.
 * Failed judgments are in no mean, and counted. The page may work meanwhile.
 * @throws Problem 'bad-input' where the files hold nothing that the bench is scored by
 */
export async function scoreFiles(
  bench: ScoredBench,
  files: readonly SourceFile[],
  rest: Rest = breathing(),
): Promise<Scored> {
  const { scorings, needs } = benches[bench];
  const parts: ScoredPart[] = [];
  for (const scoring of scorings) parts.push(await scoring(files, rest));
  const { tables, scores, notes } = joined(parts);
  if (tables.length === 0)
    throw new Problem({
      code: 'bad-input',
      message: `${files.map(({ name, file }) => `${name}: line 1: ${file.recognised}`).join('; ')}. ${benchNames[bench]} is scored by ${needs}.`,
      remedy: `Give a file with ${needs}.`,
    });
  return {
    format: 'incontext-lab/scores',
    version: 1,
    bench,
    files: files.map(({ name, file: { recognised, problems } }) => ({
      name,
      recognised,
      leftOut: problems.length,
    })),
    notes,
    scores,
    tables,
  };
}

/** The benches that these files can be scored by. */
export function scorable(files: readonly SourceFile[]): ScoredBench[] {
  const found = new Set<ScoredBench>();
  for (const { file } of files)
    if (file.kind === 'judgments')
      found.add(
        file.form === 'preference'
          ? 'alpaca-eval'
          : file.form === 'aspects'
            ? 'just-eval'
            : 'mt-bench',
      );
  const prompts = files.some(
    ({ file }) => file.kind === 'questions' && file.items.some((item) => item.ifeval !== undefined),
  );
  const responses = files.flatMap(({ file }) =>
    file.kind === 'answers' && file.form === 'ifeval' ? file.answers : [],
  );
  const flagged = responses.some((answer) => answer.ifeval?.strict ?? answer.ifeval?.loose);
  if (responses.length > 0 && (prompts || flagged)) found.add('ifeval');
  return [...found];
}
