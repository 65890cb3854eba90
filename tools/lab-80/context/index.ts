import { manners } from '../forms.ts';
import type { Draft } from '../item.ts';
import type { Half } from '../say.ts';
import { factsItem } from './facts.ts';
import { functionsItem } from './functions.ts';
import { labelsItem } from './labels.ts';
import { ruleTexts } from './rule-texts.ts';
import { ruleItem } from './rules.ts';
import { factThemes, labelThemes } from './themes.ts';

/** The forty items whose answers only their own demonstrations determine. */
export const contextItems = (half: Half): Draft[] => {
  const ofFacts = manners(factThemes.map(({ second }) => second));
  const ofLabels = manners(labelThemes.map(({ second }) => second));
  return [
    ...factThemes.map((theme, i) => factsItem(theme, half, ofFacts[i] ?? 'own')),
    functionsItem(half),
    ...labelThemes.map((theme, i) => labelsItem(theme, half, ofLabels[i] ?? 'own')),
    ...Object.keys(ruleTexts).map((id) => ruleItem(id, half)),
  ];
};
