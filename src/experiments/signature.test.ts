import { describe, expect, it } from 'vitest';
import { defaultDecoding } from '../domain/decoding.ts';
import { demonstration } from '../domain/demonstration.ts';
import { defaultArms, type Arm } from '../domain/recipe.ts';
import { runKey, type Question } from './prepare.ts';
import { signatureOf } from './signature.ts';

const [base, shown] = defaultArms as [Arm, Arm];
const question = (arm: Arm, change: Partial<Question> = {}): Question => ({
  recipe: {
    rules: 'Be kind.',
    demonstrations: [demonstration('q', 'a', '', '1')],
    template: 'plain',
  },
  arm,
  turns: [{ query: 'Sky?', answer: null }],
  decoding: defaultDecoding,
  ...change,
});

describe('an arm’s adapter', () => {
  const adapter = 'a'.repeat(64);

  it('makes another question of the same prompt', () => {
    const plain = signatureOf(question(base));
    expect(signatureOf(question({ ...base, adapter }))).not.toBe(plain);
    expect(signatureOf(question({ ...base, adapter: undefined }))).toBe(plain);
  });

  it('is in the run’s key, and the base alone keeps the key that it had', async () => {
    const key = (added?: string) => runKey('f', [1, 2], defaultDecoding, added);
    expect(await key(adapter)).not.toBe(await key());
    expect(await key(adapter)).not.toBe(await key('b'.repeat(64)));
    expect(await key(undefined)).toBe(await runKey('f', [1, 2], defaultDecoding));
  });
});

describe('signatureOf', () => {
  it('changes for the arms that an edit reaches, and for no other', () => {
    const recipe = { ...question(base).recipe, rules: 'Be rude.' };
    expect(signatureOf(question(base, { recipe }))).toBe(signatureOf(question(base)));
    expect(signatureOf(question(shown, { recipe }))).not.toBe(signatureOf(question(shown)));
  });

  it('sees knobs and later queries, but neither labels nor earlier answers', () => {
    const now = signatureOf(question(shown));
    expect(signatureOf(question({ ...shown, label: 'Other' }))).toBe(now);
    expect(signatureOf(question(shown, { decoding: { ...defaultDecoding, seed: 2 } }))).not.toBe(
      now,
    );
    const second = (answer: string, query: string) =>
      signatureOf(
        question(shown, {
          turns: [
            { query: 'Sky?', answer },
            { query, answer: null },
          ],
        }),
      );
    expect(second('Blue.', 'Why?')).toBe(second('Grey.', 'Why?'));
    expect(second('Blue.', 'Why?')).not.toBe(second('Blue.', 'When?'));
  });
});
