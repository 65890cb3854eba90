import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixedSetting,
  type ExperimentDocument,
} from '../../../../experiments/document/document.ts';
import { Problem } from '../../../../domain/problem.ts';
import { checkDocument } from '../../../../experiments/document/read.ts';
import { documentOf, gallery } from '../../../../experiments/gallery/gallery.ts';
import { smallDocument } from '../../../../experiments/testing/documents.ts';
import { readyScorer } from '../../../../scoring/scorer.ts';
import { applied } from './apply.ts';
import * as contrasts from './contrasts.ts';
import * as factors from './factors.ts';
import { axesIn, figureOf } from './figure.ts';
import type { DocumentEdit } from './names.ts';
import * as references from './references.ts';
import * as scorers from './scorers.ts';
import * as search from './search.ts';

const documents = [
  smallDocument(),
  ...gallery.flatMap(({ id }) => [documentOf(id, 'quick'), documentOf(id, 'full')]),
];

/** An edit that the form offers for a document, chosen by numbers; null where it offers none such. */
type Offer = (document: ExperimentDocument, a: number, b: number, c: number) => DocumentEdit | null;

const pick = <T>(list: readonly T[], n: number): number => n % Math.max(1, list.length);
const fresh = (n: number): string => `new ${n}`;

/** Offers about the factor and level that the numbers choose. */
const ofLevel =
  (make: (factor: number, level: number, c: number) => DocumentEdit): Offer =>
  (document, a, b, c) => {
    const list = factors.factorsOf(document);
    const factor = pick(list, a);
    const { levels = [] } = list[factor] ?? {};
    return levels.length === 0 ? null : make(factor, pick(levels, b), c);
  };

const offers: Record<string, Offer> = {
  renameFactor: ofLevel((factor, _, c) => factors.renameFactor(factor, fresh(c))),
  removeFactor: ofLevel((factor) => factors.removeFactor(factor)),
  moveFactor: ofLevel((factor, _, c) => factors.moveFactor(factor, c)),
  addFactor: () =>
    factors.addFactor({ name: 'rules', levels: [{ label: 'off', set: { rules: false } }] }),
  renameLevel: ofLevel((factor, level, c) => factors.renameLevel(factor, level, fresh(c))),
  addLevel: ofLevel((factor) => factors.addLevel(factor, { label: 'Base', set: {} })),
  duplicateLevel: ofLevel(factors.duplicateLevel),
  setLevel: ofLevel((factor, level, c) =>
    factors.setLevel(factor, level, { note: fresh(c), set: { shown: c % 7 } }),
  ),
  moveLevel: ofLevel((factor, level, c) => factors.moveLevel(factor, level, c)),
  removeLevel: (document, a, b, c) => {
    const list = factors.factorsOf(document);
    // the form keeps a factor's last level
    if ((list[pick(list, a)]?.levels.length ?? 0) < 2) return null;
    return ofLevel(factors.removeLevel)(document, a, b, c);
  },
  addReference: () => references.addReference({ label: 'Base', set: { rules: false } }),
  renameReference: (document, a, _, c) =>
    references.renameReference(pick(document.references, a), fresh(c)),
  moveReference: (document, a, b) => references.moveReference(pick(document.references, a), b),
  removeReference: (document, a) => references.removeReference(pick(document.references, a)),
  moveScorer: (document, a, b) => scorers.moveScorer(pick(document.scorers, a), b),
  removeScorer: (document, a) =>
    document.scorers.length < 2 ? null : scorers.removeScorer(pick(document.scorers, a)),
  judgeInstead: () => scorers.judgeInstead,
  setScorer: (document, a, _, c) =>
    scorers.setScorer(pick(document.scorers, a), { kind: 'regex', pattern: fresh(c), flags: '' }),
  addContrast: (document) => {
    const [first] = document.contrasts;
    return first ? contrasts.addContrast({ ...first }) : null;
  },
  moveContrast: (document, a, b) => contrasts.moveContrast(pick(document.contrasts, a), b),
  removeContrast: (document, a) => contrasts.removeContrast(pick(document.contrasts, a)),
  addSearch: () => search.addSearch,
  removeSearch: () => search.removeSearch,
  turns: (_, a) => (document) => ({ ...document, turns: a % 2 === 0 ? 1 : 2 }),
  questions: (_, a) => (document) => ({
    ...document,
    questions: { bench: 'lab-80', split: 'test', part: a % 2 === 0 ? 'all' : 'context' },
  }),
  figure: (_, a) => (document) => {
    const kinds = Object.keys(axesIn) as (keyof typeof axesIn)[];
    const kind = kinds[pick(kinds, a)] ?? 'table';
    return { ...document, figure: figureOf(document, kind, { ...document.figure }) };
  },
};

