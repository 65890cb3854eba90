import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { modulesOf, readAdapterConfig, writeAdapterConfig } from './adapter-config.ts';

const config = {
  base: 'lab-base-4m',
  rank: 8,
  alpha: 16,
  modules: ['q_proj', 'v_proj'],
  fanInFanOut: false,
};
const plain = { rankStabilised: false, own: { ranks: {}, alphas: {} } };
const fields = JSON.parse(writeAdapterConfig(config)) as Record<string, unknown>;
const read = (changes: Record<string, unknown>) =>
  readAdapterConfig(JSON.stringify({ ...fields, ...changes }), 'adapter_config.json');
const refused = (work: () => unknown): Problem => {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error('It was read.');
};

describe('adapter_config.json', () => {
  it('has the fields that PEFT reads', () => {
    expect(fields).toMatchObject({
      peft_type: 'LORA',
      task_type: 'CAUSAL_LM',
      base_model_name_or_path: 'lab-base-4m',
      r: 8,
      lora_alpha: 16,
      lora_dropout: 0,
      target_modules: ['q_proj', 'v_proj'],
      bias: 'none',
      fan_in_fan_out: false,
      inference_mode: true,
      use_rslora: false,
      use_dora: false,
      modules_to_save: null,
      rank_pattern: {},
      alpha_pattern: {},
    });
  });

  it('comes back as it was written', () => {
    const any = fc.record({
      base: fc.string(),
      rank: fc.integer({ min: 1, max: 256 }),
      alpha: fc.integer({ min: 1, max: 512 }),
      modules: fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
      fanInFanOut: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (one) => {
        expect(readAdapterConfig(writeAdapterConfig(one), 'f')).toEqual({
          ...one,
          ...plain,
        });
      }),
    );
  });

  it('of other tools: patterns, no base, rank-stabilised scale', () => {
    expect(read({ target_modules: 'all-linear' }).modules).toBeNull();
    expect(read({ base_model_name_or_path: null }).base).toBe('');
    expect(read({ use_rslora: true }).rankStabilised).toBe(true);
    expect(
      read({ rank_pattern: { q_proj: 4 }, alpha_pattern: { 'mlp.up_proj': 2.5 } }).own,
    ).toEqual({ ranks: { q_proj: 4 }, alphas: { 'mlp.up_proj': 2.5 } });
    const old = { peft_type: 'LORA', r: 4, lora_alpha: 8, target_modules: ['c_attn'] };
    expect(readAdapterConfig(JSON.stringify(old), 'f')).toEqual({
      base: '',
      rank: 4,
      alpha: 8,
      modules: ['c_attn'],
      fanInFanOut: false,
      ...plain,
    });
  });

  it('names what the lab does not have', () => {
    const cases: [Record<string, unknown>, string][] = [
      [{ peft_type: 'PROMPT_TUNING' }, 'peft_type'],
      [{ peft_type: 'IA3', r: undefined }, 'peft_type'],
      [{ task_type: 'SEQ_CLS' }, 'task_type'],
      [{ bias: 'lora_only' }, 'bias'],
      [{ init_lora_weights: 'pissa_niter_16' }, 'init_lora_weights'],
      [{ use_dora: true }, 'use_dora'],
      [{ lora_bias: true }, 'lora_bias'],
      [{ modules_to_save: ['lm_head'] }, 'modules_to_save'],
      [{ rank_pattern: { q_proj: 0 } }, 'rank_pattern'],
      [{ rank_pattern: { '^(a+)+$': 4 } }, 'rank_pattern'],
      [{ alpha_pattern: { q_proj: 'x' } }, 'alpha_pattern'],
      [{ layer_replication: [[0, 4]] }, 'layer_replication'],
      [{ target_parameters: ['experts.weight'] }, 'target_parameters'],
      [{ r: 0 }, 'r'],
      [{ r: undefined }, 'r'],
      [{ lora_alpha: 'much' }, 'lora_alpha'],
      [{ target_modules: 5 }, 'target_modules'],
    ];
    for (const [changes, field] of cases) {
      const { code, message, remedy } = refused(() => read(changes));
      expect(code).toBe('bad-input');
      expect(message.startsWith(`adapter_config.json: ${field}`), message).toBe(true);
      expect(remedy).not.toBe('');
    }
    for (const start of [true, false, 'gaussian', 'eva', 'orthogonal'])
      read({ init_lora_weights: start });
  });

  it('damaged anywhere is read or refused, never a crash', () => {
    const text = writeAdapterConfig(config);
    const wound = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 20 }), fc.string());
    fc.assert(
      fc.property(wound, ([at, cut, put]) => {
        try {
          const { rank, alpha } = readAdapterConfig(
            text.slice(0, at) + put + text.slice(at + cut),
            'f',
          );
          expect(rank >= 1 && alpha > 0).toBe(true);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 2000 },
    );
    for (const other of ['null', '7', '[]', '"LORA"', '{}', ''])
      expect(refused(() => readAdapterConfig(other, 'f')).message).toMatch(/^f: /);
  });
});

it('modules are the ends of sites’ names', () => {
  const names = ['model.layers.0.mlp.up_proj', 'model.layers.1.mlp.up_proj', 'lm_head'];
  expect(modulesOf(names.map((name) => ({ name })))).toEqual(['lm_head', 'up_proj']);
});
