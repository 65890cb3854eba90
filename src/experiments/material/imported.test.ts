import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { readBenchFile } from '../../formats/benches/read.ts';
import { importedFrom } from '../library/import.ts';
import { GivenSets } from '../library/library.ts';
import { countCells } from '../plan/count-cells.ts';
import { planRound, wholeRound } from '../plan/plan-round.ts';
import { smallDocument } from '../testing/documents.ts';
import { models, shelf as labShelf } from '../testing/world.ts';
import { Shelf } from './shelf.ts';

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

/** Four categories of three questions, in an order of its own; every second has two turns. */
const rows = Array.from({ length: 12 }, (_, i) => ({
  question_id: 81 + i,
  category: ['math', 'stem', 'coding', 'writing'][i % 4],
  turns: i % 2 === 0 ? [`Question ${i}?`, 'And then?'] : [`Question ${i}?`],
  reference: i % 4 === 0 ? [`Answer ${i}`] : [],
}));

async function given(text: string) {
  const { set, content } = await importedFrom(readBenchFile(text, 'question.jsonl'), {
    name: 'Mine',
    licence: null,
    source: null,
  });
  const sets = new GivenSets();
  sets.give([{ id: set.id, content }]);
  const shelf = new Shelf(() => Promise.reject(new Error('no file is read')), sets);
  const questions = (more: object = {}) => ({
    bench: 'imported',
    set: set.id,
    name: 'Mine',
    ...more,
  });
  return { shelf, questions, sets };
}

const plan = async (questions: object, sets: GivenSets) => {
  const document = smallDocument({ questions, scorers: [{ kind: 'contains' }], seeds: [1] });
  const files = labShelf();
  // the material of prompts is the lab's own, the questions are not
  const shelf = Object.assign(new Shelf(() => Promise.reject(new Error('unused')), sets), {
    bench: files.bench.bind(files),
    pool: files.pool.bind(files),
    styles: files.styles.bind(files),
  });
  const { round } = await planRound(document, wholeRound('e', document), {
    models: models(),
    shelf,
  });
  return { round, count: await countCells(document, shelf) };
};

describe('imported questions', () => {
  it('are all asked, turn by turn, in the file’s order', async () => {
    const { sets, questions } = await given(lines(rows));
    const { round, count } = await plan(questions(), sets);
    expect(round.items.map(({ id }) => id)).toEqual(
      rows.map(({ question_id }) => `${question_id}`),
    );
    expect(round.items[0]).toMatchObject({
      category: 'math',
      turns: { en: [{ query: 'Question 0?', reference: 'Answer 0' }, { reference: null }] },
    });
    // six questions of two turns and six of one, under two arms
    expect([round.cells.length, count.cells]).toEqual([36, 36]);
  });

  it('are chosen by category, and spread evenly over those that are left', async () => {
    const { sets, questions } = await given(lines(rows));
    const of = async (more: object) =>
      (await plan(questions(more), sets)).round.items.map(({ category }) => category);
    expect(await of({ categories: ['stem', 'math'] })).toEqual([
      'math',
      'stem',
      'math',
      'stem',
      'math',
      'stem',
    ]);
    expect((await of({ limit: 4 })).toSorted()).toEqual(['coding', 'math', 'stem', 'writing']);
    expect(await of({ categories: ['stem'], limit: 9 })).toEqual(['stem', 'stem', 'stem']);
  });

  it('of IFEval bring their instructions to the first turn', async () => {
    const ifeval = { instruction_id_list: ['punctuation:no_comma'], kwargs: [{ relation: null }] };
    const { sets, questions } = await given(lines([{ key: 1, prompt: 'No commas.', ...ifeval }]));
    const { round } = await plan(questions(), sets);
    expect(round.items[0]?.turns.en?.[0]?.ifeval).toEqual({
      instructions: [{ id: 'punctuation:no_comma', kwargs: {} }],
    });
  });

  it('that are not in the library are one clear line', async () => {
    const { questions } = await given(lines(rows));
    const problem = await problemOf(plan(questions(), new GivenSets()));
    expect(problem.code).toBe('bad-input');
    expect(problem.message).toMatch(
      /^questions: the set “Mine” \([0-9a-f]{12}…\) is not in the library/,
    );
    expect(problem.remedy).toContain('--bench');
  });

  it('are refused where nothing fits, or the set asks nothing', async () => {
    const { sets, questions } = await given(lines(rows));
    const none = await problemOf(plan(questions({ categories: ['law'] }), sets));
    expect(none.message).toContain('no item of “Mine” has one of these categories');
    const answers = await given('{"instruction":"a","output":"b","generator":"m"}');
    const odd = await problemOf(plan(answers.questions(), answers.sets));
    expect(odd.message).toContain('holds no questions');
  });

  it('are more cells than the lab takes as soon as they are counted', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ query: `Question ${i}?` }));
    const { sets, questions } = await given(lines(many));
    const problem = await problemOf(plan(questions(), sets));
    expect(problem.message).toContain('120,000 cells');
  });
});
