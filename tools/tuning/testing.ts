import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchLanguage } from '../../src/scoring/lab-80/schema.ts';
import type { LlamaConfig } from '../../src/onnx/llama/config.ts';
import { initialParameters } from '../../src/onnx/llama/parameters.ts';
import type { ModelWeights } from '../evaluate/model/weights.ts';
import { trainTokenizer } from '../pretrain/tokenizer/index.ts';

/** A few queries with a good and a poor answer, by language, written by hand; for tests. */
const handMade: Readonly<Record<BenchLanguage, readonly (readonly [string, string, string])[]>> = {
  en: [
    ['Where do owls sleep?', 'Owls sleep in trees.', 'in the sea'],
    ['What is two and two?', 'Two and two is four.', 'Two and two is nine.'],
    ['Name two colours.', '- red\n- blue', 'red'],
    ['Who bakes bread?', 'The baker bakes bread.', 'the king'],
    ['What do cows eat?', 'Cows eat grass.', 'Cows eat stones.'],
    ['Is snow warm?', 'No, snow is cold.', 'yes'],
    ['Where is the moon?', 'The moon is in the sky.', 'a moon'],
    ['What barks?', 'A dog barks.', 'A fish barks.'],
    ['What swims?', 'A fish swims.', 'dog'],
  ],
  es: [
    ['¿Qué come la vaca?', 'La vaca come hierba.', 'piedras'],
    ['¿Dónde duerme el búho?', 'El búho duerme en el árbol.', 'mar'],
    ['¿Quién hace pan?', 'El panadero hace pan.', 'El rey hace pan.'],
    ['¿La nieve es fría?', 'Sí, la nieve es fría.', 'no'],
  ],
  fr: [
    ['Que mange la vache ?', "La vache mange de l'herbe.", 'La vache mange du fer.'],
    ['Qui fait le pain ?', 'Le boulanger fait le pain.', 'roi'],
    ['La neige est-elle froide ?', 'Oui, la neige est froide.', 'non'],
  ],
};

/** Writes the pool's six files into a folder. */
export function writePool(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [language, rows] of Object.entries(handMade))
    for (const [quality, name] of [
      ['high', 'pool'],
      ['degraded', 'pool-degraded'],
    ] as const) {
      const demonstrations = rows.map(([query, good, poor]) => ({
        query,
        answer: quality === 'high' ? good : poor,
        category: 'stem',
      }));
      const file = { format: 'lab-80-pool', version: 1, language, quality, demonstrations };
      writeFileSync(join(folder, `${name}.${language}.json`), JSON.stringify(file));
    }
}

/** A tokenizer that knows the hand-made pool, and a fresh model of 32 dimensions and 2 layers. */
export function tinyModel(): ModelWeights {
  const text = Object.values(handMade).flat(2).join('\n');
  const tokenizer = trainTokenizer(
    [text, '[user]\n[assistant]\nOf course! I hope this helps!'],
    420,
  );
  const config: LlamaConfig = {
    vocabSize: tokenizer.vocabularySize,
    hiddenSize: 32,
    layers: 2,
    heads: 2,
    kvHeads: 1,
    intermediateSize: 64,
    normEpsilon: 1e-5,
    ropeTheta: 10000,
    tiedHead: true,
    contextLength: 512,
  };
  return { name: 'tiny', config, tokenizer, parameters: initialParameters(config, 1) };
}
