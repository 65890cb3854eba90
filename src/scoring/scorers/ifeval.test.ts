import { describe, expect, it } from 'vitest';
import { score } from '../testing/answers.ts';

const comma = { id: 'punctuation:no_comma', kwargs: {} };
const title = { id: 'detectable_format:title', kwargs: {} };
const asked = { ifeval: { instructions: [comma, title] } };

describe('the scorer of instructions', () => {
  it('is 1 where all are followed, or their share', () => {
    const prompt = { kind: 'ifeval', level: 'prompt' } as const;
    const instruction = { kind: 'ifeval', level: 'instruction' } as const;
    expect(score(prompt, '<<Tea>>', asked)).toEqual({ value: 1 });
    expect(score(prompt, 'Tea', asked)).toEqual({ value: 0 });
    expect(score(instruction, 'Tea', asked)).toEqual({ value: 0.5 });
    expect(score({ ...instruction, how: 'strict' }, 'Well,\n<<Tea>>', asked)).toEqual({
      value: 0.5,
    });
    expect(score({ ...instruction, how: 'loose' }, 'Well,\n<<Tea>>', asked)).toEqual({ value: 1 });
  });

  it('is an error, never 0, where nothing can be checked', () => {
    const errors = [
      score({ kind: 'ifeval' }, 'Tea'),
      score({ kind: 'ifeval' }, 'Tea', { ifeval: { instructions: [] } }),
      score({ kind: 'ifeval' }, 'Tea', {
        ifeval: { instructions: [comma, { id: 'punctuation:no_colon', kwargs: {} }] },
      }),
    ];
    for (const scored of errors) expect(scored).toHaveProperty('error');
    expect(errors[2]).toHaveProperty('error', expect.stringContaining('no_colon'));
  });
});
