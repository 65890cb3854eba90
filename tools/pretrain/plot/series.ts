import type { LogEntry, StepEntry, ValidationEntry } from '../training/log.ts';

/** A line of the plot: x in tokens, y in nats per token. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

/** A stage's stretch of the x axis, in tokens. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Everything the plot shows, taken from the log. */
export interface PlotData {
  readonly train: Series;
  readonly validation: Series;
  readonly families: readonly Series[];
  readonly examples: readonly Series[];
  readonly stages: readonly Stretch[];
}

const isStep = (entry: LogEntry): entry is StepEntry => entry.kind === 'step';
const isValidation = (entry: LogEntry): entry is ValidationEntry => entry.kind === 'validation';

/** Means of `size` neighbours: one point where there were many. */
export function binned(
  points: readonly (readonly [number, number])[],
  size: number,
): [number, number][] {
  const bins: [number, number][] = [];
  for (let at = 0; at < points.length; at += size) {
    const group = points.slice(at, at + size);
    const mean = (k: 0 | 1) => group.reduce((sum, p) => sum + p[k], 0) / group.length;
    bins.push([mean(0), mean(1)]);
  }
  return bins;
}

function stretches(steps: readonly StepEntry[]): Stretch[] {
  const found: { name: string; from: number; to: number }[] = [];
  for (const { stage, tokens } of steps) {
    const current = found.at(-1);
    if (current?.name === stage) current.to = tokens;
    else found.push({ name: stage, from: current?.to ?? 0, to: tokens });
  }
  return found;
}

const byKey = (
  entries: readonly ValidationEntry[],
  pick: (entry: ValidationEntry) => Readonly<Record<string, number | null>>,
): Series[] => {
  const lines = new Map<string, [number, number][]>();
  for (const entry of entries)
    for (const [name, loss] of Object.entries(pick(entry)))
      if (loss !== null) lines.set(name, [...(lines.get(name) ?? []), [entry.tokens, loss]]);
  return [...lines].map(([name, points]) => ({ name, points }));
};

/** Reads the plot's lines out of a training log. Throws if no step was logged. */
export function plotData(log: readonly LogEntry[]): PlotData {
  const steps = log.filter(isStep);
  if (steps.length === 0) throw new Error('The training log is empty: there is nothing to plot.');
  const validations = log.filter(isValidation);
  const size = Math.max(1, Math.round(steps.length / 300));
  return {
    train: {
      name: 'training',
      points: binned(
        steps.map((s) => [s.tokens, s.loss]),
        size,
      ),
    },
    validation: { name: 'validation', points: validations.map((e) => [e.tokens, e.loss]) },
    families: byKey(validations, (entry) => entry.families),
    examples: byKey(validations, (entry) => entry.examples),
    stages: stretches(steps),
  };
}
