import { expect, it } from 'vitest';
import { roomForModels } from '../../engine/room.ts';
import type { PlannedJudge } from '../plan/judges.ts';
import type { PlannedModel } from '../plan/models.ts';
import { seatPlan, takenBy } from './seat.ts';

const gibi = 2 ** 30;
const asks = (bytes: number) => ({ bytes }) as PlannedModel;
const judge = (bytes: number, endpoint: object | null = null) =>
  ({ asks: asks(bytes), endpoint }) as PlannedJudge;

it('seats a judge beside the arms where both fit, and after them where they do not', () => {
  const arms = [asks(gibi), asks(2)];
  const judges = [judge(gibi)];
  const both = 2 * takenBy([gibi]);
  expect(seatPlan({ asks: arms, judges }, both)?.seat).toBe('beside');
  expect(seatPlan({ asks: arms, judges }, both - 1)).toMatchObject({
    seat: 'after',
    arms: takenBy([gibi]),
    judges: takenBy([gibi]),
    room: both - 1,
  });
});

it('needs no seat for served judges', () => {
  expect(seatPlan({ asks: [asks(1)], judges: [judge(0, {})] }, 0)).toBeNull();
  expect(seatPlan({ asks: [asks(1)], judges: [] }, 0)).toBeNull();
});

it('takes half of the memory that a browser tells of', () => {
  expect([{ deviceMemory: 8 }, {}].map((told) => roomForModels(told) / gibi)).toEqual([4, 2]);
});
