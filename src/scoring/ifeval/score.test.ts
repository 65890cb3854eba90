import { describe, expect, it } from 'vitest';
import { scoreIfeval, type IfevalRow } from './score.ts';

const comma = { id: 'punctuation:no_comma', kwargs: {} };
const title = { id: 'en:detectable_format:title', kwargs: {} };
const question = { id: 'es:punctuation:question_marks', kwargs: {} };
const row = (
  key: number,
  instructions: IfevalRow['instructions'],
  response: string | null,
): IfevalRow => ({ key, prompt: `prompt ${key}`, instructions, response });

describe('the table', () => {
  const table = scoreIfeval([
    row(1, [comma, title], '<<Tea>> and milk'),
    row(2, [comma, title], 'Tea, and milk'),
    row(3, [comma], 'Well, here it is:\nTea'),
    row(4, [question], '¿Té?'),
  ]);

  it('counts a prompt where all of its instructions are followed', () => {
    expect(table.prompts.strict).toMatchObject({ right: 2, n: 4 });
    expect(table.prompts.loose).toMatchObject({ right: 3, n: 4 });
    // Wilson's interval of 2 of 4
    expect(table.prompts.strict.interval?.value).toBe(0.5);
    expect(table.prompts.strict.interval?.low).toBeCloseTo(0.15, 3);
    expect(table.prompts.strict.interval?.high).toBeCloseTo(0.85, 3);
  });

  it('counts instructions, all and by group and type, a language’s apart', () => {
    expect(table.instructions.strict).toMatchObject({ right: 3, n: 6 });
    const shares = (rows: typeof table.types) =>
      rows.map(({ name, strict, loose }) => [name, strict.right, loose.right, strict.n]);
    expect(shares(table.types)).toEqual([
      ['detectable_format:title', 1, 1, 2],
      ['es:punctuation:question_marks', 1, 1, 1],
      ['punctuation:no_comma', 1, 2, 3],
    ]);
    expect(shares(table.groups)).toEqual([
      ['detectable_format', 1, 1, 2],
      ['es:punctuation', 1, 1, 1],
      ['punctuation', 1, 2, 3],
    ]);
    expect(table.rows[2]).toEqual({ key: 3, verdicts: [{ strict: false, loose: true }] });
  });

  it('leaves out what could not be judged, and lists it', () => {
    const { prompts, instructions, errors } = scoreIfeval([
      row(1, [comma, { id: 'punctuation:no_colon', kwargs: {} }], 'Tea'),
      row(2, [{ id: 'keywords:existence', kwargs: { keywords: [] } }], 'Tea'),
      row(3, [comma], null),
      row(4, [], 'Tea'),
      row(5, [comma], ''),
    ]);
    expect(errors.map(({ key, id }) => [key, id])).toEqual([
      [1, 'punctuation:no_colon'],
      [2, 'keywords:existence'],
      [3, null],
      [4, null],
    ]);
    expect(errors[1]?.message).toContain('keywords');
    // an empty response is an answer, that follows nothing
    expect(prompts.strict).toMatchObject({ right: 0, n: 1 });
    expect(instructions.strict).toMatchObject({ right: 1, n: 2 });
  });

  it('has no interval of nothing', () => {
    const { prompts, types } = scoreIfeval([]);
    expect(prompts.strict).toEqual({ right: 0, n: 0, interval: null });
    expect(types).toEqual([]);
  });
});
