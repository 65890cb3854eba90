import type { Generator } from '../generate/generator.ts';
import { probeLayouts, type ProbeLayout } from './layouts.ts';
import type { ProbeTask } from './task.ts';
import { probeTasks } from './tasks.ts';
import { heldOutScene } from './words.ts';

/** One task in one layout with so many examples. */
export interface ProbeCase {
  readonly task: ProbeTask;
  readonly layout: ProbeLayout;
  readonly size: number;
}

/** What came of a case. */
export interface ProbeResult {
  readonly right: number;
  readonly count: number;
  /** Wrong answers with what was expected, for reading. */
  readonly wrong: readonly { readonly answer: string; readonly expected: string }[];
}

/** All cases, a layout of lines only where the task is short enough for it. */
export const probeCases: readonly ProbeCase[] = probeTasks.flatMap((task) =>
  probeLayouts
    .filter(({ lines }) => task.short || !lines)
    .flatMap((layout) => task.sizes.map((size) => ({ task, layout, size }))),
);

/** "recall fence 8" */
export const probeName = ({ task, layout, size }: ProbeCase): string =>
  `${task.name} ${layout.name} ${size}`;

/**
 * Asks `count` questions of a case, greedily. The questions depend on the case and their number alone:
 * every model is asked the same.
 */
export async function runProbe(
  generator: Generator,
  { task, layout, size }: ProbeCase,
  count: number,
  signal?: AbortSignal,
): Promise<ProbeResult> {
  const questions = Array.from({ length: count }, (_, i) =>
    task.draw(heldOutScene(`probe/${task.name}/${size}/${i}`), size),
  );
  const answers = await generator.generate(
    questions.map((question) => layout.job(question)),
    signal ? { signal } : {},
  );
  const wrong = questions.flatMap(({ right, expected }, i) => {
    const answer = answers[i]?.text.trim() ?? '';
    return right(answer) ? [] : [{ answer, expected }];
  });
  return { right: count - wrong.length, count, wrong };
}