const names = Object.keys(offers);
const number = fc.nat(1000);
const script = fc.array(fc.tuple(fc.constantFrom(...names), number, number, number, fc.nat()), {
  minLength: 1,
  maxLength: 12,
});

/** What the form does of itself never breaks a document; what its parts forbid together is refused in words. */
function appliedOrRefused(document: ExperimentDocument, edit: DocumentEdit): ExperimentDocument {
  const before = structuredClone(document);
  try {
    return applied(document, edit).document;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    expect(thrown.message).toMatch(/it is trained|scorer/);
    expect(document).toEqual(before);
    return document;
  }
}

describe('the edits that the form offers', () => {
  it('make a document of a document, or say why not, whatever comes after what', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), script, (first, edits) => {
        let document = first;
        for (const [n, [name, a, b, c]] of edits.entries()) {
          // names that are asked for are free: the form refuses others beside the field
          const edit = offers[name]?.(document, a, b, 1000 * n + c);
          if (edit) document = appliedOrRefused(document, edit);
          expect(checkDocument(document)).toEqual(document);
        }
      }),
      { numRuns: 120 },
    );
  });

  it.each(names)('%s changes what it is for', (name) => {
    const changes = documents.some((document) => {
      const edit = offers[name]?.(document, 1, 0, 2);
      return edit && JSON.stringify(applied(document, edit).document) !== JSON.stringify(document);
    });
    expect(changes).toBe(true);
  });
});

describe('names', () => {
  it('are changed in all that names them', () => {
    const e2 = documentOf('E2', 'quick');
    const { document, dropped } = applied(e2, factors.renameFactor(2, 'heat'));
    expect(dropped).toEqual([]);
    expect(document.figure).toMatchObject({ x: 'heat', y: 'top-p' });
    expect(document.contrasts[2]?.terms[0]?.where).toEqual({ heat: '1', 'top-p': '1' });

    const e9 = documentOf('E9', 'quick');
    const renamed = applied(e9, factors.renameLevel(2, 2, 'Tuned')).document;
    expect(renamed.without).toEqual([{ size: 'smaller', method: 'Tuned' }]);
    expect(
      applied(renamed, factors.renameLevel(0, 1, 'Castilian')).document.contrasts[0]?.terms[1],
    ).toMatchObject({ where: { language: ['Castilian', 'French'] } });

    const e11 = applied(documentOf('E11', 'quick'), factors.renameLevel(0, 3, 'Twin')).document;
    expect(e11.scorers[0]).toMatchObject({ of: { arm: { arm: 'Twin' } } });

    const e6 = applied(documentOf('E6', 'quick'), references.renameReference(0, 'many')).document;
    expect(e6.contrasts[0]?.terms[1]?.where).toEqual({ reference: 'many' });
  });

  it('that are taken or empty are refused by name, and nothing is changed', () => {
    const e3 = documentOf('E3', 'quick');
    expect(() => applied(e3, factors.renameFactor(1, 'demonstrations'))).toThrow(
      'factors[1].name: there is a factor “demonstrations” already.',
    );
    expect(() => applied(e3, factors.renameLevel(1, 0, 'without rules'))).toThrow(/stands twice/);
    expect(() => applied(e3, factors.renameLevel(1, 0, ''))).toThrow(/^factors\[1\]\.levels\[0\]/);
  });
});

