import { describe, expect, it } from 'vitest';
import { newHeading, stopFailure } from './stop.ts';

describe('an answer that does not stop', () => {
  it('runs to the limit or to the end of the context', () => {
    const text = 'The hen and';
    for (const [reason, limit] of [
      ['length', 'limit of tokens'],
      ['context', 'end of the context'],
    ] as const) {
      const finding = stopFailure(text, reason);
      expect(finding).toMatchObject({ flag: true, share: 1 });
      expect(JSON.stringify(finding)).toContain(limit);
    }
  });

  it('goes on to a turn of its own, in any layout and language', () => {
    const texts = [
      'Madrid.\n\n# Query:\n```\nAnd Rome?',
      'Madrid.\n```\n\n# Query',
      'Madrid.\nUser: And Rome?',
      'Madrid.\n\nQ: And Rome?\nA: Italy.',
      'Madrid.\n### Human: And Rome?',
      'Madrid.\r\nPregunta: ¿Y Roma?',
      'Madrid.\n\nUtilisateur : Et Rome ?',
    ];
    for (const text of texts) {
      const at = newHeading(text);
      expect(
        text
          .slice(0, at?.start)
          .trim()
          .replace(/\s*```$/, ''),
        text,
      ).toBe('Madrid.');
      expect(stopFailure(text, 'end-token'), text).toMatchObject({ flag: true });
    }
  });

  it('is none that ends at its stop string, a heading too, or by the end token', () => {
    for (const text of ['Madrid.', 'Madrid.\n```\n\n', ''])
      for (const reason of ['stop-string', 'end-token'] as const)
        expect(stopFailure(text, reason)).toMatchObject({ flag: false, evidence: [] });
  });

  it('is none for headings of a text, sentences, and a heading that opens the answer', () => {
    const texts = [
      '# User guide\n\nFirst, open it.',
      'Good day.\n# User guide\n## Questions and answers\nOpen it.',
      'It is late.\nQuestion after question came.\nUsers: three of them.',
      '# Query:\nMadrid.',
      'Say it so: user: Nora.',
    ];
    for (const text of texts) expect(newHeading(text), text).toBeNull();
  });

  it('cannot be judged when it was cancelled', () => {
    expect(stopFailure('Mad', 'cancelled')).toHaveProperty('error');
  });
});
