import { describe, expect, it } from 'vitest';
import { uniform } from '../../../domain/draw.ts';
import { combinations } from '../../document/arms.ts';
import { fixedSetting, type ExperimentDocument } from '../../document/document.ts';
import { documentOf, gallery } from '../../gallery/gallery.ts';
import { evaluateAll } from '../../results/contrasts.ts';
import { estimateOf } from '../../results/estimate.ts';
import { indexRows } from '../../results/index-rows.ts';
import { promptFactor, promptLabel } from '../../search/prompts.ts';
import { smallDocument } from '../../testing/documents.ts';
import { madeItems, madeResults, type Made, type MadePlace } from '../../testing/results.ts';
import type { FigureData } from '../data.ts';
import { pointsAt, pointsOf } from '../points.ts';
import { drawFigure } from '../draw/draw.ts';
import { blankDocument } from '../testing/blank-document.ts';
import { figureData } from './figure-data.ts';
import { forestFigures } from './forest-figures.ts';

/** URIAL is better than bare, the first turn than the second; questions and seeds differ a little. */
const scoreOf = ({ arm, item, seed, turn }: MadePlace): number =>
  3 +
  2 * Number(arm.label.includes('URIAL')) -
  0.5 * (turn - 1) +
  uniform(seed, item.id, arm.label.length);

/** A search's rounds, as they are planned: candidates, then the found prompts on other questions. */
function roundsOf({ search, ...document }: ExperimentDocument) {
  if (!search) return [{}];
  const setting = fixedSetting({ search, ...document });
  const prompts = Array.from({ length: search.rounds + 1 }, (_, n) => promptLabel(n));
  const levels = prompts.map((label) => ({ label, set: {} }));
  const factors = [{ name: promptFactor, levels }, ...search.check.factors];
  return [
    ...Array.from({ length: search.rounds }, (_, round) => ({
      purpose: 'search' as const,
      turns: 1 as const,
      arms: Array.from({ length: search.candidates - round }, (_, candidate) => ({
        label: `candidate ${candidate + 1}`,
        levels: { round: String(round + 1), candidate: String(candidate + 1) },
        reference: false,
        setting,
      })),
    })),
    { purpose: 'check' as const, arms: combinations(factors, setting) },
  ];
}

const made = (document: ExperimentDocument, score: (place: MadePlace) => Made = scoreOf) =>
  indexRows(madeResults(document, { items: madeItems(8), score, rounds: roundsOf(document) }));

const kindOf = <Kind extends FigureData['kind']>(data: FigureData, kind: Kind) => {
  if (data.kind !== kind) throw new Error(`a ${data.kind}, not a ${kind}`);
  return data as Extract<FigureData, { kind: Kind }>;
};

describe('figureData of a table', () => {
  it('has the estimates of the analysis in their places, with the cells behind them', async () => {
    const index = await made(smallDocument());
    const data = kindOf(await figureData(index), 'table');
    expect(data.rows).toEqual({ name: 'arm', levels: ['bare', 'URIAL'] });
    expect(data.columns).toEqual({ name: 'turn', levels: ['turn 1', 'turn 2', 'both turns'] });
    expect(data.points).toHaveLength(6);
    const [point] = pointsAt(data.points, { arm: 'URIAL', turn: 'turn 2' });
    const estimate = await estimateOf(index, { where: { arm: 'URIAL', turn: '2' } });
    expect(point).toMatchObject({
      label: 'URIAL, turn 2',
      value: estimate?.value,
      low: estimate?.low,
      high: estimate?.high,
      n: 8,
      seeds: 2,
    });
    const keys = index.results.rows
      .filter(({ arm, planned }) => arm.label === 'URIAL' && planned.turn === 2)
      .map(({ planned }) => planned.key);
    expect(point?.cells.toSorted()).toEqual(keys.toSorted());
    expect(data.measure).toEqual({
      label: 'Lab-80 score, 1 to 10',
      low: 1,
      high: 10,
      percent: false,
      digits: 2,
    });
    expect(data.interval).toBe('95 % intervals over questions and seeds (bootstrap)');
    expect(data.source).toContain('Sample model, fp32');
  });

  it('has no point where nothing is there, and says what is missing and failed', async () => {
    const gone = await made(smallDocument(), (place) => {
      if (place.arm.label === 'bare') return 'missing';
      if (place.item.id === 'item-3' && place.seed === 1 && place.turn === 1) return 'failed';
      return scoreOf(place);
    });
    const { points } = kindOf(await figureData(gone), 'table');
    expect(points.map(({ at }) => at.arm)).toEqual(['URIAL', 'URIAL', 'URIAL']);
    expect(points[0]).toMatchObject({ n: 7, missing: 0, errors: 1 });
  });

  it('has references as rows of their own', async () => {
    const document = smallDocument({ references: [{ label: 'twin', set: { model: 'twin' } }] });
    const data = kindOf(await figureData(await made(document)), 'table');
    expect(data.rows.levels).toEqual(['bare', 'URIAL', 'twin']);
    expect(pointsAt(data.points, { arm: 'twin' })).toHaveLength(3);
  });

  it('can be asked for another form and another scorer', async () => {
    const stop = { kind: 'degeneration', of: 'stop' } as const;
    const document = smallDocument({ scorers: [{ kind: 'lab-80' }, stop] });
    const index = await made(document, ({ scorer }) => Number(scorer.startsWith('lab-80')));
    const scorer = index.scorers[1]?.id ?? '';
    const figure = { kind: 'dots', x: 'category', groups: 'arm', panels: 'turn' } as const;
    const data = kindOf(await figureData(index, { figure, question: { scorer } }), 'dots');
    expect(data.x.levels).toEqual(['math', 'writing']);
    expect(data.panels?.levels).toEqual(['turn 1', 'turn 2']);
    expect(data.measure).toMatchObject({ label: 'Did not stop', percent: true });
    expect(data.points[0]).toMatchObject({ value: 0, n: 4 });
  });
});

