import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scoresReport } from './report.ts';
import { scorable, scoreFiles } from './score-files.ts';
import type { Scored, ScoreTable } from './scored.ts';
import { aspects, judged, pair, preference, single, source } from './testing/sample-files.ts';
import { scoresJson, scoresText } from './text.ts';

const rest = () => undefined;
const table = ({ tables }: Scored, title: string) =>
  tables.find((each) => each.title.startsWith(title)) as ScoreTable;
const titles = ({ tables }: Scored) => tables.map(({ title }) => title);
const questions = Array.from({ length: 6 }, (_, i) => String(81 + 10 * i));

describe('ratings of MT-Bench', () => {
  it('come under both rules where a turn was judged again', async () => {
    const rows = [single({ score: 3 }), single({ score: 9 }), single({ id: '91', score: -1 })];
    const found = await scoreFiles('mt-bench', [judged('j.jsonl', rows)], rest);
    expect(titles(found)).toEqual([
      'Ratings. FastChat’s rule: every row counts',
      'Ratings by category. FastChat’s rule: every row counts',
      'Ratings. URIAL’s rule: the last row of a turn counts',
      'Ratings by category. URIAL’s rule: the last row of a turn counts',
    ]);
    expect(found.tables[0]?.rows).toMatchObject([['model-a', { n: 2, value: 6 }, { n: 2 }, 1, 1]]);
    expect(found.tables[2]?.rows).toMatchObject([['model-a', { n: 1, value: 9 }, { n: 1 }, 1, 1]]);
    expect(found.tables[1]?.head).toEqual(['system', 'writing']);
  });

  it('take categories from the questions where they are there', async () => {
    const item = { id: '81', category: 'gardens', language: null, turns: [] };
    const set = source('q.jsonl', {
      kind: 'questions',
      bench: 'mt-bench',
      name: 'q',
      language: null,
      licence: null,
      source: null,
      items: [item],
    });
    const found = await scoreFiles('mt-bench', [judged('j', [single()]), set], rest);
    expect(table(found, 'Ratings by category').head).toEqual(['system', 'gardens']);
  });

  it('are compared between judges, those of one name in two files too', async () => {
    const by = (score: (i: number) => number) =>
      questions.map((id, i) => single({ id, score: score(i) }));
    const files = [
      judged(
        'one',
        by((i) => i + 1),
      ),
      judged(
        'two',
        by((i) => i + 3),
      ),
    ];
    const found = await scoreFiles('mt-bench', files, rest);
    expect(table(found, 'How far judges agree').rows).toMatchObject([
      ['judge-x (one); judge-x (two)', { n: 6, value: 1 }, { n: 6 }, { n: 6, value: 2 }],
    ]);
    expect(table(found, 'Ratings').rows.map(([name]) => name)).toEqual([
      'model-a, by judge-x (one)',
      'model-a, by judge-x (two)',
    ]);
  });

  it('are set beside the lengths of the answers that are there', async () => {
    const rows = questions.map((id, i) => single({ id, score: 2 + i }));
    const answers = source('answers', {
      kind: 'answers',
      form: 'fastchat',
      answers: questions
        .slice(1)
        .map((id, i) => ({ id, system: 'org/model-a', turns: ['x'.repeat(100 * i)] })),
    });
    const found = await scoreFiles('mt-bench', [judged('j', rows), answers], rest);
    const [judge, correlation, slope] = table(found, 'Ratings and length').rows[0] ?? [];
    expect(judge).toBe('judge-x');
    expect(correlation).toMatchObject({ n: 5, value: 1 });
    expect(slope).toMatchObject({ n: 5, value: 1 });
    expect(found.notes).toContain('Ratings without an answer here, and so without a length: 1.');
  });
});

describe('other judgments', () => {
  it('of pairs are wins, and what the first place adds', async () => {
    const rows = [
      pair(),
      pair({ id: '82', winners: ['first', 'second'] }),
      pair({ winners: ['error', 'tie'] }),
    ];
    const found = await scoreFiles('mt-bench', [judged('j', rows)], rest);
    expect(table(found, 'Pairs').rows).toMatchObject([
      ['model-a', 'model-b', 1, 1, 0, 1, { n: 2, value: 0.5 }, { n: 2, value: 0.75 }],
      ['model-b', 'model-a', 0, 1, 1, 1, { n: 2, value: 0 }, { n: 2, value: 0.25 }],
    ]);
    expect(table(found, 'What place').rows[0]?.[1]).toMatchObject({ n: 4, value: 0.75 });
  });

  it('of AlpacaEval are win rates, with difficulties where they are given', async () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      preference({
        id: String(i),
        instruction: `Question ${i}`,
        outputs: ['x'.repeat(50), 'x'.repeat(20 + 7 * ((i * 5) % 12))],
        preference: i === 11 ? null : 1.1 + (i % 7) / 10,
      }),
    );
    const difficulties = source('d', {
      kind: 'difficulties',
      difficulties: rows.slice(1).map((_, i) => ({
        index: i,
        instruction: `Question ${i}`,
        difficulty: Math.sin(3 * i),
      })),
    });
    const alone = await scoreFiles('alpaca-eval', [judged('a', rows)], rest);
    expect(table(alone, 'Win rates').rows[0]?.slice(0, 3)).toMatchObject([
      'model-a',
      'base',
      { n: 11 },
    ]);
    expect(table(alone, 'Win rates').rows[0]?.at(-1)).toBe(1);
    expect(table(alone, 'Win rates at equal').rows.map((row) => row[1])).toEqual(['minimal']);
    const both = await scoreFiles('alpaca-eval', [judged('a', rows), difficulties], rest);
    expect(table(both, 'Win rates at equal').rows.map((row) => row[1])).toEqual([
      'minimal',
      'with difficulties',
    ]);
  });

  it('of Just-Eval are means of aspects', async () => {
    const found = await scoreFiles('just-eval', [judged('e', [aspects()])], rest);
    expect(table(found, 'Aspects').head).toEqual([
      'system',
      'clarity',
      'safety',
      'length',
      'N/A',
      'failed',
    ]);
    expect(table(found, 'Aspects').rows[0]).toMatchObject([
      'model-a',
      { n: 1, value: 4 },
      '–',
      { value: 3 },
      0,
      0,
    ]);
  });

  it('are refused by name where they are of another bench', async () => {
    await expect(scoreFiles('alpaca-eval', [judged('j.jsonl', [single()])], rest)).rejects.toThrow(
      'j.jsonl: line 1: a file of judgments. AlpacaEval is scored by annotations.',
    );
    expect(scorable([judged('a', [single()]), judged('b', [aspects()])])).toEqual([
      'mt-bench',
      'just-eval',
    ]);
  });
});

describe('what is shown', () => {
  it('is one text, one page, one JSON, with names escaped', async () => {
    const rows = [single({ system: '<b>&' }), single({ system: '<b>&', turn: 2, score: 7 })];
    const scored = await scoreFiles('mt-bench', [judged('<i>.jsonl', rows)], rest);
    expect(scoresText(scored)).toContain('<b>&');
    expect(scoresText(scored)).toContain('6.00 n 2');
    const { document } = parseHTML(scoresReport(scored));
    expect(document.querySelector('tbody th')?.textContent).toBe('<b>&');
    expect(document.querySelectorAll('main b, main i, script')).toHaveLength(0);
    const { scores, format, ...others } = JSON.parse(scoresJson(scored)) as Record<string, unknown>;
    expect(format).toBe('incontext-lab/scores');
    expect(Object.keys(scores as object)).toEqual(['fastchat', 'urial']);
    expect(others).not.toHaveProperty('tables');
  });
});
