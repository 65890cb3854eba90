import { parseArgs } from 'node:util';
import { families } from './corpus/families/index.ts';
import { stageSizes } from './corpus/mix.ts';
import { Random } from './corpus/random.ts';
import type { Document } from './corpus/document.ts';
import { Writer } from './corpus/writer.ts';
import { findRecipe, recipes } from './recipes/index.ts';
import type { PretrainingRecipe } from './recipes/recipe.ts';
import { trainTokenizer } from './tokenizer/index.ts';
import { OptimizerState } from './training/optimizer-state.ts';
import { RowStream } from './training/rows.ts';
import { Scorer } from './training/scorer.ts';
import { starts, type StartName } from './training/starts.ts';
import { Stepper } from './training/stepper.ts';

/**
 * A few hundred steps on one family of documents, and how well the model then predicts what the
 * context determines: tells within a minute or two whether a start, a shape or a rate is any good.
 *
 *     npx tsx tools/pretrain/drill.ts --family recall --steps 300 --start induction
 */
const { values } = parseArgs({
  options: {
    family: { type: 'string', default: 'recall' },
    steps: { type: 'string', default: '300' },
    start: { type: 'string', default: 'induction' },
    recipe: { type: 'string', default: 'lab-base-2m' },
  },
});
const recipe = findRecipe(values.recipe);
const family = families.find(({ name }) => name === values.family);
const start = Object.entries(starts).find(([name]) => name === values.start)?.[1];
const steps = Number(values.steps);
if (!recipe) throw new Error(`--recipe is one of ${recipes.map(({ name }) => name).join(', ')}`);
if (!family) throw new Error(`--family is one of ${families.map(({ name }) => name).join(', ')}`);
if (!start) throw new Error('--start is induction or random');
if (!Number.isInteger(steps) || steps < 10) throw new Error('--steps is a whole number from 10');

const documentAt = (index: number): Document => {
  const writer = new Writer();
  const random = new Random(`drill/${index}`);
  const scene = { random, language: 'en', split: 'training', ...stageSizes.induction } as const;
  family.write(scene, writer);
  const { text, determined } = writer;
  return { text, determined, family: family.name, language: 'en' };
};

/** Other tokens count little, so that the loss tells of the determined ones. */
const others = 0.1;
/** Constant, after a short rise; down to nothing over the last fifth. */
const schedule = (step: number): number =>
  Math.min(1, step / 40) * Math.min(1, Math.max(0.1, (steps - step) / (steps / 5)));

async function drill(
  { tokenizer: { vocabularySize }, ...recipe }: PretrainingRecipe,
  begin: (typeof starts)[StartName],
) {
  const texts = Array.from({ length: 3000 }, (_, i) => documentAt(-1 - i).text);
  const tokenizer = trainTokenizer(texts, vocabularySize);
  const config = { ...recipe.architecture, vocabSize: tokenizer.vocabularySize };
  const shape = { batch: 8, length: 256 };
  const rows = new RowStream(documentAt, tokenizer, { ...shape, emphasis: 1 / others });
  const stepper = await Stepper.open(config, recipe.optimizer, shape);
  const state = OptimizerState.fresh(begin(config, recipe.seed));
  for (let step = 1, sum = 0; step <= steps; step++) {
    const batch = Array.from({ length: shape.batch }, () => rows.read());
    const rate = recipe.optimizer.peakLearningRate * schedule(step);
    sum += (await stepper.step(state, batch, rate, step)).loss;
    if (step % 50 === 0) {
      console.log(`step ${step}: weighted loss ${(sum / 50).toFixed(2)}`);
      sum = 0;
    }
  }
  const scorer = await Scorer.open(config, shape.batch, shape.length);
  const unseen = Array.from({ length: 64 }, () => rows.read());
  const found = await scorer.score(
    unseen.map(({ tokens }) => tokens),
    state.vectors().parameters,
  );
  const determined = unseen.flatMap(({ weights }, row) =>
    Array.from(found[row] ?? []).filter((_, t) => (weights[t] as number) > 1),
  );
  const firsts = unseen.flatMap(({ weights }, row) =>
    Array.from(found[row] ?? []).filter(
      (_, t) => (weights[t] as number) > 1 && (weights[t - 1] ?? 0) <= 1,
    ),
  );
  const share = (list: readonly number[]): string =>
    `${((100 * list.filter((logProb) => logProb > Math.log(0.5)).length) / list.length).toFixed(0)} %`;
  console.log(
    `Of the first tokens of what is known, ${firsts.length}: ${share(firsts)} more likely than not.`,
  );
  const mean = determined.reduce((sum, logProb) => sum + logProb, 0) / determined.length;
  console.log(
    `Unseen documents, ${determined.length} tokens that the context determines: ` +
      `${(-mean).toFixed(2)} nats each, ${share(determined)} more likely than not.`,
  );
}

await drill(recipe, start);