describe('figureData of bands', () => {
  it('has references at every turn, apart from the lines', async () => {
    const data = kindOf(await figureData(await made(documentOf('E5', 'quick'))), 'bands');
    expect(data.panels?.levels).toEqual(['turn 1', 'turn 2']);
    expect(data.points).toHaveLength(3 * 2 * 2);
    expect(data.references.map(({ at }) => [at.reference, at.turn])).toEqual([
      ['Base', 'turn 1'],
      ['Base', 'turn 2'],
      ['Instruct', 'turn 1'],
      ['Instruct', 'turn 2'],
    ]);
    expect(data.paper[0]?.label).toBe('Mistral-7B-v0.2');
  });
});

describe('figureData of a search', () => {
  it('has its rounds, the best candidate kept', async () => {
    const data = kindOf(await figureData(await made(documentOf('E6', 'quick'))), 'histogram');
    expect(data.rounds.map(({ label, candidates }) => [label, candidates.length])).toEqual([
      ['Round 1', 8],
      ['Round 2', 7],
    ]);
    for (const { candidates, chosen } of data.rounds) {
      const best = Math.max(...candidates.map(({ value }) => value));
      expect(candidates[chosen ?? -1]?.value).toBe(best);
      for (const { cells } of candidates) expect(cells).toHaveLength(8);
    }
  });

  it('is empty, not wrong, before the check is planned', async () => {
    const document = documentOf('E8', 'quick');
    const rounds = roundsOf(document).slice(0, 1);
    const results = madeResults(document, { items: madeItems(8), score: scoreOf, rounds });
    expect(pointsOf(await figureData(await indexRows(results)))).toEqual([]);
  });
});

describe('forestFigures', () => {
  it('have a figure for each scorer, and the cells of all terms', async () => {
    const index = await made(documentOf('E1', 'quick'));
    const [figure, ...others] = forestFigures(index, await evaluateAll(index));
    expect(others).toEqual([]);
    expect(figure?.rows.map(({ point, verdict }) => [point.label, verdict])).toEqual([
      ['C1: Base + URIAL − base', 'supported'],
      ['C2: Instruct − base + URIAL, both turns', 'contradicted'],
      ['C3: The gap in the 2nd turn − the gap in the 1st', 'undecided'],
    ]);
    expect(figure?.measure).toMatchObject({ low: null, high: null });
    expect(figure?.rows[0]?.point.cells).toHaveLength(2 * 8 * 2 * 2);
  });
});

describe.each(gallery)('the figure of $id', ({ id }) => {
  it('can be drawn from results', async () => {
    const document = documentOf(id, 'quick');
    const data = await figureData(await made(document));
    const { svg, points } = drawFigure(data, { width: 390, document: blankDocument() });
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    expect(new Set(points.map(({ point }) => point))).toEqual(new Set(pointsOf(data)));
    // likelihoods were not made here
    expect(points.length > 0).toBe(document.scorers[0]?.kind !== 'likelihood');
  });
});
