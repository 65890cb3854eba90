import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';

const text = v.string();
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

/** By the end of layers' names, such as `q_proj` or `self_attn.q_proj`. */
export type ByLayer = Readonly<Record<string, number>>;

/** What adapter_config.json says of a LoRA adapter, in the lab's words. */
export interface AdapterConfig {
  /** The base as the file names it; empty where it does not. */
  readonly base: string;
  readonly rank: number;
  /** The product of the factors is scaled by alpha / rank. */
  readonly alpha: number;
  /** Scaled by alpha / sqrt(rank) instead (arXiv 2312.03732). */
  readonly rankStabilised: boolean;
  /** Rank and alpha of the layers that have their own, by the end of their names. */
  readonly own: { readonly ranks: ByLayer; readonly alphas: ByLayer };
  /** Ends of layers' names; null where the file has a pattern: the weights' own names then tell. */
  readonly modules: readonly string[] | null;
  /** Whether the base stores these layers as [in, out] (GPT-2's Conv1D). */
  readonly fanInFanOut: boolean;
}

const scale = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** Names alone: a regular expression of a stranger's could take for ever. */
const byLayer = <Value extends v.GenericSchema<number, number>>(value: Value) =>
  v.nullish(
    v.record(
      v.pipe(
        text,
        v.regex(/^[\w.]{1,200}$/, 'names layers by a pattern, and the lab takes plain names'),
      ),
      value,
    ),
    {},
  );

const File = v.looseObject({
  peft_type: text,
  task_type: v.nullish(text),
  base_model_name_or_path: v.nullish(text, ''),
  r: whole,
  lora_alpha: scale,
  target_modules: v.nullish(v.union([text, v.array(text)], 'Expected names or a pattern')),
  fan_in_fan_out: v.nullish(v.boolean(), false),
  use_rslora: v.nullish(v.boolean(), false),
  rank_pattern: byLayer(whole),
  alpha_pattern: byLayer(scale),
});

type Fields = Readonly<Record<string, unknown>>;

/** Nothing, as PEFT writes it: a field that is there but asks for nothing. */
const empty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Options that change what an adapter computes and that the lab does not: field, and what it is. */
const unsupported: readonly (readonly [field: string, what: string])[] = [
  ['use_dora', 'DoRA'],
  ['lora_bias', 'a bias on the factors'],
  ['modules_to_save', 'layers that were trained whole'],
  ['layer_replication', 'layers used more than once'],
  ['trainable_token_indices', 'retrained tokens'],
  ['target_parameters', 'parameters outside of layers'],
  ['alora_invocation_tokens', 'activated LoRA'],
  ['use_qalora', 'QALoRA'],
  ['use_bdlora', 'block-diagonal LoRA'],
  ['arrow_config', 'routing between adapters'],
  ['kasa_config', 'KaSA'],
  ['monteclora_config', 'MonteCLoRA'],
];

/** Starts that change the base's own weights: such an adapter fits those alone. */
const changesBase = /^(pissa|olora|corda|loftq|lora_ga)/i;

/**
 * Reads the text of PEFT's adapter_config.json.
 * @param name of the file, for messages
 * @throws Problem 'bad-input' that names the field, also for what the lab does not support
 */
export function readAdapterConfig(json: string, name: string): AdapterConfig {
  const refuse = (what: string, remedy: string): never => {
    throw new Problem({ code: 'bad-input', message: `${name}: ${what}`, remedy });
  };
  const parsed = parse(json);
  if (!parsed) return refuse('this is no JSON.', 'Choose the adapter_config.json that PEFT wrote.');
  const type = (parsed.value as Fields | null)?.peft_type;
  if (typeof type === 'string' && type.toUpperCase() !== 'LORA')
    return refuse(
      `peft_type: this is an adapter of the kind “${type}”; the lab has LoRA.`,
      'Merge it into its base with PEFT (merge_and_unload) and use the merged model, or train a LoRA adapter.',
    );
  const { success, output, issues } = v.safeParse(File, parsed.value);
  if (!success)
    return refuse(issueText(issues[0]), 'Choose the adapter_config.json that PEFT wrote.');
  const what = notSupported(output);
  if (what !== null)
    return refuse(
      what,
      'Merge it into its base with PEFT (merge_and_unload) and use the merged model, or train without this option.',
    );
  const { r, lora_alpha, use_rslora, rank_pattern, alpha_pattern } = output;
  const { target_modules, fan_in_fan_out } = output;
  return {
    base: output.base_model_name_or_path ?? '',
    rank: r,
    alpha: lora_alpha,
    rankStabilised: use_rslora ?? false,
    own: { ranks: rank_pattern ?? {}, alphas: alpha_pattern ?? {} },
    modules: Array.isArray(target_modules) ? target_modules : null,
    fanInFanOut: fan_in_fan_out ?? false,
  };
}

function parse(json: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return null;
  }
}

function notSupported(fields: Fields): string | null {
  const { task_type: task, bias, init_lora_weights: start } = fields;
  if (typeof task === 'string' && task !== 'CAUSAL_LM')
    return `task_type: the adapter is for “${task}”; the lab’s models continue text (CAUSAL_LM).`;
  if (typeof bias === 'string' && bias !== 'none')
    return `bias: “${bias}” biases were trained beside the factors; the lab has factors alone.`;
  if (typeof start === 'string' && changesBase.test(start))
    return `init_lora_weights: “${start}” changes the base’s own weights; the adapter does not fit the base as it is.`;
  const found = unsupported.find(([field]) => !empty(fields[field]));
  return found ? `${found[0]}: the adapter uses ${found[1]}, which the lab does not have.` : null;
}

/** Writes PEFT's adapter_config.json, its fields in alphabetical order as PEFT has them. */
export function writeAdapterConfig(config: Omit<AdapterConfig, 'rankStabilised' | 'own'>): string {
  const { base, rank, alpha, modules, fanInFanOut } = config;
  const fields = {
    alpha_pattern: {},
    auto_mapping: null,
    base_model_name_or_path: base,
    bias: 'none',
    fan_in_fan_out: fanInFanOut,
    inference_mode: true,
    init_lora_weights: true,
    layers_pattern: null,
    layers_to_transform: null,
    lora_alpha: alpha,
    lora_dropout: 0,
    modules_to_save: null,
    peft_type: 'LORA',
    r: rank,
    rank_pattern: {},
    revision: null,
    target_modules: modules === null ? 'all-linear' : [...modules],
    task_type: 'CAUSAL_LM',
    use_dora: false,
    use_rslora: false,
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** The ends of sites' names, each once: what `target_modules` lists. */
export function modulesOf(sites: readonly { readonly name: string }[]): string[] {
  return [...new Set(sites.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)))].sort();
}
