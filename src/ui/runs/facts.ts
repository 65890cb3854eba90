import { deviceNames } from '../model/device-names.ts';
import type { Run } from '../../domain/run.ts';
import { layouts } from '../../domain/template.ts';
import { duration, fullTime } from '../parts/format.ts';

/** One thing that is known of a run, in words. */
export interface Fact {
  name: string;
  value: string;
  /** Names, hashes and strings that should be read letter by letter. */
  exact?: boolean;
}

export interface FactGroup {
  title: string;
  facts: Fact[];
}

const requests = { ...deviceNames, auto: 'Automatic' };
const precisions = { fp32: '32-bit weights', q4: '4-bit weights' };
const stopReasons = {
  'end-token': 'End token',
  'stop-string': 'Stop string',
  length: 'Max new tokens reached',
  context: 'Context full',
  cancelled: 'Stopped by hand',
};

const yes = (value: boolean) => (value ? 'yes' : 'no');
const orOff = (value: number, off: number) => (value === off ? `${value} (off)` : String(value));

/** Tokens per second after the first; null for an answer of one token. */
export function speedOf({ generation: { tokens, timings } }: Run): number | null {
  const seconds = (timings.total - timings.firstToken) / 1000;
  return tokens.length > 1 && seconds > 0 ? (tokens.length - 1) / seconds : null;
}

/** Perplexity of the answer under the untouched logits: exp of the mean negative log-probability. */
export function perplexityOf({ generation: { logProbabilities } }: Run): number | null {
  if (logProbabilities.length === 0) return null;
  return Math.exp(-logProbabilities.reduce((sum, p) => sum + p, 0) / logProbabilities.length);
}

/** Everything that replays a run or explains its answer, in groups. */
export function factsOf(run: Run): FactGroup[] {
  const { decoding, generation, model, device, prompt } = run;
  const { selfTest } = device;
  const template = run.arm.template ?? run.recipe.template;
  const perplexity = perplexityOf(run);
  const speed = speedOf(run);
  const demonstrations = run.arm.useDemonstrations
    ? run.recipe.demonstrations.filter((d) => d.enabled)
    : [];
  return [
    {
      title: 'Prompt',
      facts: [
        {
          name: 'Layout',
          value: template === 'chat' ? 'The model’s own' : layouts[template].label,
        },
        { name: 'Rules', value: yes(run.arm.useRules && run.recipe.rules.trim() !== '') },
        { name: 'Demonstrations', value: String(demonstrations.length) },
        ...(run.opened === ''
          ? []
          : [{ name: 'Answer begun with', value: JSON.stringify(run.opened), exact: true }]),
        { name: 'Prompt tokens', value: prompt.tokens.length.toLocaleString() },
      ],
    },
    {
      title: 'Decoding',
      facts: [
        {
          name: 'Temperature',
          value: decoding.temperature === 0 ? '0 (greedy)' : String(decoding.temperature),
        },
        { name: 'Top-p', value: orOff(decoding.topP, 1) },
        { name: 'Top-k', value: orOff(decoding.topK, 0) },
        { name: 'Min-p', value: orOff(decoding.minP, 0) },
        { name: 'Repetition penalty', value: orOff(decoding.repetitionPenalty, 1) },
        { name: 'Presence penalty', value: orOff(decoding.presencePenalty, 0) },
        { name: 'Frequency penalty', value: orOff(decoding.frequencyPenalty, 0) },
        {
          name: 'Penalty scope',
          value: decoding.penaltyScope === 'output' ? 'output' : 'prompt and output',
        },
        {
          name: 'Token biases',
          value:
            decoding.logitBias.map(({ token, bias }) => `${token}: ${bias}`).join(', ') || 'none',
          exact: decoding.logitBias.length > 0,
        },
        { name: 'Max new tokens', value: String(decoding.maxNewTokens) },
        {
          name: 'Stop strings',
          value: decoding.stop.map((s) => JSON.stringify(s)).join(', ') || 'none',
          exact: decoding.stop.length > 0,
        },
        { name: 'Seed', value: String(decoding.seed) },
      ],
    },
    {
      title: 'Answer',
      facts: [
        { name: 'Answer tokens', value: generation.tokens.length.toLocaleString() },
        { name: 'Stop reason', value: stopReasons[generation.stopReason] },
        ...(generation.stopString === null
          ? []
          : [{ name: 'Stopped at', value: JSON.stringify(generation.stopString), exact: true }]),
        { name: 'Perplexity', value: perplexity === null ? 'none' : perplexity.toFixed(2) },
      ],
    },
    {
      title: 'Time',
      facts: [
        { name: 'Waited', value: duration(generation.timings.queued) },
        { name: 'Prompt read in', value: duration(generation.timings.prefill) },
        { name: 'First token after', value: duration(generation.timings.firstToken) },
        { name: 'Total', value: duration(generation.timings.total) },
        { name: 'Speed', value: speed === null ? 'none' : `${speed.toFixed(1)} tokens/s` },
      ],
    },
    {
      title: 'Model',
      facts: [
        { name: 'Model', value: model.label },
        { name: 'Model id', value: model.id, exact: true },
        { name: 'Weights', value: precisions[model.precision] },
        { name: 'Fingerprint', value: model.fingerprint, exact: true },
        ...(run.arm.adapter === undefined
          ? []
          : [{ name: 'Adapter added', value: run.arm.adapter, exact: true }]),
      ],
    },
    {
      title: 'Device',
      facts: [
        { name: 'Device', value: deviceNames[device.kind] },
        { name: 'Asked for', value: requests[device.requested] },
        { name: 'Why', value: device.reason },
        { name: 'Adapter', value: device.adapter ?? 'none' },
        { name: 'wasm threads', value: String(device.threads) },
        {
          name: 'Self-test',
          value:
            (selfTest.passed ? 'passed' : 'failed') +
            (selfTest.maxDifference === null
              ? ''
              : `, largest difference ${selfTest.maxDifference.toPrecision(2)} of ${selfTest.tolerance} allowed`),
        },
      ],
    },
    {
      title: 'Record',
      facts: [
        { name: 'Run at', value: fullTime(run.createdAt) },
        { name: 'App version', value: run.version.app },
        { name: 'Engine version', value: run.version.engine },
        { name: 'Key', value: run.key, exact: true },
        { name: 'Run id', value: run.id, exact: true },
        { name: 'Batch', value: run.batch, exact: true },
      ],
    },
  ];
}
