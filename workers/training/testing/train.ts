import type { Trained, TrainingEvent, TrainingRequest } from '../../protocol.ts';
import { TrainingDesk } from '../desk.ts';
import type { TrainingGround } from '../ground.ts';

/** Trains on a ground; `hear` sees every event. */
export async function train(
  ground: TrainingGround,
  request: TrainingRequest,
  hear: (event: TrainingEvent, desk: TrainingDesk, stop: AbortController) => void = () => undefined,
) {
  const desk = new TrainingDesk(() => Promise.resolve(ground));
  const stop = new AbortController();
  const events: TrainingEvent[] = [];
  const done = desk.train(request, {
    signal: stop.signal,
    tell: (event) => {
      events.push(event);
      hear(event, desk, stop);
    },
  });
  return { desk, events, done };
}

/** Steps that were told of. */
export const stepsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.kind === 'step' ? [event.point.step] : []));

/** All that must not depend on how often a training was interrupted. */
export const outcome = ({ file, curve }: Trained) => ({ id: file.id, curve });
