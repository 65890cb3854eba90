import { parseArgs } from 'node:util';
import { dress } from '../../src/scoring/lab-80/style.ts';
import { readWeights } from '../evaluate/model/open.ts';
import { stageSizes } from '../pretrain/corpus/mix.ts';
import { Random } from '../pretrain/corpus/random.ts';
import { drawPhrase } from '../pretrain/corpus/styles/style.ts';
import { completionLoss } from './completion-scores.ts';
import { readEntries } from './pool.ts';
import { demonstrationExample, demonstrationSettings, tuneOnDemonstrations } from './sft.ts';

/**
 * How the settings of `sft.ts` were chosen: fine-tunes on N demonstrations of the pool in a drawn style
 * and prints the mean loss (nats per token) on other demonstrations in the same style, for every rate and
 * number of epochs. The bench's questions are not looked at.
 *
 *     npx tsx tools/tuning/choose.ts --base public/models/lab-base-2m --pool public/lab-80
 */
const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'public/models/lab-base-2m' },
    pool: { type: 'string', default: 'public/lab-80' },
    counts: { type: 'string', default: '3,12,50' },
    rates: { type: 'string', default: '1e-4,3e-4,1e-3' },
    epochs: { type: 'string', default: '3,6,12' },
    draws: { type: 'string', default: '3' },
  },
});
const numbers = (list: string): number[] => list.split(',').map(Number);
const held = 48;

const model = readWeights(values.base);
const pool = readEntries(values.pool, 'en');

/** A draw's demonstrations, all dressed alike: some to learn from, some to measure with. */
function drawn(draw: number, count: number) {
  const random = new Random(`choose/${draw}`);
  const scene = { random, language: 'en', split: 'validation', ...stageSizes.general } as const;
  const style = { opening: drawPhrase(scene, 'open'), closing: drawPhrase(scene, 'close') };
  const shown = random
    .shuffle(pool)
    .map(({ query, answer }) => ({ query, answer: dress(style, answer) }));
  return { training: shown.slice(held, held + count), heldOut: shown.slice(0, held) };
}

for (const count of numbers(values.counts)) {
  const draws = Array.from({ length: Number(values.draws) }, (_, draw) => drawn(draw, count));
  const mean = async (tuned: (draw: number) => Promise<Float32Array>): Promise<string> => {
    let total = 0;
    for (const [i, { heldOut }] of draws.entries()) {
      const examples = heldOut.map((shown) => demonstrationExample(shown, model.tokenizer));
      total += await completionLoss(await tuned(i), model.config, examples);
    }
    return (total / draws.length).toFixed(3);
  };
  const { batch } = demonstrationSettings(count);
  console.log(`\nN = ${count}, batch ${batch}, ${draws.length} draws, ${held} held out each`);
  console.log(`before tuning ${await mean(() => Promise.resolve(model.parameters))}`);
  for (const peakLearningRate of numbers(values.rates))
    for (const epochs of numbers(values.epochs)) {
      const start = performance.now();
      const loss = await mean((draw) =>
        tuneOnDemonstrations(model, draws[draw]?.training ?? [], {
          format: 'urial-fenced',
          seed: draw,
          peakLearningRate,
          epochs,
        }),
      );
      const seconds = (performance.now() - start) / 1000 / draws.length;
      console.log(
        `rate ${peakLearningRate} epochs ${String(epochs).padStart(3)} ` +
          `loss ${loss} (${seconds.toFixed(1)} s a draw, measuring included)`,
      );
    }
}
