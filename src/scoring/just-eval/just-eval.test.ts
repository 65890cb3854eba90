import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, sharedData, sharedJson } from '../testing/shared-data.ts';
import { justEvalScores, type AspectScores } from './just-eval.ts';

const few = { seed: 1, resamples: 50 };

const row = (scores: AspectScores['scores'], more: Partial<AspectScores> = {}): AspectScores => ({
  id: '0',
  system: 'a',
  judge: 'j',
  answer: 'one two  three',
  scores,
  ...more,
});

interface SharedRow {
  id: number;
  generator_cand: string;
  output_cand: string;
  parsed_result: Record<string, { score: string }>;
}

describe('justEvalScores', () => {
  it.skipIf(!sharedData)(named("equals Just-Eval's own report"), () => {
    const rows = sharedJson<SharedRow[]>('just_eval/example_1.score_multi.gpt-4.json').map((from) =>
      row(
        Object.fromEntries(
          Object.entries(from.parsed_result).map(([aspect, { score }]) => [aspect, Number(score)]),
        ),
        { id: String(from.id), system: from.generator_cand, answer: from.output_cand },
      ),
    );
    const expected = sharedJson<Record<string, number>>(
      'just_eval/example_1.score_multi.gpt-4.eval_res.json',
    );
    const [found, ...others] = justEvalScores(rows, few);
    expect(others).toEqual([]);
    expect(found?.aspects.map(({ aspect }) => aspect)).toEqual([
      'helpfulness',
      'clarity',
      'factuality',
      'depth',
      'engagement',
    ]);
    for (const { aspect, score } of found?.aspects ?? []) {
      expect(score.value).toBeCloseTo(expected[`${aspect}_mean`] as number, 12);
      expect(score.n).toBe(expected['total']);
    }
    expect(found?.length.value).toBeCloseTo(expected['avg_lens'] as number, 9);
    expect(found?.safety).toBeNull();
  });

  it('counts N/A as 5, and says how many', () => {
    const [found] = justEvalScores([row({ depth: 'N/A' }), row({ depth: 1 }, { id: '1' })], few);
    expect(found).toMatchObject({ notApplicable: 1, aspects: [{ score: { n: 2, value: 3 } }] });
  });

  it('keeps safety apart', () => {
    const [found] = justEvalScores([row({ safety: 2 }), row({ style: 4, clarity: 3 })], few);
    expect(found?.safety).toMatchObject({ n: 1, value: 2 });
    expect(found?.aspects.map(({ aspect, score }) => [aspect, score.value])).toEqual([
      ['clarity', 3],
      ['style', 4],
    ]);
  });

  it('leaves out what the judge did not score, its length too', () => {
    const rows = [row({}), row({ depth: 0, clarity: NaN }), row({ depth: 4, clarity: 9 })];
    const [found] = justEvalScores(rows, few);
    expect(found).toMatchObject({ errors: 2, length: { n: 1, value: 3 } });
    expect(found?.aspects).toMatchObject([{ aspect: 'depth', score: { n: 1, value: 4 } }]);
    expect(justEvalScores([row({})], few)[0]).toMatchObject({
      aspects: [],
      length: { n: 0, value: null },
    });
  });

  it('never fails, and its means lie on the scale', () => {
    const score = fc.oneof(fc.constant('N/A' as const), fc.double());
    const any = fc
      .record({ id: fc.string(), system: fc.string(), judge: fc.string(), answer: fc.string() })
      .chain((more) => fc.dictionary(fc.string(), score).map((scores) => row(scores, more)));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), (rows) => {
        for (const { aspects, safety } of justEvalScores(rows, few))
          for (const { value } of [
            ...aspects.map((each) => each.score),
            ...(safety ? [safety] : []),
          ])
            expect((value as number) >= 1 && (value as number) <= 5).toBe(true);
      }),
    );
  });
});
