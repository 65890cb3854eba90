import { expect, it } from 'vitest';
import { benchLanguages } from '../../scoring/lab-80/schema.ts';
import { shelf } from '../testing/world.ts';
import { curated } from './curated.ts';

it.each(benchLanguages)('shows no question of the bench: %s', async (language) => {
  const files = await Promise.all(
    (['test', 'dev'] as const).map((split) => shelf().bench(split, language)),
  );
  const asked = files.flatMap(({ items }) =>
    items.flatMap(({ turns }) => turns.map(({ query }) => query)),
  );
  for (const { query } of curated[language]) expect(asked).not.toContain(query);
  expect(curated[language]).toHaveLength(3);
});
