import { expect, it } from 'vitest';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import { besideFile, withFiles } from './beside.ts';
import { readModel } from './read.ts';
import { writeModel } from './write.ts';

const config = {
  vocabSize: 40,
  hiddenSize: 32,
  layers: 1,
  heads: 2,
  kvHeads: 1,
  intermediateSize: 48,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 16,
};

it('leaves large constants in the file they were read from, byte for byte', () => {
  const whole = writeModel(decoderModel(config, initialParameters(config, 1)));
  // not at the start of its buffer, as a file within an archive
  const file = new Uint8Array(whole.length + 5).subarray(5);
  file.set(whole);
  const model = readModel(file);
  const left = besideFile(model, file, 'weights');
  const graph = writeModel(left);
  expect(graph.length).toBeLessThan(whole.length / 2);
  const read = readModel(graph).graph.initializers;
  for (const [name, { data }] of model.graph.initializers) {
    const { external, data: inside } = read.get(name) ?? {};
    const [offset, length] = [Number(external?.offset), Number(external?.length)];
    if (external) expect(file.subarray(offset, offset + length)).toEqual(data);
    else expect(inside).toEqual(data);
    expect(external !== undefined).toBe(data.length >= 1024);
  }
});

it('keeps what is not of the file', () => {
  const model = decoderModel(config, initialParameters(config, 1));
  expect(besideFile(model, new Uint8Array(), 'weights')).toEqual(model);
});

it('brings constants back from the files they lie in', () => {
  const file = writeModel(decoderModel(config, initialParameters(config, 1)));
  const model = readModel(file);
  const left = readModel(writeModel(besideFile(model, file, 'weights')));
  const back = withFiles(left, new Map([['weights', file]]));
  expect(back.graph.initializers).toEqual(model.graph.initializers);
  expect(() => withFiles(left, new Map())).toThrow(/lies in weights, which is not there/);
  const short = new Map([['weights', file.subarray(0, 2000)]]);
  expect(() => withFiles(left, short)).toThrow(/too short/);
});
