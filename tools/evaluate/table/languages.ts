import type { BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';
import { icl, templateOnly, type Arm } from '../conditions/condition.ts';
import type { Cell, Contrast } from './contrast.ts';
import { above, bench, cell, minus, plus } from './terms.ts';

const right = (arm: Arm, language: BenchLanguage): Cell =>
  cell(arm, { language, measure: 'right' });
/** How much of the content is right in each language, without demonstrations and with three. */
export const languageContrasts: readonly Contrast[] = [
  ...[templateOnly, icl(3)].flatMap((arm) => [
    ...(['en', 'es', 'fr'] as const).map((language) =>
      bench(`content: ${language}, ${arm.id}`, [plus(right(arm, language))], { unit: 'share' }),
    ),
    ...(
      [
        ['en', 'es'],
        ['es', 'fr'],
      ] as const
    ).map(([more, less]) =>
      bench(
        `content: ${more} - ${less}, ${arm.id}`,
        [plus(right(arm, more)), minus(right(arm, less))],
        {
          unit: 'share',
          wanted: 'interval above 0',
          reached: above,
        },
      ),
    ),
  ]),
  bench('content: fr, icl-6', [plus(right(icl(6), 'fr'))], {
    unit: 'share',
    wanted: 'at least 0.25',
    reached: ({ value }) => value >= 0.25,
  }),
];
