import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { readyInstruction } from './ready.ts';
import { oneOfEach } from './testing/instructions.ts';

const problemOf = (id: string, kwargs: Record<string, unknown> = {}): Problem => {
  try {
    readyInstruction({ id, kwargs });
  } catch (thrown) {
    return Problem.from(thrown);
  }
  throw new Error('no problem');
};

describe('an instruction of a file', () => {
  it('is English without a prefix', () => {
    for (const id of ['punctuation:no_comma', 'en:punctuation:no_comma'])
      expect(readyInstruction({ id, kwargs: {} })).toMatchObject({
        language: 'en',
        type: 'punctuation:no_comma',
        group: 'punctuation',
      });
  });

  it('may name fields that it does not need as null', () => {
    for (const { id, kwargs } of oneOfEach)
      expect(() => readyInstruction({ id, kwargs: { ...kwargs, starter: null } })).not.toThrow();
  });

  it.each([
    'no_comma',
    'punctuation:no_colon',
    'ja:punctuation:no_comma',
    'es:change_case:english_capital',
    'punctuation:toString',
    'constructor:no_comma',
    '',
  ])('is refused, and named, where its id is not known: %j', (id) => {
    const { code, message } = problemOf(id);
    expect(code).toBe('bad-input');
    expect(message).toContain(`“${id}”`);
  });

  it.each([
    ['length_constraints:number_words', { num_words: -1, relation: 'at least' }, 'num_words'],
    ['length_constraints:number_words', { num_words: 1.5, relation: 'at least' }, 'num_words'],
    ['length_constraints:number_words', { num_words: 5, relation: 'about' }, 'relation'],
    ['length_constraints:number_words', { num_words: 5 }, 'relation'],
    ['length_constraints:number_words', { num_words: null, relation: 'at least' }, 'num_words'],
    ['keywords:existence', { keywords: 'tea' }, 'keywords'],
    ['keywords:existence', { keywords: [] }, 'keywords'],
    ['keywords:existence', { keywords: ['tea', ' '] }, 'keywords[1]'],
    [
      'keywords:letter_frequency',
      { letter: 'ab', let_frequency: 1, let_relation: 'at least' },
      'letter',
    ],
    ['language:response_language', { language: 'xx' }, 'language'],
    ['punctuation:no_comma', { num_words: 5 }, 'num_words: there is no such field'],
    [
      'length_constraints:nth_paragraph_first_word',
      { num_paragraphs: 2, nth_paragraph: 3, first_word: 'so' },
      'nth_paragraph',
    ],
    ['fr:special_character:accents', { word_to_accentuate: { ete: 1 } }, 'word_to_accentuate.ete'],
  ])('is refused with kwargs that do not fit, naming the field: %s %j', (id, kwargs, field) => {
    const { code, message } = problemOf(id, kwargs);
    expect(code).toBe('bad-input');
    expect(message).toContain(`kwargs of ${id}: ${field}`);
  });
});
