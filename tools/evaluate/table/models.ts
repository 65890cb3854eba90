import { askedOf, icl, twin } from '../conditions/condition.ts';
import type { Contrast } from './contrast.ts';
import { bench, cell, difference, plus, world } from './terms.ts';

/** The model under test against the smaller one, its own 4 bits, and the twin. */
export const modelContrasts: readonly Contrast[] = [
  bench('default - small, icl-3, turn 1', difference(icl(3), askedOf('small', icl(3)))),
  bench('q4 - fp32, icl-3, turn 1', difference(askedOf('q4', icl(3)), icl(3))),
  ...([1, 2] as const).flatMap((turn) => [
    bench(`level: twin, turn ${turn}, world`, [plus(cell(twin, { ...world, turn }))]),
    bench(`twin - icl-3, turn ${turn}, world`, difference(twin, icl(3), { ...world, turn })),
  ]),
];
