import { describe, expect, it } from 'vitest';
import { isWeight, partNames, siteName } from './names.ts';

describe('siteName', () => {
  it.each([
    ['/model/layers.0/attn/q_proj/MatMul', '', 'model.layers.0.self_attn.q_proj'],
    ['/model/layers.11/attn/qkv_proj/MatMul_Q4', '', 'model.layers.11.self_attn.qkv_proj'],
    ['/model/layers.3/mlp/down_proj/MatMulNBits', '', 'model.layers.3.mlp.down_proj'],
    [
      '/model/layers.0/self_attn/o_proj/MatMul',
      'onnx::MatMul_17',
      'model.layers.0.self_attn.o_proj',
    ],
    ['/transformer/h.2/attn/c_attn/Gemm', '', 'transformer.h.2.attn.c_attn'],
    ['/transformer/h.2/mlp/c_fc/FusedMatMul', '', 'transformer.h.2.mlp.c_fc'],
    [
      '/gpt_neox/layers.5/attention/query_key_value/MatMul',
      '',
      'gpt_neox.layers.5.attention.query_key_value',
    ],
    ['node_MatMul_4', 'model.layers.1.self_attn.k_proj.weight', 'model.layers.1.self_attn.k_proj'],
    ['', 'model.layers.1.attn.k_proj.MatMul.weight_Q4', 'model.layers.1.self_attn.k_proj'],
    ['matmul', 'model.layers.1.mlp.up_proj.qweight', 'model.layers.1.mlp.up_proj'],
    ['/lm_head/MatMul', 'lm_head.MatMul.weight', undefined],
    ['/embed_out/MatMul', 'onnx::MatMul_99', undefined],
    ['MatMul_12', 'onnx::MatMul_99', undefined],
  ])('of %s with %s is %s', (node, weight, name) => expect(siteName(node, weight)).toBe(name));
});

describe('partNames', () => {
  it('of a packed product are those of its parts', () =>
    expect(partNames('model.layers.0.self_attn.qkv_proj')).toEqual(
      ['q', 'k', 'v'].map((part) => `model.layers.0.self_attn.${part}_proj`),
    ));
  it('are none of products that the model itself has packed', () =>
    expect(partNames('transformer.h.0.attn.c_attn')).toBeUndefined());
});

describe('isWeight', () => {
  it.each([
    'model.embed_tokens.weight',
    'onnx::MatMul_12',
    'transformer.wpe.weight',
    'h.0.ln_1.bias',
  ])('takes %s', (name) => expect(isWeight(name)).toBe(true));
  it.each([
    'cos_cache',
    'sin_cache_local',
    'model.rotary_emb.inv_freq',
    '/model/Constant_3_output_0',
  ])('leaves %s alone', (name) => expect(isWeight(name)).toBe(false));
});
