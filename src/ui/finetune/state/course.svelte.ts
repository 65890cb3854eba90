import type { TrainingEvent } from '../../../../workers/protocol.ts';
import type { DeviceKind } from '../../../domain/model.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { TrainingStep, ValidationPoint } from '../../../domain/training/curve.ts';
import type { TrainingPlan } from '../../../domain/training/plan.ts';
import { Pace } from './pace.ts';
import type { Sample } from './kept.ts';

/** Where a training runs and why, as the worker told it. */
export interface DeviceTold {
  readonly device: DeviceKind;
  readonly reason: string;
  readonly timed: readonly { readonly device: DeviceKind; readonly seconds: number }[];
}

/** All that one training has told of itself so far. */
export class Course {
  plan = $state.raw<TrainingPlan | null>(null);
  steps = $state.raw<readonly TrainingStep[]>([]);
  validation = $state.raw<readonly ValidationPoint[]>([]);
  samples = $state.raw<readonly Sample[]>([]);
  device = $state.raw<DeviceTold | null>(null);
  /** Of all steps so far, pauses left out. */
  seconds = $state(0);
  pace = $state.raw<Pace['now']>(null);
  paused = $state(false);
  /** The last step that is safe on the disk. */
  safe = $state<number | null>(null);
  /** Why the last checkpoint could not be written; null where it could. */
  unsaved = $state<string | null>(null);
  /** Why it had to go back, and to which step; null where it did not. */
  rewound = $state.raw<{ step: number; reason: string } | null>(null);
  /** The step at which numbers went wrong, and the rows that it read, from 0. */
  diverged = $state.raw<{ step: number; rows: readonly number[] } | null>(null);
  readonly #pace = new Pace();

  /** @param samples of an earlier page, where there was one */
  constructor(samples: readonly Sample[] = []) {
    this.samples = samples;
  }

  get done(): number {
    return this.steps.at(-1)?.step ?? 0;
  }

  get total(): number {
    return this.plan?.steps ?? 0;
  }

  /** Seconds to the end at the pace of the last steps; null while that is not known. */
  get left(): number | null {
    return this.pace && this.total > 0 ? (this.total - this.done) * this.pace.secondsPerStep : null;
  }

  hear(event: TrainingEvent): void {
    switch (event.kind) {
      case 'begun':
        this.plan = event.plan;
        this.steps = event.curve.steps;
        this.validation = event.curve.validation;
        this.seconds = event.seconds;
        this.safe = event.done > 0 ? event.done : null;
        this.paused = false;
        return this.#pace.clear();
      case 'device':
        this.device = event;
        return;
      case 'step':
        this.steps = [...this.#before(event.point.step), event.point];
        this.seconds = event.seconds;
        this.#pace.add(event.seconds, event.point.tokens);
        this.pace = this.#pace.now;
        return;
      case 'validation': {
        const { point } = event;
        this.validation = [...this.validation.filter(({ step }) => step < point.step), point];
        return;
      }
      case 'sample': {
        const { text, stopReason } = event.generation;
        const others = this.samples.filter(({ step }) => step < event.step);
        this.samples = [...others, { step: event.step, text, stopReason }];
        return;
      }
      case 'checkpoint':
        this.safe = event.step;
        this.unsaved = null;
        return;
      case 'unsaved':
        this.unsaved = event.problem.message;
        return;
      case 'paused':
      case 'resumed':
        this.paused = event.kind === 'paused';
        return;
      case 'rewound':
        this.steps = this.#before(event.step + 1);
        this.validation = this.validation.filter(({ step }) => step <= event.step);
        this.rewound = { step: event.step, reason: event.reason };
        return this.#pace.clear();
      case 'diverged':
        this.diverged = { step: event.step, rows: event.rows };
    }
  }

  /** What went wrong, naming the examples behind a step that came to no number. */
  explain(problem: Problem, places: readonly string[]): string {
    if (!this.diverged) return problem.message;
    const { step, rows } = this.diverged;
    const named = rows.map((row) => places[row] ?? `row ${row + 1}`).join(', ');
    return `Step ${step} came to no finite number. It read: ${named}.`;
  }

  #before(step: number): TrainingStep[] {
    return this.steps.filter((point) => point.step < step);
  }
}
