import type { AnswerCell } from '../../domain/cell.ts';
import { Problem } from '../../domain/problem.ts';
import { decodingOf } from '../plan/keys.ts';
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
import type { CellPromptTokens } from './prompts.ts';

/** Asks all cells of a block of answers, side by side. */
export async function answerBlock(
  ground: BlockGround,
  cells: readonly PlannedCell[],
): Promise<void> {
  const { engine, round, tuning, signal, keep } = ground;
  const prompts = await promptsOf(ground, cells);
  const decodings = prompts.map(({ planned }) =>
    decodingOf(armOf(round, planned).setting, planned.seed),
  );
  const jobs = prompts.map(({ planned, tokens }, i) => ({
    promptTokens: tokens,
    decoding: decodings[i] as AnswerCell['decoding'],
    key: planned.key,
    ...(tuning && { adapter: tuning.adapter }),
  }));
  const broken: Problem[] = [];
  await engine.generateAll(
    { jobs },
    {
      signal,
      onEvent: (event) => {
        const prompt = prompts[event.job] as CellPromptTokens;
        if ('problem' in event) {
          const problem = new Problem(event.problem);
          if (ofTheCell(problem)) keep(failedCell(prompt.planned.key, event.problem));
          else broken.push(problem);
        } else
          keep(
            {
              ...recordOf(ground, prompt),
              kind: 'answer',
              decoding: decodings[event.job] as AnswerCell['decoding'],
              generation: event.generation,
            },
            recipeText(prompt),
          );
      },
    },
  );
  // the engine's trouble, not the cells': they are worth another try
  if (broken[0]) throw broken[0];
}
