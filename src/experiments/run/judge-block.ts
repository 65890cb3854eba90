import type { LikelihoodCell } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import { answerStart } from '../../domain/prompt.ts';
import type { PlannedCell } from '../plan/plan.ts';
import {
  armOf,
  failedCell,
  ofTheCell,
  promptsOf,
  recipeText,
  recordOf,
  type BlockGround,
} from './block.ts';
import { continuation } from './continuation.ts';
import { wholeText } from './prompts.ts';

/** The text that a likelihood judges, as it would stand in the prompt's answer. */
function judgedText({ round, answers }: BlockGround, planned: PlannedCell): string {
  const { item, seed, turn, textOf } = planned;
  const { language, template } = armOf(round, planned).setting;
  const text =
    typeof textOf === 'number'
      ? answers.of(textOf, item, seed, turn)
      : (round.items[item]?.turns[language]?.[turn - 1]?.reference ?? '');
  return answerStart(template) + text;
}

/** Judges the texts of a block of likelihoods. */
export async function judgeBlock(
  ground: BlockGround,
  cells: readonly PlannedCell[],
): Promise<void> {
  const { engine, loaded, tuning, document, signal, keep } = ground;
  const prompts = await promptsOf(ground, cells);
  const scorer = document.scorers[cells[0]?.scorer ?? 0];
  const alternatives = scorer?.kind === 'likelihood' ? scorer.alternatives : 0;
  const jobs = [];
  for (const prompt of prompts) {
    try {
      const text = judgedText(ground, prompt.planned);
      const whole = wholeText(prompt) + text;
      const [all = []] = await engine.tokenize({ texts: [whole] });
      jobs.push({ prompt, text, tokens: continuation(prompt.tokens, all, loaded.contextLength) });
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (!ofTheCell(problem)) throw problem;
      keep(failedCell(prompt.planned.key, problem.report()));
    }
  }
  const scores = await engine.score(
    {
      jobs: jobs.map(({ tokens }) => ({
        promptTokens: tokens.prompt,
        tokens: tokens.text,
        ...(tuning && { adapter: tuning.adapter }),
      })),
      alternatives,
    },
    { signal },
  );
  jobs.forEach(({ prompt, text, tokens }, i) => {
    const score = scores[i] as (typeof scores)[number];
    const cell: LikelihoodCell = {
      ...recordOf(ground, prompt),
      ...score,
      kind: 'likelihood',
      text,
      tokens: tokens.text,
    };
    keep(cell, recipeText(prompt));
  });
}
