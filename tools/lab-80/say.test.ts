import { describe, expect, it } from 'vitest';
import { readTexts, textsOf } from './context/read-texts.ts';
import { say } from './say.ts';

describe('a template', () => {
  it('is contracted as the language does', () => {
    expect(say('el color de {k}', { k: 'el gato' }, 'es')).toBe('El color del gato');
    expect(say('cada día {k} llama a {k}', { k: 'el zib' }, 'es')).toBe(
      'Cada día el zib llama al zib',
    );
    expect(say('la maison de {k}', { k: 'le zib' }, 'fr')).toBe('La maison du zib');
    expect(say('{k} is near a {n}', { k: 'the zib', n: 'owl' }, 'en')).toBe(
      'The zib is near an owl',
    );
  });

  it('throws where a slot is missing', () => {
    expect(() => say('{k} and {v}', { k: 'one' }, 'en')).toThrow(/No slot \{v\}/);
  });
});

describe('the texts of themes', () => {
  it('are read by their signs', () => {
    const texts = readTexts('# one\n? A?\n? B?\n+ C.\n');
    expect(textsOf(texts, 'one')).toEqual({ asks: ['A?', 'B?'], tells: ['C.'] });
    expect(() => textsOf(texts, 'two')).toThrow(/"two"/);
  });

  it('name what does not fit', () => {
    expect(() => readTexts('? A?')).toThrow(/"\? A\?"/);
    expect(() => readTexts('# one\n? A?\n')).toThrow(/"one" has fewer/);
  });
});
