import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { smallDocument } from '../testing/documents.ts';

const sft = { kind: 'sft', preset: 'classroom' };

/** What is said of a document with an arm that is trained so. */
function complaint(set: Record<string, unknown>, more: Record<string, unknown> = {}): string {
  try {
    smallDocument({
      factors: [
        {
          name: 'arm',
          levels: [
            { label: 'ICL', set: {} },
            { label: 'IFT', set: { tuning: sft, ...set } },
          ],
        },
      ],
      ...more,
    });
  } catch (thrown) {
    return Problem.from(thrown).message;
  }
  return 'nothing';
}

describe('A document with trained arms', () => {
  it('is read with the preset, changes and all', () => {
    const changes = { epochs: 3, trained: { kind: 'all' } };
    expect(complaint({})).toBe('nothing');
    expect(complaint({ tuning: { ...sft, changes, rules: true } })).toBe('nothing');
    expect(complaint({ tuning: { ...sft, kind: 'dpo', rejected: 'out-of-domain' } })).toBe(
      'nothing',
    );
    expect(complaint({ tuning: { kind: 'adapter', id: 'a'.repeat(64) } })).toBe('nothing');
    expect(complaint({ tuning: null })).toBe('nothing');
  });

  it.each([
    ['an unknown preset', { ...sft, preset: 'mine' }, /tuning\.preset/],
    ['an unknown change', { ...sft, changes: { speed: 1 } }, /tuning\.changes\.speed/],
    ['a seed of its own', { ...sft, changes: { seed: 1 } }, /tuning\.changes\.seed/],
    ['a rate of nothing', { ...sft, changes: { learningRate: 0 } }, /changes\.learningRate/],
    ['nothing rejected', { ...sft, kind: 'dpo' }, /tuning\.rejected/],
    ['an id that is none', { kind: 'adapter', id: 'mine' }, /tuning\.id: .*SHA-256/],
  ])('refuses %s by its place, in one line', (_, tuning, expected) => {
    const said = complaint({ tuning });
    expect(said).toMatch(/^factors\[0\]\.levels\[1\]\.set\.tuning/);
    expect(said).toMatch(expected);
    expect(said).not.toContain('\n');
  });

  it('needs demonstrations that are the same for all questions, with answers', () => {
    expect(complaint({ demonstrations: [] })).toMatch(/^arm “IFT”: .* has none/);
    expect(complaint({ demonstrations: [{ take: 'pool', select: { by: 'bm25' } }] })).toMatch(
      /^arm “IFT”: .* for each question/,
    );
    expect(complaint({ demonstrations: [{ take: 'pool', select: { by: 'k-means' } }] })).toBe(
      'nothing',
    );
    expect(complaint({ transforms: [{ kind: 'queries-only' }] })).toMatch(/queries-only/);
    const questions = { bench: 'lab-80', split: 'test', part: 'all' };
    expect(complaint({}, { questions })).toMatch(/the part “all”/);
  });

  it('prefers answers to a question, not answers alone', () => {
    const dpo = { kind: 'dpo', preset: 'classroom', rejected: 'in-domain' };
    const said = /^arm “IFT”: it prefers/;
    expect(complaint({ tuning: { ...dpo, changes: { answersOnly: true } } })).toMatch(said);
    expect(complaint({ tuning: dpo, transforms: [{ kind: 'answers-only' }] })).toMatch(said);
    expect(complaint({ transforms: [{ kind: 'answers-only' }] })).toBe('nothing');
  });
});
