import * as Plot from '@observablehq/plot';
import type { Expectation } from '../../document/contrast.ts';
import type { ForestFigure } from '../data.ts';
import { axisName, words } from './furniture.ts';
import { colour, lookOf, plain, type Look } from './palette.ts';
import { domainOf } from './panel.ts';
import { stacked, type Body, type Pen } from './pen.ts';
import { rowsBody } from './rows.ts';
import { between, number } from '../say.ts';

type Verdict = NonNullable<ForestFigure['rows'][number]['verdict']>;

/** A verdict is a sign and a symbol; colour only repeats it. */
const verdicts: Record<Verdict, { sign: string; look: Look }> = {
  supported: { sign: '✓', look: { ...plain, paint: 'good' } },
  contradicted: {
    sign: '✗',
    look: { ...lookOf(1), paint: 'bad', dash: null },
  },
  undecided: {
    sign: '?',
    look: { paint: 'ink-soft', symbol: 'square', dash: null },
  },
};

/** Where a contrast has to lie for its claim: from, to; open sides reach to the axis's ends. */
const wanted = (expect: Expectation): [number, number] => {
  if (expect.kind === 'above') return [expect.than, Infinity];
  if (expect.kind === 'below') return [-Infinity, expect.than];
  return [expect.than - expect.within, expect.than + expect.within];
};

/** Contrasts in rows: a line where there is no difference, and shaded what the claim expects. */
export function drawForest(pen: Pen, data: ForestFigure, width: number): Body[] {
  const { rows, measure } = data;
  const ends = rows.flatMap(({ expect }) => (expect ? wanted(expect).filter(Number.isFinite) : []));
  const domain = domainOf(
    rows.map(({ point }) => point),
    { low: null, high: null },
    [0, ...ends],
  );
  const inside = (value: number): number => Math.min(domain[1], Math.max(domain[0], value));
  const drawn = rowsBody(
    pen,
    {
      name: '',
      measure,
      domain,
      rows: rows.map(({ point, verdict }) => {
        const look = verdict ? verdicts[verdict].look : plain;
        const sign = verdict ? `${verdicts[verdict].sign} ` : '';
        const shown =
          width < 460
            ? `${sign}${number(point.value, measure)}`
            : `${sign}${number(point.value, measure)} (${between(point, measure)}), n ${point.n}`;
        return { label: point.label, lines: [{ point, look, paper: null, words: shown }] };
      }),
      behind: (places) => [
        Plot.rect(
          rows.flatMap(({ expect }, i) => {
            const place = places[i];
            if (!expect || !place) return [];
            const [from, to] = wanted(expect).map(inside);
            return [{ from, to, top: place.from + 1, end: place.end - 1 }];
          }),
          {
            x1: 'from',
            x2: 'to',
            y1: 'top',
            y2: 'end',
            fill: colour('marker', pen.theme),
            fillOpacity: 0.45,
          },
        ),
        Plot.ruleX(places, {
          x: () => 0,
          y1: 'from',
          y2: 'end',
          stroke: colour('ink', pen.theme),
          strokeWidth: 1.25,
        }),
      ],
    },
    width,
  );
  const signs = rows.some(({ verdict }) => verdict)
    ? ' ✓ supported: the whole interval is shaded; ✗ contradicted: none of it; ? undecided.'
    : '';
  const note = `Shaded: what the claim expects.${signs}`;
  return [
    stacked(pen, [drawn, axisName(pen, measure.label, 0, width)]),
    ...(rows.some(({ expect }) => expect)
      ? [words(pen, note, width, { size: 11, paint: 'ink-soft' })]
      : []),
  ];
}
