import { describe, expect, it } from 'vitest';
import { capitalise, contract, enumerate, fill, withArticle } from './text.ts';
import { definite, indefinite } from './words/nouns.ts';
import { table } from './words/table.ts';

describe('text', () => {
  it('fills slots and refuses missing ones', () => {
    expect(fill('{a} is {b}.', { a: 'x', b: 2 })).toBe('x is 2.');
    expect(() => fill('{c}', { a: 'x' })).toThrow('{c}');
  });

  it('contracts articles', () => {
    expect(contract('el color de el perro', 'es')).toBe('el color del perro');
    expect(contract('la capitale de le Japon', 'fr')).toBe('la capitale du Japon');
    expect(contract('le contraire de ouvert', 'fr')).toBe("le contraire d'ouvert");
    expect(contract('Est-ce que une oie', 'fr')).toBe("Est-ce qu'une oie");
    expect(contract('called a eaglet', 'en')).toBe('called an eaglet');
  });

  it('gives nouns their articles', () => {
    const elephant = { en: 'elephant', es: 'elefante m', fr: 'éléphant m' };
    expect(indefinite(elephant, 'en')).toBe('an elephant');
    expect(definite(elephant, 'fr')).toBe("l'éléphant");
    expect(definite({ en: 'cow', es: 'vaca f', fr: 'vache f' }, 'es')).toBe('la vaca');
    expect(withArticle('unicorn')).toBe('a unicorn');
  });

  it('capitalises past signs and lists things', () => {
    expect(capitalise('¿qué es?')).toBe('¿Qué es?');
    expect(enumerate(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
  });

  it('reads tables and names a broken row', () => {
    expect(table<'a' | 'b'>('a | b\n1 | 2')).toEqual([{ a: '1', b: '2' }]);
    expect(() => table('a | b\nonly one')).toThrow('only one');
  });
});
