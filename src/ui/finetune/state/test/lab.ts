import type { TrainingEvent, TrainingRequest, Trained } from '../../../../../workers/protocol.ts';
import { demonstration, type Demonstration } from '../../../../domain/demonstration.ts';
import { Problem } from '../../../../domain/problem.ts';
import type { Adapter } from '../../../../domain/training/adapter.ts';
import type { TrainingCurve, TrainingStep } from '../../../../domain/training/curve.ts';
import { stepCount, stepsPerEpoch } from '../../../../domain/training/course.ts';
import type { TrainingPlan } from '../../../../domain/training/plan.ts';
import { Shelf } from '../../../../experiments/material/shelf.ts';
import type { CallOptions, Engine } from '../../../../engine/engine.ts';
import type { LoadedModel } from '../../../../../workers/protocol.ts';
import { HandEngine, handModel } from '../../../playground/state/test/hand-engine.ts';
import { FineTune } from '../fine-tune.svelte.ts';

export const point = (step: number): TrainingStep => ({
  step,
  loss: 4 / step,
  gradientNorm: 1,
  learningRate: 1e-3,
  tokens: 100,
});

const empty: TrainingCurve = { steps: [], validation: [] };

/** A training that a test drives by hand. */
export class HandTraining {
  readonly request: TrainingRequest;
  readonly result: Promise<Trained>;
  readonly #tell: (event: TrainingEvent) => void;
  #done: (trained: Trained) => void = () => undefined;
  #fail: (problem: Problem) => void = () => undefined;

  constructor(request: TrainingRequest, options: CallOptions<TrainingEvent>) {
    this.request = request;
    this.#tell = options.onEvent ?? (() => undefined);
    this.result = new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#fail = reject;
    });
    options.signal?.addEventListener('abort', () => this.fail('cancelled'));
  }

  tell(event: TrainingEvent): void {
    this.#tell(event);
  }

  begin(curve = empty): void {
    const { settings, rows } = this.request;
    const plan = planOf(settings, rows.training.length);
    const done = curve.steps.length;
    this.#tell({ kind: 'begun', plan, done, curve, seconds: done });
  }

  step(step: number): void {
    this.#tell({ kind: 'step', point: point(step), seconds: step });
  }

  end(curve = empty): void {
    this.#done({
      file: { id: 'a'.repeat(64), bytes: 10, weights: { kind: 'all', parameters: 3 } },
      curve,
      device: 'wasm',
      seconds: 5,
    });
  }

  fail(code: Problem['code']): void {
    this.#fail(new Problem({ code, message: `It is ${code}.`, remedy: 'Go on.' }));
  }
}

const planOf = (settings: TrainingRequest['settings'], rows: number): TrainingPlan => ({
  steps: stepCount(rows, settings),
  stepsPerEpoch: stepsPerEpoch(rows, settings),
  parameters: 3,
  sites: [],
  missing: [],
  buckets: [16],
  rowsAtOnce: 2,
  bytes: 1000,
  allowed: 2000,
  devices: ['wasm'],
  leftOut: [],
});

/** The hand that answers, and trains too. */
export class TrainingHand extends HandEngine {
  readonly trainings: HandTraining[] = [];
  readonly discarded: string[] = [];
  readonly steering: string[] = [];
  stored: Awaited<ReturnType<Engine['storedTrainings']>> = [];

  override planTraining: Engine['planTraining'] = async ({ settings, lengths }) =>
    planOf(settings, lengths.training.length / (settings.method === 'dpo' ? 2 : 1));
  override train: Engine['train'] = (request, options = {}) => {
    const training = new HandTraining(request, options);
    this.trainings.push(training);
    return training.result;
  };
  override pauseTraining: Engine['pauseTraining'] = async () => {
    this.steering.push('pause');
    return null;
  };
  override resumeTraining: Engine['resumeTraining'] = async () => {
    this.steering.push('resume');
    return null;
  };
  override storedTrainings: Engine['storedTrainings'] = async () => this.stored;
  override discardTraining: Engine['discardTraining'] = async ({ id }) => {
    this.discarded.push(id);
    return null;
  };

  get training(): HandTraining {
    const last = this.trainings.at(-1);
    if (!last) throw new Error('Nothing trains.');
    return last;
  }
}

/** The place with its surroundings in memory. */
export function setUp(drafts = new Map<string, unknown>()) {
  const engine = new TrainingHand();
  const model: { loaded: LoadedModel | null } = { loaded: handModel() };
  const demonstrations: Demonstration[] = [
    demonstration('What is big?', 'An elephant.'),
    demonstration('What is small?', 'A mouse.'),
    demonstration('What is red?', 'A cherry.'),
  ];
  const told: string[] = [];
  const said: string[] = [];
  const all: Adapter[] = [];
  const desk = new FineTune(
    {
      engine,
      model: {
        get loaded() {
          return model.loaded;
        },
        choice: { model: 'hand', precision: 'fp32', device: 'wasm' },
      },
      drafts: Promise.resolve({
        readDraft: async (name: string) => drafts.get(name),
        async writeDraft(name: string, value: unknown) {
          drafts.set(name, structuredClone(value));
        },
      }),
      shelf: new Shelf(() => Promise.reject(new Error('No pool is asked for.'))),
      demonstrations: () => demonstrations,
      adapters: {
        all,
        of: (id) => all.find((adapter) => adapter.id === id),
        add: async (adapter) => void all.unshift(adapter),
      },
      say: (sentence) => void said.push(sentence),
      notices: {
        problem: (thrown) => void told.push(Problem.from(thrown).message),
        news: (message) => void told.push(message),
      },
    },
    'What is it?',
  );
  return { desk, engine, model, demonstrations, told, said, all, drafts };
}
