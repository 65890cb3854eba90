import { recipeForArm } from '../../../domain/recipe.ts';
import type { Run } from '../../../domain/run.ts';
import { factsOf, type Fact } from '../facts.ts';

/** Something that is not the same in two runs. */
export interface Difference {
  name: string;
  a: string;
  b: string;
  exact: boolean;
}

/** What every run has of its own, so that a difference says nothing. */
const ofEachRun = new Set(['Run at', 'Key', 'Run id', 'Batch']);

/** The reader's own words and the recipe's texts, which facts leave out. */
function texts(run: Run): Fact[] {
  const recipe = recipeForArm(run.recipe, run.arm);
  const demonstrations = recipe.demonstrations.map(({ query }, i) => `${i + 1}. ${query}`);
  return [
    { name: 'Arm', value: run.arm.label },
    { name: 'Query', value: run.turns.map(({ query }) => query).join('\n') },
    { name: 'Rules', value: recipe.rules.trim() || 'none' },
    { name: 'Demonstrations', value: demonstrations.join('\n') || 'none' },
    { name: 'Rating', value: run.rating === null ? 'not rated' : String(run.rating) },
    { name: 'Tags', value: run.tags.join(', ') || 'none' },
    { name: 'Notes', value: run.notes || 'none' },
  ];
}

function flat(run: Run): Fact[] {
  const own = texts(run);
  const named = new Set(own.map(({ name }) => name));
  const facts = factsOf(run).flatMap((group) => group.facts);
  return [...own, ...facts.filter(({ name }) => !named.has(name) && !ofEachRun.has(name))];
}

/** The settings, circumstances and notes that differ, in the order of a run's page. */
export function differences(a: Run, b: Run): Difference[] {
  const [left, right] = [flat(a), flat(b)];
  const names = [...new Set([...left, ...right].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [x, y] = [left, right].map((facts) => facts.find((fact) => fact.name === name));
    const [of, to] = [x?.value ?? 'none', y?.value ?? 'none'];
    return of === to ? [] : [{ name, a: of, b: to, exact: (x ?? y)?.exact ?? false }];
  });
}
