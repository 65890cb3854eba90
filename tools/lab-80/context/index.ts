import type { Draft } from '../item.ts';
import type { Half } from '../say.ts';
import { factsItem } from './facts.ts';
import { functionsItem } from './functions.ts';
import { labelsItem } from './labels.ts';
import { ruleTexts } from './rule-texts.ts';
import { ruleItem } from './rules.ts';
import { factThemes, labelThemes } from './themes.ts';

/** The forty items whose answers only their own demonstrations determine. */
export const contextItems = (half: Half): Draft[] => [
  ...factThemes.map((theme) => factsItem(theme, half)),
  functionsItem(half),
  ...labelThemes.map((theme) => labelsItem(theme, half)),
  ...Object.keys(ruleTexts).map((id) => ruleItem(id, half)),
];
