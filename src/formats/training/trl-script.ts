import type { TrainingSettings } from '../../domain/training/settings.ts';

/** What of a training a script repeats. */
export interface TrlRun {
  readonly settings: TrainingSettings;
  /** The base as Hugging Face names it, or a folder: the script's default. */
  readonly model: string;
  /** Files beside the script, as `writtenRows` and `writtenPairs` have them. */
  readonly trainingFile: string;
  /** Null where nothing was held out. */
  readonly validationFile: string | null;
}

/** Any text as a literal of Python: JSON's escapes are Python's too. */
const literal = (value: string): string => JSON.stringify(value);

/** A number as Python reads it; JavaScript's form is one of Python's. */
const num = (value: number): string => (Number.isInteger(value) ? value.toFixed(0) : `${value}`);

/** How many rows a device takes at a time: the largest divisor of the batch that most can hold. */
function perDevice(batch: number): number {
  for (let rows = Math.min(batch, 8); rows > 1; rows--) if (batch % rows === 0) return rows;
  return 1;
}

function schedule({ schedule: name, warmup }: TrainingSettings): string {
  return name === 'constant' && warmup > 0 ? 'constant_with_warmup' : name;
}

/** The arguments that SFTConfig and DPOConfig share. */
function shared(settings: TrainingSettings, holdsOut: boolean): string[] {
  const { batch, epochs, learningRate, weightDecay, beta1, beta2, epsilon, clipNorm } = settings;
  const rows = perDevice(batch);
  return [
    'output_dir=options.out',
    `num_train_epochs=${num(epochs)}`,
    `per_device_train_batch_size=${rows}`,
    `gradient_accumulation_steps=${batch / rows}`,
    `learning_rate=${num(learningRate)}`,
    `lr_scheduler_type=${literal(schedule(settings))}`,
    `warmup_steps=${num(settings.warmup)},  # a share of all steps`,
    `weight_decay=${num(weightDecay)}`,
    `adam_beta1=${num(beta1)}`,
    `adam_beta2=${num(beta2)}`,
    `adam_epsilon=${num(epsilon)}`,
    `max_grad_norm=${num(clipNorm)}`,
    `max_length=${settings.maxLength}`,
    `seed=${settings.seed}`,
    'bf16=False,  # the lab computes in 32 bits; True is faster',
    `eval_strategy=${literal(holdsOut ? 'epoch' : 'no')}`,
    'logging_steps=1',
    'report_to="none"',
  ];
}

const argument = (line: string) => `        ${line.includes(',  #') ? line : `${line},`}`;

function adapterLines({ trained }: TrainingSettings): string[] {
  if (trained.kind === 'all') return ['    adapter = None  # all weights are trained'];
  const { rank, alpha, modules } = trained;
  return [
    '    adapter = LoraConfig(',
    ...[
      `r=${rank}`,
      `lora_alpha=${num(alpha)}`,
      `target_modules=[${modules.map(literal).join(', ')}]`,
      'lora_dropout=0.0',
      'bias="none"',
      'task_type="CAUSAL_LM"',
    ].map(argument),
    '    )',
  ];
}

/**
 * A Python program that repeats a training with TRL, with the same settings on the same texts: batches are
 * drawn in another order, so the numbers are alike and not equal. Written against TRL 1.13, transformers
 * 5.18 and PEFT 0.21 (argument names of SFTConfig, DPOConfig, LoraConfig).
 */
export function trlScript({ settings, model, trainingFile, validationFile }: TrlRun): string {
  const dpo = settings.method === 'dpo';
  const [Trainer, Config] = dpo ? ['DPOTrainer', 'DPOConfig'] : ['SFTTrainer', 'SFTConfig'];
  const peft = settings.trained.kind === 'adapter';
  const held = validationFile !== null;
  const own = dpo
    ? [`beta=${num(settings.beta)}`, 'loss_type=["sigmoid"]']
    : ['completion_only_loss=True,  # the end token is part of a completion', 'packing=False'];
  return [
    '"""Repeats a training of Incontext Lab on another machine.',
    '',
    'pip install "trl>=1.13" "transformers>=5.18"' + (peft ? ' "peft>=0.21"' : ''),
    'The texts are written in the layout they were trained in; the trainer adds the end token.',
    'A base that the lab has as ONNX only has its PyTorch weights under another name: give that as --model.',
    '"""',
    '',
    'import argparse',
    '',
    'from datasets import load_dataset',
    ...(peft ? ['from peft import LoraConfig'] : []),
    `from trl import ${Config}, ${Trainer}`,
    '',
    '',
    'def main() -> None:',
    '    options = argparse.ArgumentParser()',
    `    options.add_argument("--model", default=${literal(model)})`,
    '    options.add_argument("--out", default="adapter")',
    '    options = options.parse_args()',
    `    files = {"train": ${literal(trainingFile)}${held ? `, "validation": ${literal(validationFile)}` : ''}}`,
    '    data = load_dataset("json", data_files=files)',
    ...adapterLines(settings),
    `    settings = ${Config}(`,
    ...[...shared(settings, held), 'model_init_kwargs={"dtype": "float32"}', ...own].map(argument),
    '    )',
    `    trainer = ${Trainer}(`,
    ...[
      'model=options.model',
      'args=settings',
      'train_dataset=data["train"]',
      ...(held ? ['eval_dataset=data["validation"]'] : []),
      'peft_config=adapter',
    ].map(argument),
    '    )',
    '    trainer.train()',
    '    trainer.save_model(options.out)',
    '',
    '',
    'if __name__ == "__main__":',
    '    main()',
    '',
  ].join('\n');
}
