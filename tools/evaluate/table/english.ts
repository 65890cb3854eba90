import {
  bare,
  icl,
  outOfDomain,
  rulesOnly,
  sampled,
  shifted,
  templateOnly,
  tuned,
  type Arm,
} from '../conditions/condition.ts';
import type { Contrast, ContrastTerm } from './contrast.ts';
import {
  above,
  atLeast,
  below,
  bench,
  cell,
  context,
  difference,
  minus,
  plus,
  world,
} from './terms.ts';

/** Mean scores, so that the differences below have something to stand on. */
const levels = [bare, templateOnly, rulesOnly, icl(3), icl(12)].flatMap((arm) =>
  ([1, 2] as const).map((turn) =>
    bench(`level: ${arm.id}, turn ${turn}`, [plus(cell(arm, { turn }))]),
  ),
);

const demonstrationsHelp = [
  bench('icl-3 - template, turn 1', difference(icl(3), templateOnly), {
    wanted: 'at least +2.5',
    reached: atLeast(2.5),
  }),
  ...([world, context] as const).map((choice) =>
    bench(
      `icl-3 - template, turn 1, ${choice.parts?.join()}`,
      difference(icl(3), templateOnly, choice),
    ),
  ),
  bench('rules - template, turn 1', difference(rulesOnly, templateOnly)),
];

const baseRambles = [bare, templateOnly].map((arm) =>
  bench(`${arm.id}: stops and obeys the format`, [plus(cell(arm, { measure: 'obeys' }))], {
    unit: 'share',
    wanted: 'at most 0.5',
    reached: ({ value }) => value <= 0.5,
  }),
);

const shownInCurve = [0, 1, 3, 6, 12, 24] as const;
const shownArm = (shown: number): Arm => (shown === 0 ? templateOnly : icl(shown));
const curve = [
  ...shownInCurve.flatMap((shown) => [
    bench(`curve: ${shown} shown, context, score`, [plus(cell(shownArm(shown), context))]),
    bench(
      `curve: ${shown} shown, context, right`,
      [plus(cell(shownArm(shown), { ...context, measure: 'right' }))],
      { unit: 'share' },
    ),
  ]),
  bench('icl-12 - icl-1, context', difference(icl(12), icl(1), context), {
    wanted: 'at least +1.0, interval above 0',
    reached: atLeast(1),
  }),
  bench('icl-24 - icl-12, context', difference(icl(24), icl(12), context), {
    wanted: 'after a rise: holds 0, or gains less than a third of 12 - 1',
    beside: difference(icl(12), icl(1), context),
    // A curve that falls, or never rose, has not flattened.
    reached: (own, beside) =>
      beside !== undefined &&
      beside.low > 0 &&
      own.high >= 0 &&
      (own.low <= 0 || own.value < beside.value / 3),
  }),
];

const wrongAnswersHurt = [
  bench('shift-12 - icl-12, context', difference(shifted(12), icl(12), context), {
    wanted: 'at most -1.5, interval below 0',
    reached: below(-1.5),
  }),
  bench('shift-12 - icl-12, world', difference(shifted(12), icl(12), world)),
  bench('out-of-domain-3 - icl-3, world', difference(outOfDomain(3), icl(3), world), {
    wanted: 'at most -1.5, interval below 0',
    reached: below(-1.5),
  }),
];

const drop = (arm: Arm): ContrastTerm[] => difference(arm, sampled(arm));
const temperature = [
  bench('drop from T=0 to T=1: template', drop(templateOnly)),
  bench('drop from T=0 to T=1: icl-3', drop(icl(3))),
  bench(
    'drop from T=0 to T=1: template - icl-3',
    [...drop(templateOnly), ...drop(icl(3)).map((term) => ({ ...term, factor: -term.factor }))],
    { wanted: 'interval above 0', reached: above },
  ),
];

const secondTurn = [
  ...[icl(12), tuned(12), tuned(50)].map((arm) =>
    bench(`turn 2 - turn 1: ${arm.id}, world`, [
      plus(cell(arm, { ...world, turn: 2 })),
      minus(cell(arm, world)),
    ]),
  ),
  ...[12, 50].map((shown) =>
    bench(`sft-${shown} - icl-12, turn 1, world`, difference(tuned(shown), icl(12), world)),
  ),
  bench('turn 2 - turn 1: icl-12, context', [
    plus(cell(icl(12), { ...context, turn: 2 })),
    minus(cell(icl(12), context)),
  ]),
];

/** What the model under test does in English, asked one way and another. */
export const englishContrasts: readonly Contrast[] = [
  ...levels,
  ...demonstrationsHelp,
  ...baseRambles,
  ...curve,
  ...wrongAnswersHurt,
  ...temperature,
  ...secondTurn,
];
