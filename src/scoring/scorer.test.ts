import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { issueText } from '../domain/issue.ts';
import type { AnsweredTurn } from './answered.ts';
import { Scorer } from './scorer.ts';
import { answered, capital, ready, score } from './testing/answers.ts';

const all: readonly v.InferInput<typeof Scorer>[] = [
  { kind: 'lab-80' },
  ...(['content', 'format', 'style', 'stop'] as const).map((part) => ({
    kind: 'lab-80' as const,
    part,
  })),
  { kind: 'exact' },
  { kind: 'exact', caseSensitive: true },
  { kind: 'contains' },
  { kind: 'contains', caseSensitive: true },
  { kind: 'regex', pattern: 'madrid', flags: 'si' },
  { kind: 'length' },
  ...(['loop', 'code', 'stop', 'language'] as const).map((of) => ({
    kind: 'degeneration' as const,
    of,
  })),
  { kind: 'likelihood' },
  { kind: 'likelihood', as: 'sum' },
  { kind: 'likelihood', as: 'perplexity' },
  ...(['prompt', 'instruction'] as const).flatMap((level) =>
    (['strict', 'loose'] as const).map((how) => ({ kind: 'ifeval' as const, level, how })),
  ),
  { kind: 'hand' },
];

describe('a scorer', () => {
  it('has a stable id of its own', () => {
    expect(all.map((named) => ready(named).id)).toEqual([
      'lab-80/score',
      'lab-80/content',
      'lab-80/format',
      'lab-80/style',
      'lab-80/stop',
      'exact',
      'exact/case',
      'contains',
      'contains/case',
      'regex:/madrid/is',
      'length',
      'degeneration/loop',
      'degeneration/code',
      'degeneration/stop',
      'degeneration/language',
      'likelihood/mean/reference',
      'likelihood/sum/reference',
      'likelihood/perplexity/reference',
      'ifeval/prompt/strict',
      'ifeval/prompt/loose',
      'ifeval/instruction/strict',
      'ifeval/instruction/loose',
      'hand',
    ]);
    expect(new Set(all.map((named) => ready(named).label)).size).toBe(all.length);
  });

  it('gives a number within its range or an error, for any answer', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    const stops = fc.constantFrom('end-token', 'stop-string', 'length', 'context', 'cancelled');
    const some = fc.record(
      {
        stopReason: stops,
        reference: fc.option(text),
        language: fc.constantFrom('en', 'es', 'fr', 'xx'),
        turnSpec: fc.constant(capital),
        style: fc.constant({ opening: 'Of course!', closing: 'Bye.' }),
        ifeval: fc.constant({ instructions: [{ id: 'punctuation:no_comma', kwargs: {} }] }),
        tokens: fc.array(fc.nat()),
        logProbabilities: fc.array(fc.double({ min: -50, max: 0 })),
      },
      { requiredKeys: [] },
    );
    const scorers = all.map(ready);
    fc.assert(
      fc.property(text, some, (rawText, more) => {
        for (const { id, range, score } of scorers) {
          const scored = score(answered(rawText, more as Partial<AnsweredTurn>));
          if ('error' in scored) expect(scored.error, id).not.toBe('');
          else {
            expect(scored.value, id).toBeGreaterThanOrEqual(range.min ?? -Infinity);
            expect(scored.value, id).toBeLessThanOrEqual(range.max ?? Infinity);
          }
        }
      }),
    );
  });

  it('judges no answer that was cancelled', () => {
    for (const named of all)
      expect(score(named, 'Madrid', { stopReason: 'cancelled' })).toHaveProperty('error');
  });

  it('is refused in a document with an unknown kind or field, and named', () => {
    const wrong = [
      [{ kind: 'oracle' }, 'kind'],
      [{ kind: 'exact', casesensitive: true }, 'casesensitive'],
      [{ kind: 'lab-80', part: 'total' }, 'part'],
      [{ kind: 'degeneration' }, 'of'],
      [{ kind: 'regex', pattern: '' }, 'pattern'],
      [{ kind: 'regex', pattern: 'a', flags: 'g' }, 'flags: flags are i, m and s'],
      [{ kind: 'regex', pattern: 'a', flags: 'ii' }, 'flags'],
    ] as const;
    for (const [named, field] of wrong) {
      const { issues } = v.safeParse(Scorer, named);
      expect(issues && issueText(issues[0]), JSON.stringify(named)).toContain(field);
    }
  });
});
