import * as v from 'valibot';
import { Decoding } from '../../../domain/decoding.ts';

export type KnobKey =
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'minP'
  | 'repetitionPenalty'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'maxNewTokens'
  | 'seed';

/** A number of the decoding as the reader turns it. */
export interface Knob {
  key: KnobKey;
  label: string;
  /** One line: what it does. */
  about: string;
  step: number;
  /** Ends of the slider, which need not be those of the value; null for no slider. */
  slider: readonly [number, number] | null;
  /** What a value must be, in words. */
  must: string;
  /** Whether it says anything at temperature 0, where the best token is always taken. */
  greedy: boolean;
}

export const knobs: readonly Knob[] = [
  {
    key: 'temperature',
    label: 'Temperature',
    about: '0 always takes the likeliest token; higher is bolder.',
    step: 0.05,
    slider: [0, 2],
    must: 'a number from 0 to 5',
    greedy: true,
  },
  {
    key: 'topP',
    label: 'Top-p',
    about: 'Draws from the smallest set of tokens with this much probability; 1 keeps all.',
    step: 0.01,
    slider: [0.01, 1],
    must: 'a number above 0, at most 1',
    greedy: false,
  },
  {
    key: 'topK',
    label: 'Top-k',
    about: 'Draws from this many of the likeliest tokens; 0 keeps all.',
    step: 1,
    slider: null,
    must: 'a whole number from 0 to 1000000',
    greedy: false,
  },
  {
    key: 'minP',
    label: 'Min-p',
    about: 'Drops tokens less likely than this share of the best one; 0 keeps all.',
    step: 0.01,
    slider: [0, 1],
    must: 'a number from 0 to 1',
    greedy: false,
  },
  {
    key: 'repetitionPenalty',
    label: 'Repetition penalty',
    about: 'Above 1, tokens that were there before become less likely; 1 is off.',
    step: 0.05,
    slider: [0.8, 2],
    must: 'a number from 0.1 to 5',
    greedy: true,
  },
  {
    key: 'presencePenalty',
    label: 'Presence penalty',
    about: 'Taken once off the logit of every token that was there; 0 is off.',
    step: 0.05,
    slider: [-2, 2],
    must: 'a number from -2 to 2',
    greedy: true,
  },
  {
    key: 'frequencyPenalty',
    label: 'Frequency penalty',
    about: 'Taken off a token’s logit for every time it was there; 0 is off.',
    step: 0.05,
    slider: [-2, 2],
    must: 'a number from -2 to 2',
    greedy: true,
  },
  {
    key: 'maxNewTokens',
    label: 'Most new tokens',
    about: 'An answer is cut here at the latest.',
    step: 1,
    slider: [1, 512],
    must: 'a whole number from 1 to 8192',
    greedy: true,
  },
  {
    key: 'seed',
    label: 'Seed',
    about: 'The same seed draws the same tokens again.',
    step: 1,
    slider: null,
    must: 'a whole number from 0 to 4294967295',
    greedy: false,
  },
];

/** Why a number cannot be a knob's value, or null where it can. */
export function complaint(knob: Knob, value: number): string | null {
  return v.safeParse(Decoding.entries[knob.key], value).success
    ? null
    : `This must be ${knob.must}.`;
}

/** The decoding in a line: "greedy, up to 96 tokens". Knobs that are off are not named. */
export function inWords(decoding: Decoding): string {
  const { temperature, topP, topK, minP, maxNewTokens, seed, stop, logitBias } = decoding;
  const { repetitionPenalty, presencePenalty, frequencyPenalty } = decoding;
  const drawn = temperature > 0;
  return [
    drawn ? `temperature ${temperature}` : 'greedy',
    drawn && topP < 1 && `top-p ${topP}`,
    drawn && topK > 0 && `top-k ${topK}`,
    drawn && minP > 0 && `min-p ${minP}`,
    repetitionPenalty !== 1 && `repetition penalty ${repetitionPenalty}`,
    presencePenalty !== 0 && `presence penalty ${presencePenalty}`,
    frequencyPenalty !== 0 && `frequency penalty ${frequencyPenalty}`,
    logitBias.length > 0 &&
      `${logitBias.length} token ${logitBias.length === 1 ? 'bias' : 'biases'}`,
    `up to ${maxNewTokens} tokens`,
    stop.length > 0 && `${stop.length} stop ${stop.length === 1 ? 'string' : 'strings'}`,
    drawn && `seed ${seed}`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}
