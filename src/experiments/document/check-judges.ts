import { Problem } from '../../domain/problem.ts';
import { choosePrompt, purposeOf } from '../../scoring/judging/choose-prompt.ts';
import { fillPrompt } from '../../scoring/judging/fill.ts';
import type { Judge } from '../../scoring/scorers/judge.ts';
import { endpointOf } from './endpoint-of.ts';
import type { ExperimentDocument } from './document.ts';

const refusal = (message: string, remedy: string): Problem =>
  new Problem({ code: 'bad-input', message, remedy });

function checkWho(document: ExperimentDocument, { judge, as }: Judge, at: string): void {
  if (judge.by !== 'served') return;
  try {
    endpointOf(document, judge.endpoint);
  } catch (thrown) {
    const { message, remedy } = Problem.from(thrown);
    throw refusal(`${at}.judge.endpoint: ${message}`, remedy);
  }
  if (as === 'calibrated')
    throw refusal(
      `${at}.as: a served model is not calibrated: an empty answer would be asked about for every question, and paid for.`,
      'Read it as "parsed" or "weighted", or judge with a model of the lab.',
    );
}

/** Whether every prompt of the document's own can be written, and there is one for each turn. */
function checkPrompts(document: ExperimentDocument, { prompts, mode }: Judge, at: string): void {
  if (prompts === 'lab') return;
  const own = document.material.judgePrompts;
  if (!own)
    throw refusal(
      `${at}.prompts: the document brings no judge prompts of its own.`,
      'Put them into "material.judgePrompts", or say "lab".',
    );
  for (const turn of [1, 2] as const)
    if (turn <= document.turns)
      choosePrompt(own, { pair: mode !== 'single', turns: turn, reference: false });
  for (const prompt of own) {
    const { pair, turns, reference } = purposeOf(prompt);
    const texts = Array.from({ length: turns }, () => '');
    fillPrompt(prompt, {
      questions: texts,
      references: reference ? texts : null,
      answers: pair ? [texts, texts] : [texts],
    });
  }
}

/**
 * Refuses judges that could not be asked, before anything runs.
 * @throws Problem 'bad-input' that names the scorer or the prompt
 */
export function checkJudges(document: ExperimentDocument): void {
  for (const [i, scorer] of document.scorers.entries()) {
    if (scorer.kind !== 'judge') continue;
    checkWho(document, scorer, `scorers[${i}]`);
    checkPrompts(document, scorer, `scorers[${i}]`);
  }
}
