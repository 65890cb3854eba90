import { Problem } from '../../src/domain/problem.ts';

export function trainingCancelled(step: number): Problem {
  return new Problem({
    code: 'cancelled',
    message: `The training was stopped after step ${step}.`,
    remedy: 'Start it again to go on from there, or discard what it learnt.',
  });
}

/** @param rows of the step, from 1 */
export function trainingDiverged(step: number, rows: readonly number[], loss: number): Problem {
  return new Problem({
    code: 'training-diverged',
    message: `Step ${step} came to no finite number (loss ${loss}); it read rows ${rows.join(', ')}.`,
    remedy:
      'Lower the learning rate, or look at these rows. What was learnt up to the last checkpoint is kept.',
  });
}

const mebibytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;

export function memoryShort(needed: number, allowed: number): Problem {
  return new Problem({
    code: 'memory-short',
    message: `The training would take about ${mebibytes(needed)}; there are ${mebibytes(allowed)} for it.`,
    remedy: 'Choose a smaller rank, shorter rows, fewer modules, or a smaller model.',
  });
}

export function otherTraining(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `What is kept as “${id}” is of another training: its base, settings or rows differ.`,
    remedy: 'Discard the one that is kept, then start this one.',
  });
}

export function alreadyTraining(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `The training “${id}” is under way.`,
    remedy: 'Wait until it is done, or stop it; one training goes on at a time.',
  });
}

export function noSuchModules(modules: readonly string[], known: readonly string[]): Problem {
  return new Problem({
    code: 'bad-input',
    message: `This model has no layers called ${modules.join(', ')}.`,
    remedy: `Choose among ${known.join(', ')}.`,
  });
}

export function notTrainable(thrown: unknown): Problem {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem(
    {
      code: 'bad-input',
      message: `The lab cannot train this model: ${words}.`,
      remedy: 'Choose another model; the bundled one can be trained.',
      detail: words,
    },
    { cause: thrown },
  );
}
