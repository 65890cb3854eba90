import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uniform } from '../../../../src/domain/draw.ts';
import { initialFactors } from '../../../../src/onnx/adapters/factors.ts';
import { readDecoder } from '../../../../src/onnx/importing/decoder.ts';
import { writeDecoder } from '../../../../src/onnx/llama/decoder.ts';
import { initialParameters } from '../../../../src/onnx/llama/parameters.ts';
import { readModel } from '../../../../src/onnx/model/read.ts';
import { readParameters } from '../../../evaluate/model/exported.ts';
import { optimizer } from './optimizer.ts';
import type { Size } from './sizes.ts';
import { workFiles, type TrainingWork } from './work.ts';

/** Where works lie: one folder each, under its id. */
export const worksFolder = '.cache/bench/training';

/** Raise it when the same size gives other files than before. */
const version = 1;
const batches = 8;

/** The decoder's file, as the hub has them. */
function modelFile({ config, folder, rank }: Size): Uint8Array {
  // not a Buffer: its slice() is a view, and tensors are read through copies
  if (folder !== null) return new Uint8Array(readFileSync(join(folder, 'onnx/model.onnx')));
  const parameters = initialParameters(config, 1);
  return writeDecoder(config, parameters, rank === null ? {} : { quantize: 'q4' });
}

/** Rows whose tokens follow from the one before, by a rule that differs from row to row: they can be learnt. */
function drawTokens({ config, batch, length }: Size): Int32Array {
  const tokens = new Int32Array(batches * batch * (length + 1));
  for (let row = 0; row < batches * batch; row++) {
    let token = Math.floor(uniform(1, 'first', row) * config.vocabSize);
    const more = 1 + Math.floor(3 * uniform(1, 'rule', row));
    for (let at = 0; at <= length; at++) {
      tokens[row * (length + 1) + at] = token;
      token = (5 * token + more) % config.vocabSize;
    }
  }
  return tokens;
}

/** Sees to it that a work's files are there. @returns its folder */
export function ensureWork(size: Size, log: (line: string) => void = console.log): string {
  const folder = join(worksFolder, size.id);
  const source =
    size.folder === null ? '' : readFileSync(join(size.folder, 'manifest.json'), 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([version, batches, size, optimizer, source]))
    .digest('hex');
  const keyFile = join(folder, 'key');
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return folder;
  log(`writing ${folder} (${size.label})`);
  mkdirSync(folder, { recursive: true });
  const model = modelFile(size);
  const { id, config, batch, length, learntFrom, rank } = size;
  const adapter =
    rank === null ? null : { rank, scale: 2, sites: readDecoder(readModel(model)).sites };
  const factors = adapter
    ? initialFactors(adapter, (draw) => uniform(1, 'factors', draw))
    : new Float32Array();
  const work: TrainingWork = {
    ...{ id, config, batch, length, learntFrom, batches, optimizer },
    adapter,
  };
  const write = (name: keyof typeof workFiles, data: string | Uint8Array) =>
    writeFileSync(join(folder, workFiles[name]), data);
  const bytes = (array: Float32Array | Int32Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  write('work', JSON.stringify(work));
  write('tokens', bytes(drawTokens(size)));
  write('weights', bytes(readParameters(config, model)));
  write('factors', bytes(factors));
  write('model', model);
  writeFileSync(keyFile, key);
  return folder;
}
