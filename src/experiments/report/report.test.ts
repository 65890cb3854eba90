import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { newRating } from '../rating/raters.ts';
import { ratedResults } from '../rating/testing/rated-results.ts';
import { blankDocument } from '../figures/testing/blank-document.ts';
import type { Results } from '../results/results.ts';
import { smallDocument } from '../testing/documents.ts';
import { storable } from '../testing/storable.ts';
import { mostTranscripts } from './parts/transcripts.ts';
import { reportHtml } from './report.ts';

const hostile = '</p><script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;';

const more = {
  title: `Small ${hostile}`,
  about: `About ${hostile}`,
  template: 'E1',
  seeds: [1, 2],
  scorers: [{ kind: 'lab-80' }, { kind: 'degeneration', of: 'loop' }],
  contrasts: [
    {
      id: 'gain',
      label: `gain ${hostile}`,
      claim: 'C1',
      terms: [
        { weight: 1, where: { arm: 'URIAL' } },
        { weight: -1, where: { arm: 'bare' } },
      ],
      expect: { kind: 'above', than: 0 },
    },
  ],
};

/** Results with a hostile text wherever a document or a model puts one. */
function hostileResults(questions: number): Results {
  const results = ratedResults(questions, (label) => (label === 'bare' ? 3 : 6));
  const rows = results.rows.map((row) => {
    if (row.cell?.kind !== 'answer') return row;
    const scores = { ...row.scores, 'degeneration/loop': { error: `no ${hostile}` } };
    const generation = { ...row.cell.generation, text: `said ${hostile}` };
    return { ...row, scores, cell: { ...row.cell, generation } };
  });
  return { ...results, document: smallDocument(more), rows };
}

const environment = { browser: `Browser ${hostile}`, writtenAt: '2026-01-02T00:00:00.000Z' };

async function written(results: Results, rest?: () => undefined) {
  const { record } = storable(results);
  const ratings = [
    newRating('made', `Ada ${hostile}`, { kind: 'single', cell: '0/0/0/1', rating: 4 }),
  ];
  const parts = { record, results, ratings, environment, document: blankDocument() };
  const text = await reportHtml(parts, rest);
  return { text, page: parseHTML(text).document };
}

const { text, page } = await written(hostileResults(8));

it('needs nothing else: no script, nothing from elsewhere, no text that became markup', () => {
  expect(page.querySelectorAll('script, img, iframe, link, object, base')).toHaveLength(0);
  for (const element of page.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      expect(`${name}=${value}`).not.toMatch(/^(src|href|xlink:href)=(?!#)/);
    }
  expect(text).not.toMatch(/url\(|@import/);
  expect(page.querySelector('h1')?.textContent).toBe(`Small ${hostile}`);
  expect(page.title).toBe(`Small ${hostile}`);
});

it('has a part for everything that is known', () => {
  const titles = [...page.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(titles).toEqual([
    'What differs from the paper',
    'Figures',
    'Tables',
    'Contrasts',
    'Degenerate answers',
    'Ratings by hand',
    'Failures',
    'Settings, and how to run it again',
    'Environment',
    'Transcripts',
  ]);
  expect(page.querySelectorAll('figure svg[role="img"]')).toHaveLength(2);
  const body = page.body.textContent;
  for (const told of [
    'npm run lab -- experiment.json --out DIR --model lab-base-4m',
    'n = 8',
    `gain ${hostile}`,
    '✓ supported',
    `no ${hostile}`,
    `Ada ${hostile}`,
    `Browser ${hostile}`,
    'Sample model',
    '2026-01-02T00:00:00.000Z',
    'Mistral-7B-v0.2',
  ])
    expect(body).toContain(told);
});

it('has the document as it can be run again', () => {
  const block = [...page.querySelectorAll('pre')].at(-1)?.textContent ?? '';
  expect(JSON.parse(block)).toEqual(smallDocument(more));
});

it('has every answer once under its arm, folded away', () => {
  const arms = [...page.querySelectorAll('details.arm')];
  expect(arms.map((arm) => arm.querySelector('summary')?.textContent)).toEqual([
    'bare (16)',
    'URIAL (32)',
  ]);
  expect(arms.map((arm) => arm.querySelectorAll('article').length)).toEqual([16, 32]);
  expect(arms[0]?.querySelector('article')?.textContent).toContain('seeds 1, 2');
  expect(arms[0]?.querySelector('.said:last-child')?.textContent).toBe(`said ${hostile}`);
});

it('says that it is not finished, and takes an even sample of very many answers', async () => {
  const large = ratedResults(400, (_, item) => (item === 'item-1' ? 'missing' : 5));
  let rests = 0;
  const { page: many } = await written(large, () => void rests++ as undefined);
  const warning = many.querySelector('.warn')?.textContent.replace(/\s+/g, ' ');
  expect(warning).toContain('not finished: 6 cells of 2,400');
  expect(many.querySelectorAll('article')).toHaveLength(mostTranscripts);
  expect(many.body.textContent).toContain('2,000 of 2,394 answers, spread evenly');
  expect(rests).toBeGreaterThan(mostTranscripts);
  const items = [...many.querySelectorAll('article')].map(
    ({ textContent }) => /item-(\d+)/.exec(textContent ?? '')?.[1],
  );
  expect(new Set(items).size).toBeGreaterThan(390);
});
