import { Problem } from '../../domain/problem.ts';
import type { PoolQuality } from '../recipes/source.ts';
import type { MaterialChoice } from '../document/questions.ts';
import { curated } from './curated.ts';
import { asDemonstrations, type Material } from './material.ts';
import { rules } from './rules.ts';
import { isBenchLanguage, type Shelf } from './shelf.ts';

/**
 * What the prompts of a language are made of: the document's own texts, else the lab's.
 * @param split whose items are asked: conversations are made of the other split's
 * @param qualities of the lab's pools that are wanted beside the document's
 * @throws Problem 'bad-input' where the lab has nothing in this language and the document neither
 */
export async function loadMaterial(
  choice: MaterialChoice,
  language: string,
  split: 'test' | 'dev' | null,
  shelf: Shelf,
  qualities: readonly PoolQuality[] = [],
): Promise<Material> {
  const own = {
    rules: choice.rules,
    curated: choice.curated && asDemonstrations(choice.curated, 'curated'),
    pool: Array.isArray(choice.pool) ? asDemonstrations(choice.pool, 'pool') : undefined,
  };
  if (!isBenchLanguage(language)) {
    const lacking = Object.entries(own).find(([, value]) => value === undefined);
    if (lacking) throw lacks(lacking[0], language);
    const { rules = '', curated = [], pool = [] } = own;
    return { language, rules, curated, pool, pools: {}, conversations: [], styles: [] };
  }
  const ofLab = async (quality: PoolQuality) =>
    asDemonstrations((await shelf.pool(quality, language)).demonstrations, 'pool');
  const named = choice.pool === 'degraded' ? 'degraded' : 'high';
  const [pool, others, { styles }] = await Promise.all([
    own.pool ?? ofLab(named),
    shelf.bench(split === 'dev' ? 'test' : 'dev', language),
    shelf.styles(),
  ]);
  const pools: Material['pools'] = Object.fromEntries(
    await Promise.all(
      qualities.map(async (quality) => [
        quality,
        // the same array where it is the document's: it is indexed once
        !own.pool && quality === named ? pool : await ofLab(quality),
      ]),
    ),
  );
  const talks = others.items.filter(({ part }) => part === 'world');
  return {
    language,
    rules: own.rules ?? rules[language],
    curated: own.curated ?? asDemonstrations(curated[language], 'curated'),
    pool,
    pools,
    conversations: talks.map(({ id, category, turns: [a, b] }) => {
      const [first, second] = asDemonstrations([a, b], id).map((d) => ({ ...d, category }));
      return [first, second] as [(typeof pool)[number], (typeof pool)[number]];
    }),
    // a bench of the reader's own has no style to show
    styles: split === null ? [] : (styles[language] ?? []),
  };
}

function lacks(what: string, language: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `material.${what}: the lab has none in “${language}”.`,
    remedy: `Give "${what}" in the document's "material".`,
  });
}
