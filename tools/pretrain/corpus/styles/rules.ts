import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { hints, preambles, ruleHeadings, titles } from './data.ts';
import type { Style } from './style.ts';

/** A title, such as stands over an exercise. */
export const title = (scene: Scene): string =>
  fill(scene.random.pick(titles[scene.language]), { n: scene.random.integer(1, 99) });

/** A paragraph of rules that tells some of the style's traits, or of any traits where there is no style. */
export function rules(scene: Scene, style?: Style): string {
  const { random, language } = scene;
  const known = Object.keys(hints);
  const traits = (style?.traits ?? random.sample(known, 2)).filter((trait) => trait in hints);
  const said = random
    .shuffle(traits)
    .slice(0, random.integer(1, 3))
    .map((trait) => wording(scene, hints[trait]?.[language] ?? []));
  const around = random.sample(preambles[language], random.pick([0, 1, 1, 2]));
  const sentences = random.chance(0.5)
    ? [...around, ...said]
    : random.shuffle([...around, ...said]);
  const paragraph = sentences.join(random.pick([' ', ' ', '\n']));
  if (random.chance(0.45)) return paragraph;
  const heading = random.pick(ruleHeadings[language]);
  return `${random.pick(['# ', '## ', '', '** '])}${heading}${random.pick(['\n', '\n\n', ':\n'])}${paragraph}`;
}

/** What stands above a list of examples: rules, a title, or nothing; ends with an empty line. */
export function header(scene: Scene, style?: Style): string {
  const kind = scene.random.next();
  if (kind < 0.36) return `${rules(scene, style)}\n\n`;
  return kind < 0.5 ? `${title(scene)}\n\n` : '';
}
