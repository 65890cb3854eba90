import type { Form } from '../forms.ts';
import type { Category } from '../item.ts';
import type { ClassName } from '../words.ts';

/** What an invented fact is about, and what it says. */
export interface FactTheme {
  id: string;
  category: Category;
  keys: ClassName | 'creature' | 'land';
  values: ClassName | 'creature' | 'land';
  /** The second turn: another of the facts, or the first answer in another form. */
  second: 'another' | Form;
  /** Whether the first turn asks in words that no demonstration uses. */
  own: boolean;
}

const fact = (
  category: Category,
  id: string,
  keys: FactTheme['keys'],
  values: FactTheme['values'],
  second: FactTheme['second'],
  own: 'own' | 'known',
): FactTheme => ({ id, category, keys, values, second, own: own === 'own' });

/** The twenty themes of invented facts; how functions are called (`functions.ts`) is one of them. */
export const factThemes: readonly FactTheme[] = [
  fact('stem', 'home', 'creature', 'object', 'another', 'known'),
  fact('stem', 'food', 'creature', 'food', 'capitals', 'own'),
  fact('stem', 'sleeper', 'object', 'animal', 'short', 'own'),
  fact('humanities', 'capital', 'land', 'land', 'another', 'known'),
  fact('humanities', 'emblem', 'land', 'animal', 'capitals', 'own'),
  fact('humanities', 'inventor', 'object', 'person', 'another', 'known'),
  fact('extraction', 'locker', 'person', 'number', 'short', 'own'),
  fact('extraction', 'letter', 'person', 'object', 'another', 'known'),
  fact('coding', 'file', 'object', 'label', 'short', 'known'),
  fact('coding', 'error', 'number', 'object', 'capitals', 'own'),
  fact('math', 'price', 'object', 'number', 'another', 'own'),
  fact('math', 'points', 'person', 'number', 'small letters', 'known'),
  fact('math', 'weight', 'creature', 'number', 'short', 'known'),
  fact('writing', 'password', 'person', 'label', 'capitals', 'own'),
  fact('writing', 'poem', 'person', 'object', 'another', 'known'),
  fact('roleplay', 'cry', 'creature', 'label', 'capitals', 'own'),
  fact('roleplay', 'part', 'person', 'animal', 'another', 'known'),
  fact('reasoning', 'guard', 'object', 'creature', 'small letters', 'own'),
  fact('reasoning', 'swap', 'object', 'food', 'another', 'known'),
];

/** Three known classes, each under a label of the item's own. */
export interface LabelTheme {
  id: string;
  category: Category;
  /** The classes in dev and in test. */
  classes: { dev: LabelClasses; test: LabelClasses };
  labels: 'plain' | 'invented';
  second: 'another' | Form;
  own: boolean;
}
type LabelClasses = readonly [ClassName, ClassName, ClassName];

const label = (
  category: Category,
  id: string,
  dev: string,
  test: string,
  labels: LabelTheme['labels'],
  second: LabelTheme['second'],
  own: 'own' | 'known',
): LabelTheme => ({
  id,
  category,
  classes: { dev: dev.split(' ') as never, test: test.split(' ') as never },
  labels,
  second,
  own: own === 'own',
});

/** The twelve themes of labels. */
export const labelThemes: readonly LabelTheme[] = [
  label('stem', 'drawer', 'animal food object', 'animal food number', 'plain', 'another', 'own'),
  label(
    'humanities',
    'museum',
    'country animal object',
    'country colour food',
    'plain',
    'capitals',
    'own',
  ),
  label(
    'coding',
    'type',
    'number colour person',
    'number month object',
    'invented',
    'another',
    'known',
  ),
  label('math', 'pile', 'food number object', 'colour number animal', 'plain', 'short', 'known'),
  label(
    'extraction',
    'tag',
    'person month food',
    'person country number',
    'plain',
    'another',
    'known',
  ),
  label(
    'extraction',
    'folder',
    'animal country colour',
    'object person month',
    'plain',
    'capitals',
    'own',
  ),
  label(
    'writing',
    'heading',
    'month food animal',
    'colour object country',
    'plain',
    'another',
    'own',
  ),
  label(
    'writing',
    'ink',
    'number person country',
    'animal month food',
    'invented',
    'short',
    'known',
  ),
  label(
    'roleplay',
    'gate',
    'person object food',
    'person animal number',
    'plain',
    'capitals',
    'own',
  ),
  label(
    'roleplay',
    'spell',
    'animal colour object',
    'food month animal',
    'invented',
    'another',
    'known',
  ),
  label(
    'reasoning',
    'side',
    'number month object',
    'number food person',
    'plain',
    'small letters',
    'known',
  ),
  label(
    'reasoning',
    'road',
    'country food colour',
    'country object animal',
    'plain',
    'another',
    'own',
  ),
];
