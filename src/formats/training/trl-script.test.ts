import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetIds, presetSettings } from '../../domain/training/presets.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';
import { trlScript } from './trl-script.ts';
import { writtenPairs, writtenRows } from './written-rows.ts';

const python = '/usr/bin/python3';
const of = (id: (typeof presetIds)[number], method: 'sft' | 'dpo'): TrainingSettings =>
  presetSettings(id, { method, examples: 12, contextLength: 512, template: 'plain', seed: 7 });
const script = (settings: TrainingSettings, model = 'base', validationFile: string | null = null) =>
  trlScript({ settings, model, trainingFile: 'training.jsonl', validationFile });

/** What Python makes of the calls' keyword arguments, literals alone, by the name that is called. */
const reader = `
import ast, json, sys
calls = {}
for node in ast.walk(ast.parse(sys.stdin.read())):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        calls[node.func.id] = {
            k.arg: ast.literal_eval(k.value) for k in node.keywords
            if isinstance(k.value, (ast.Constant, ast.List, ast.Dict))}
    if isinstance(node, ast.Call) and getattr(node.func, 'attr', '') == 'add_argument':
        calls.setdefault('options', {})[node.args[0].value] = node.keywords[0].value.value
print(json.dumps(calls))
`;
const callsOf = (text: string) =>
  JSON.parse(execFileSync(python, ['-c', reader], { input: text, encoding: 'utf8' })) as Record<
    string,
    Record<string, unknown>
  >;

describe.skipIf(!existsSync(python))('the script for TRL', () => {
  it('compiles, whatever the settings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trl-'));
    try {
      const files = presetIds.flatMap((id) =>
        (['sft', 'dpo'] as const).map((method) => {
          const path = join(folder, `${id}-${method}.py`);
          writeFileSync(path, script(of(id, method), 'base', 'validation.jsonl'));
          return path;
        }),
      );
      execFileSync(python, ['-m', 'py_compile', ...files], { encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has the same settings for sft', () => {
    const settings = of('lora-small', 'sft');
    const { SFTConfig, LoraConfig, DPOConfig } = callsOf(script(settings));
    expect(DPOConfig).toBeUndefined();
    expect(LoraConfig).toMatchObject({ r: 8, lora_alpha: 16, lora_dropout: 0, bias: 'none' });
    expect(SFTConfig).toMatchObject({
      num_train_epochs: 3,
      per_device_train_batch_size: 8,
      gradient_accumulation_steps: 1,
      learning_rate: 2e-4,
      lr_scheduler_type: 'cosine',
      warmup_steps: 0.03,
      weight_decay: 0.01,
      adam_beta1: 0.9,
      adam_beta2: 0.999,
      adam_epsilon: 1e-8,
      max_grad_norm: 1,
      max_length: 512,
      seed: 7,
      completion_only_loss: true,
      eval_strategy: 'no',
    });
  });

  it('has the same settings for dpo, and large batches in parts', () => {
    const settings: TrainingSettings = {
      ...of('classroom', 'dpo'),
      batch: 36,
      schedule: 'constant',
      beta: 0.25,
    };
    const { DPOConfig, SFTConfig } = callsOf(script(settings, 'base', 'held.jsonl'));
    expect(SFTConfig).toBeUndefined();
    expect(DPOConfig).toMatchObject({
      beta: 0.25,
      per_device_train_batch_size: 6,
      gradient_accumulation_steps: 6,
      lr_scheduler_type: 'constant_with_warmup',
      eval_strategy: 'epoch',
    });
  });

  it('trains all weights without factors', () => {
    const text = script(of('paper', 'sft'));
    expect(callsOf(text).LoraConfig).toBeUndefined();
    expect(text).not.toContain('peft import');
  });

  it('takes any name as a text and nothing more', () => {
    for (const model of ['a"""\nimport os\n', 'it\'s "x" \\n', '\ud800 \u2028 é', '#', '{x}']) {
      expect(callsOf(script(of('paper', 'sft'), model)).options?.['--model']).toBe(model);
    }
  });
});

it('the texts for TRL are the prompt, and the answer with what closes it', () => {
  const answer = (closed: string) => ({ prompt: 'Q: 1\nA:', closed: `Q: 1\nA:${closed}` });
  expect(writtenRows([[answer(' 2'), answer(' 3')], [answer(' 4')]])).toBe(
    [' 2', ' 3', ' 4']
      .map((completion) => `${JSON.stringify({ prompt: 'Q: 1\nA:', completion })}\n`)
      .join(''),
  );
  expect(writtenPairs([{ chosen: answer(' 2'), rejected: answer(' 3') }])).toBe(
    '{"prompt":"Q: 1\\nA:","chosen":" 2","rejected":" 3"}\n',
  );
});
