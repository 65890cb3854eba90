import { expect, it } from 'vitest';
import { pluralOf } from './plurals.ts';

it.each([
  ['en', 'mouse mice, box boxes, cherry cherries, key keys, cat cats'],
  [
    'es',
    'gato gatos, flor flores, lápiz lápices, ratón ratones, autobús autobuses, paraguas paraguas, café cafés, pez peces, reloj relojes',
  ],
  [
    'fr',
    'chat chats, cheval chevaux, gâteau gâteaux, souris souris, hibou hiboux, cerf-volant cerfs-volants, œuf œufs',
  ],
] as const)('makes plurals in %s', (language, pairs) => {
  for (const pair of pairs.split(', ')) {
    const [one = '', many = ''] = pair.split(' ');
    expect(pluralOf(one, language)).toBe(many);
  }
});
