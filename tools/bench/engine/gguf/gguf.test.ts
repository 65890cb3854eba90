import { describe, expect, it } from 'vitest';
import { initialParameters, splitParameters } from '../../../../src/onnx/llama/parameters.ts';
import { toStored } from '../../../../src/onnx/llama/stored-heads.ts';
import { fromHalf, toHalf } from '../../../../src/onnx/model/half.ts';
import { dequantizeQ4, quantizeQ4 } from '../../../../src/onnx/quantize/q4.ts';
import { alignment } from './format.ts';
import { ggufName, llamaGguf } from './llama.ts';
import { readGguf } from './reading.ts';

/** Heads of 8 that are stored in 16, a feed-forward layer of no whole number of blocks. */
const config = {
  vocabSize: 40,
  hiddenSize: 32,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 40,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: false,
  contextLength: 64,
};
const parameters = initialParameters(config, 5);
const weights = splitParameters(config, parameters);
const weight = (name: string) =>
  toStored(config, `${name}.weight`, weights.get(`${name}.weight`) as Float32Array);

/** Element (row, column) of weight [k, n] as it should be found in rows of k. */
const column = (matrix: Float32Array, n: number, index: number) =>
  matrix.filter((_, i) => i % n === index);

describe('llamaGguf', () => {
  const file = readGguf(llamaGguf(config, parameters, 'fp32'));

  it('says what the model is', () => {
    expect(file.metadata).toMatchObject({
      'general.architecture': 'llama',
      'llama.block_count': 2,
      'llama.attention.key_length': 16,
      'llama.feed_forward_length': 64,
      'llama.attention.layer_norm_rms_epsilon': Math.fround(1e-5),
    });
    const tokens = file.metadata['tokenizer.ggml.tokens'] as string[];
    expect([tokens.length, tokens[0], tokens.at(-1)]).toEqual([40, '<0>', '<39>']);
  });

  it('holds every parameter under its name, at aligned places that do not overlap', () => {
    const named = [...weights.keys()].map(ggufName);
    expect([...file.tensors.keys()].sort()).toEqual([...named, 'rope_freqs.weight'].sort());
    let end = 0;
    for (const { start, bytes } of file.tensors.values()) {
      expect(start % alignment).toBe(0);
      expect(start).toBeGreaterThanOrEqual(end);
      end = start + bytes.length;
    }
    expect(file.length).toBe(Math.ceil(end / alignment) * alignment);
  });

  it('has the weights, rows by output, filled up with zeros', () => {
    expect(file.floats('token_embd')).toEqual(weight('model.embed_tokens'));
    expect(file.floats('blk.1.ffn_norm')).toEqual(new Float32Array(32).fill(1));
    const up = file.tensors.get('blk.1.ffn_up.weight');
    expect(up?.shape).toEqual([32, 64]);
    const rows = file.floats('blk.1.ffn_up');
    expect(rows.subarray(7 * 32, 8 * 32)).toEqual(
      column(weight('model.layers.1.mlp.up_proj'), 40, 7),
    );
    expect(rows.subarray(40 * 32).every((value) => value === 0)).toBe(true);
    const down = file.floats('blk.0.ffn_down').subarray(3 * 64, 4 * 64);
    expect(down.subarray(0, 40)).toEqual(column(weight('model.layers.0.mlp.down_proj'), 32, 3));
  });

  it('puts the two halves of a rotary pair side by side', () => {
    const stored = weight('model.layers.0.self_attn.k_proj');
    const rows = file.floats('blk.0.attn_k');
    // of the second head: its element 3, and the one half a head later
    expect(rows.subarray((16 + 6) * 32, (16 + 7) * 32)).toEqual(column(stored, 32, 16 + 3));
    expect(rows.subarray((16 + 7) * 32, (16 + 8) * 32)).toEqual(column(stored, 32, 16 + 11));
  });

  it('undoes what llama.cpp makes of heads that are filled up', () => {
    const stored = weight('model.layers.0.self_attn.q_proj');
    const found = file.floats('blk.0.attn_q').subarray(0, 32);
    const wanted = column(stored, 64, 0).map((value) => value * Math.SQRT2);
    expect(found).toEqual(wanted);
    const factors = file.floats('rope_freqs');
    for (let i = 0; i < 4; i++)
      expect(10000 ** ((-2 * i) / 16) / (factors[i] as number)).toBeCloseTo(
        10000 ** ((-2 * i) / 8),
        6,
      );
  });
});

describe('llamaGguf in 4 bits', () => {
  const file = readGguf(llamaGguf(config, parameters, 'q4'));

  it('has the same levels as our files; only the scales are rounded', () => {
    const matrix = quantizeQ4(weight('model.layers.1.mlp.down_proj'), 40, 32);
    const scales = fromHalf(toHalf(matrix.scales));
    const wanted = dequantizeQ4({ ...matrix, scales });
    const found = file.floats('blk.1.ffn_down');
    expect(file.tensors.get('blk.1.ffn_down.weight')).toMatchObject({
      type: 'Q4_0',
      shape: [64, 32],
    });
    for (let row = 0; row < 32; row++)
      expect(found.subarray(row * 64, row * 64 + 40)).toEqual(column(wanted, 32, row));
  });

  it('stores the embedding in half precision and an untied head in 4 bits', () => {
    expect(file.floats('token_embd')).toEqual(fromHalf(toHalf(weight('model.embed_tokens'))));
    expect(file.tensors.get('output.weight')).toMatchObject({ type: 'Q4_0', shape: [32, 40] });
  });
});