describe('what names something that is gone', () => {
  it('goes too, and is told', () => {
    const e1 = documentOf('E1', 'quick');
    const { document, dropped } = applied(e1, factors.removeLevel(0, 4));
    expect(dropped).toEqual([
      'Instruct − base + URIAL, both turns',
      'The gap in the 2nd turn − the gap in the 1st',
    ]);
    expect(document.contrasts.map(({ id }) => id)).toEqual(['urial-base']);
    expect(applied(e1, factors.removeFactor(0)).document.figure).toEqual({
      kind: 'table',
      rows: 'turn',
      columns: 'turn',
    });
  });

  it('takes an exclusion along only where nothing is left of it', () => {
    const e9 = documentOf('E9', 'quick');
    const without = [{ language: ['Spanish', 'French'], size: 'smaller' }];
    const { document } = applied({ ...e9, without }, factors.removeLevel(0, 1));
    expect(document.without).toEqual([{ language: ['French'], size: 'smaller' }]);
    expect(applied(document, factors.removeLevel(1, 1)).document.without).toEqual([]);
  });

  it('is no cover for a contrast that was wrong from the start', () => {
    const e1 = documentOf('E1', 'quick');
    const [first] = e1.contrasts;
    if (!first) throw new Error('E1 has contrasts');
    const wrong = { ...first, terms: [{ weight: 1, where: { arm: 'Nobody' } }] };
    expect(() => applied(e1, contrasts.setContrast(0, wrong))).toThrow(/^contrasts\[0\]/);
  });
});

it('a scorer that becomes another takes its contrasts along', () => {
  const scored = applied(documentOf('E1', 'quick'), (document) => ({
    ...document,
    contrasts: document.contrasts.map((each) => ({ ...each, scorer: 'lab-80/content' })),
  })).document;
  const { document, dropped } = applied(
    scored,
    scorers.setScorer(1, { kind: 'lab-80', part: 'style' }),
  );
  expect(dropped).toEqual([]);
  expect(document.contrasts.map(({ scorer }) => scorer)).toEqual(Array(3).fill('lab-80/style'));
});

it('a judge takes the place of Lab-80’s checks, and their contrasts', () => {
  const scored = applied(documentOf('E1', 'quick'), (document) => ({
    ...document,
    contrasts: document.contrasts.map((each, i) =>
      i === 0 ? { ...each, scorer: 'lab-80/content' } : each,
    ),
  })).document;
  const { document, dropped } = applied(scored, scorers.judgeInstead);
  expect(dropped).toEqual([]);
  expect(document.scorers.map(({ kind }) => kind)).toEqual([
    'judge',
    ...Array<string>(4).fill('degeneration'),
  ]);
  const [judge] = document.scorers;
  if (!judge) throw new Error('no scorer');
  expect(document.contrasts.map((each) => each.scorer)).toEqual([
    readyScorer(judge).id,
    undefined,
    undefined,
  ]);
  const again = applied(document, scorers.judgeInstead).document;
  expect(again.scorers).toEqual(document.scorers);
});

it('a judge takes prompts, and its contrasts along', () => {
  const { document } = applied(documentOf('E1', 'quick'), scorers.judgeInstead);
  const [judge] = document.scorers;
  if (judge?.kind !== 'judge') throw new Error('no judge');
  const holes = (turn: number) => `{question_${turn}} {answer_${turn}}`;
  const prompt = (name: string, prompt_template: string) => ({
    ...{ name, type: 'single' as const, system_prompt: '', prompt_template },
  });
  const told = [prompt('one', '{question} {answer}'), prompt('two', `${holes(1)} ${holes(2)}`)];
  const instructed = applied(document, scorers.instructJudge(judge, told)).document;
  expect(instructed.material.judgePrompts).toEqual(told);
  expect(instructed.scorers[0]).toEqual({ ...judge, prompts: 'imported' });
  const [one] = told;
  if (!one) throw new Error('no prompt');
  expect(() => applied(document, scorers.instructJudge(judge, [one]))).toThrow(/two turns/);
});

it('a search varies in its check what the factors varied, and gives it back', () => {
  const e1 = documentOf('E1', 'quick');
  const searched = applied(e1, search.addSearch).document;
  expect(searched.search?.check.factors).toEqual(e1.factors);
  expect(searched.search?.check.questions).toMatchObject({ split: 'dev' });
  expect(searched.figure).toEqual({ kind: 'histogram' });
  const back = applied(searched, search.removeSearch).document;
  expect(back.factors).toEqual(e1.factors);
  expect(fixedSetting(back)).toEqual(fixedSetting(e1));
});
