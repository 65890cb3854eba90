import type { Adapter } from '../../../domain/training/adapter.ts';
import type { TrainingStep } from '../../../domain/training/curve.ts';
import type { Results } from '../../results/results.ts';
import { markup, type Markup, type Part } from '../markup.ts';
import { grid } from './tables.ts';

type Trained = Extract<Adapter['origin'], { kind: 'trained' }>;

/** What a training of the results came to. */
interface Told {
  /** First arm and seed that asked for it. */
  readonly place: string;
  readonly origin: Trained;
}

/** The trainings whose weights answered, in the order of work, as far as their records are there. */
function toldIn({ rounds, rows }: Results, adapters: readonly Adapter[]): Told[] {
  const byId = new Map(adapters.map((adapter) => [adapter.id, adapter]));
  const adapterOf = new Map<string, Adapter>();
  for (const { planned, cell, round } of rows) {
    if (!planned.tuning || !cell || cell.kind === 'failed') continue;
    const adapter = byId.get(cell.tuning?.adapter ?? '');
    if (adapter) adapterOf.set(`${round}/${planned.tuning}`, adapter);
  }
  return rounds.flatMap(({ number, arms, trainings = [] }) =>
    trainings.flatMap(({ name, arm, seed }) => {
      const origin = adapterOf.get(`${number}/${name}`)?.origin;
      if (origin?.kind !== 'trained') return [];
      return [{ place: `${arms[arm]?.label ?? ''}, seed ${seed}`, origin }];
    }),
  );
}

const [width, height] = [140, 32];

/** A line over the steps; the zero of its values is in it. */
function curve(what: string, values: readonly number[]): Markup {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const at = (value: number, i: number): string => {
    const x = values.length < 2 ? 0 : (i * width) / (values.length - 1);
    const y = high === low ? height : height - ((value - low) * height) / (high - low);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const said = `${what} by step: from ${number(values[0])} to ${number(values.at(-1))}`;
  return markup`<svg
    role="img"
    aria-label="${said}"
    width="${width}"
    height="${height}"
    viewBox="0 -1 ${width} ${height + 2}"
  ><polyline fill="none" stroke="currentColor" points="${values.map(at).join(' ')}" /></svg>`;
}

/** "4.163", "−0.020", and no minus before a zero. */
const number = (value: number | undefined): string =>
  value === undefined
    ? '–'
    : value
        .toFixed(3)
        .replace(/^-(?=0\.0+$)/, '')
        .replace('-', '−');

const ofSteps = (steps: readonly TrainingStep[], field: 'loss' | 'margin' | 'accuracy'): number[] =>
  steps.flatMap((step) => step[field] ?? []);

/** "4.163 to 0.028" and its line; a dash where nothing was measured. */
function course(what: string, values: readonly number[]): Part {
  if (values.length === 0) return '–';
  return markup`${number(values[0])} to ${number(values.at(-1))}<br />${curve(what, values)}`;
}

function settingsWords({ settings, data }: Trained): string {
  const { method, batch, epochs, learningRate, schedule, trained } = settings;
  const weights =
    trained.kind === 'all' ? 'all weights' : `rank ${trained.rank}, α ${trained.alpha}`;
  return `${method.toUpperCase()} on ${data.rows} rows, ${data.tokens} tokens; ${weights}; batches of ${batch}, ${epochs} epochs, rate ${learningRate}, ${schedule}`;
}

/** What was trained for the answers: settings, loss, and of preferences the margin of the rewards. */
export function trainingsPart(results: Results, adapters: readonly Adapter[]): Markup | null {
  const told = toldIn(results, adapters);
  if (told.length === 0) return null;
  const preferred = told.some(({ origin }) => origin.settings.method === 'dpo');
  const heads = ['training', 'settings', 'loss', ...(preferred ? ['margin', 'accuracy'] : [])];
  return markup`<h2>Trainings</h2>
    <p class="soft">
      Of each step’s rows, before the weights moved. The loss is per learnt token (of preferences, per
      pair), in nats; the margin is between the rewards of the chosen and the rejected answer.
    </p>
    ${grid(
      [...heads, 'seconds'],
      told.map(({ place, origin }) => {
        const { steps } = origin.curve;
        return [
          place,
          settingsWords(origin),
          course('Loss', ofSteps(steps, 'loss')),
          ...(preferred
            ? [
                course('Margin', ofSteps(steps, 'margin')),
                course('Accuracy', ofSteps(steps, 'accuracy')),
              ]
            : []),
          `${origin.seconds.toFixed(1)}, ${origin.device}`,
        ];
      }),
    )}`;
}
