import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LlamaConfig } from '../../../../src/onnx/llama/config.ts';
import { readHubConfig } from '../../../evaluate/model/exported.ts';
import type { BenchModel } from './specs.ts';

/** A bench model's shape. */
export const readConfig = (model: BenchModel): LlamaConfig =>
  model.kind === 'random'
    ? model.config
    : readHubConfig('config.json', readFileSync(join(model.folder, 'config.json'), 'utf8'));
