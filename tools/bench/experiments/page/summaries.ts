import { draws } from './draws.ts';
import { searchable, type RunSummary } from '../../../../src/store/summary.ts';

const words = (
  'water ice sea level boil cold degrees river stone bird tree sings because always never often small ' +
  'world question answer colour light morning evening north south hundred seven eleven wood glass'
).split(' ');
const arms = ['Base', 'Base + rules', 'Base + demonstrations', 'Instruct'];

/** A light record of a run as long as the bundled model's runs are; `index` is in its query. */
export function sampleSummary(index: number): RunSummary {
  const draw = draws(index);
  const text = (count: number) => Array.from({ length: count }, () => draw(words)).join(' ');
  const query = `Question ${index}: ${text(10)}?`;
  const answer = `${text(45)}.`;
  const arm = draw(arms);
  const tags = index % 20 === 0 ? ['kept'] : [];
  const time = Date.UTC(2025, 0, 1) + index * 60_000;
  return {
    id: crypto.randomUUID(),
    createdAt: new Date(time).toISOString(),
    batch: `batch-${index >> 2}`,
    tags,
    rating: index % 10 === 0 ? (index % 9) + 1 : null,
    time,
    arm,
    model: index % 3 === 0 ? 'Another model' : 'Lab base 4M',
    query,
    answer: answer.slice(0, 240),
    tokens: 60,
    search: searchable([query, answer, arm, ...tags].join('\n')),
  };
}
