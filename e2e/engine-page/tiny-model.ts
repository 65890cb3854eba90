import { exportModel } from '../../tools/pretrain/export/export-model.ts';
import { labBase2m } from '../../tools/pretrain/recipes/lab-base-2m.ts';
import { trainTokenizer } from '../../tools/pretrain/tokenizer/index.ts';
import { initialParameters } from '../../src/onnx/llama/parameters.ts';

const text = 'The niño asks: "How many cats?" — Three cats, and a bird. 漢字 😀 ';

/** A tokenizer of a few words that spells all else byte by byte. */
export const tinyTokenizer = trainTokenizer([text, text, 'cats and cats and a bird'], 320);

/**
 * Writes a random model in the hub's layout: too small to say anything, and real in all else. Its weights
 * are larger than a fresh model's, so that logits differ and greedy choices have no near ties.
 */
export function writeTinyModel(folder: string, contextLength = 160): void {
  const architecture = {
    ...labBase2m.architecture,
    hiddenSize: 64,
    layers: 2,
    heads: 4,
    kvHeads: 2,
    intermediateSize: 96,
    contextLength,
  };
  const config = { ...architecture, vocabSize: tinyTokenizer.vocabularySize };
  const parameters = initialParameters(config, 3).map((p) => (p === 1 ? 1 : 8 * p));
  exportModel(
    folder,
    { ...labBase2m, name: 'tiny', architecture },
    config,
    parameters,
    tinyTokenizer,
  );
}
