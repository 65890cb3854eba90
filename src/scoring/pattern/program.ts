import type { Node, Place } from './parse.ts';

/** One step of a compiled pattern; numbers are addresses of steps. */
export type Step =
  | { readonly op: 'take'; readonly atom: string }
  | { readonly op: 'place'; readonly place: Place }
  | { readonly op: 'fork'; readonly to: number[] }
  | { readonly op: 'found' };

/** More steps than this would make long answers slow to search. */
export const mostSteps = 2000;

/** What a pattern asks for too many times. */
export class TooManySteps extends Error {}

/**
 * Writes a tree as steps, as in Thompson's construction (K. Thompson, CACM 11 (6), 1968): counted repeats
 * are written out.
 * @throws TooManySteps above `mostSteps`
 */
export function programOf(tree: Node): readonly Step[] {
  const steps: Step[] = [];
  const push = (step: Step): number => {
    if (steps.length >= mostSteps) throw new TooManySteps();
    return steps.push(step) - 1;
  };
  const fork = (...to: number[]): number[] => {
    const step = { op: 'fork', to } as const;
    push(step);
    return step.to;
  };

  const write = (node: Node): void => {
    switch (node.kind) {
      case 'atom':
        push({ op: 'take', atom: node.source });
        return;
      case 'place':
        push({ op: 'place', place: node.place });
        return;
      case 'sequence':
        node.parts.forEach(write);
        return;
      case 'choice': {
        const ways = fork();
        const ends = node.options.map((option) => {
          ways.push(steps.length);
          write(option);
          return fork();
        });
        for (const end of ends) end.push(steps.length);
        return;
      }
      case 'repeat':
        repeat(node.part, node.least, node.most);
    }
  };

  const repeat = (part: Node, least: number, most: number): void => {
    for (let times = 0; times < least; times++) {
      const start = steps.length;
      write(part);
      if (steps.length === start) return; // an empty group, however often
    }
    if (most === Infinity) {
      const ways = fork();
      const start = steps.length;
      write(part);
      fork(start - 1);
      ways.push(start, steps.length);
      return;
    }
    const skips: number[][] = [];
    for (let times = least; times < most; times++) {
      const ways = fork();
      const start = steps.length;
      ways.push(start);
      skips.push(ways);
      write(part);
      if (steps.length === start) break;
    }
    for (const ways of skips) ways.push(steps.length);
  };

  write(tree);
  push({ op: 'found' });
  return steps;
}
