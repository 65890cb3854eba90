import { bundledModel } from '../../domain/bundled.ts';
import { layouts } from '../../domain/template.ts';
import { servedName } from '../document/served.ts';
import type { Setting, SettingChange } from '../document/setting.ts';
import { tuningWords } from './tuning-words.ts';
import type { Selector } from '../recipes/selector.ts';
import type { Source } from '../recipes/source.ts';
import type { Transform } from '../recipes/transform.ts';

/** Positions as readers count them, from 1: "1, 2 and 4". */
const places = (positions: readonly number[]): string =>
  new Intl.ListFormat('en').format(positions.map((i) => String(i + 1)));

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

/** A language by its name; a code that nobody knows stays as it is. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A role or a model's id, in words. */
export function modelName(model: string): string {
  const roles: Record<string, string> = {
    chosen: 'the chosen model',
    twin: 'its instruct twin',
    smaller: 'its smaller relative',
  };
  const served = servedName(model);
  if (served !== null) return `${served} (served)`;
  return roles[model] ?? bundledModel(model)?.label ?? model;
}

export const selectorWords: Readonly<Record<Selector['by'], string>> = {
  random: 'at random',
  bm25: 'by shared words (BM25)',
  nearest: 'by spelling (nearest)',
  mmr: 'alike but varied (MMR)',
  'k-means': 'one of each cluster (k-means)',
};

/** Where demonstrations come from, in words. */
export function sourceWords(source: Source): string {
  switch (source.take) {
    case 'curated':
      return source.only ? `curated ${places(source.only)}` : 'the curated ones';
    case 'pool': {
      const number = source.count === undefined ? '' : `${source.count} `;
      const pool = source.quality ? `the ${source.quality} pool` : 'the pool';
      return `${number}from ${pool} ${selectorWords[source.select?.by ?? 'random']}`;
    }
    case 'given':
      return `${source.pairs.length} written out`;
    case 'conversations':
      return `${source.count} of two turns each`;
  }
}

/** What is done to demonstrations, in words. */
export function transformWords(transform: Transform): string {
  switch (transform.kind) {
    case 'subset':
      return transform.keep.length === 0 ? 'keeps none' : `keeps ${places(transform.keep)}`;
    case 'leave-out':
      return `leaves out ${transform.index + 1}`;
    case 'queries-only':
      return 'questions only';
    case 'answers-only':
      return 'answers only';
    case 'shift':
      return `answers shifted by ${transform.by > 0 ? '+' : ''}${transform.by}`.replace('-', '−');
    case 'random-answers':
      return `random answers, ${transform.from.replaceAll('-', ' ')}`;
    case 'permute':
      return 'order drawn by seed';
    case 'order':
      return `order ${transform.of.map((i) => i + 1).join(' ')}`;
    case 'reverse':
      return 'reversed';
  }
}

type Words<T> = { readonly [K in keyof T]-?: (value: NonNullable<T[K]>) => string };

const decodingWords: Words<Setting['decoding']> = {
  temperature: (value) => (value === 0 ? 'temperature 0 (greedy)' : `temperature ${value}`),
  topP: (value) => `top-p ${value}`,
  topK: (value) => `top-k ${value}`,
  minP: (value) => `min-p ${value}`,
  repetitionPenalty: (value) => `repetition penalty ${value}`,
  presencePenalty: (value) => `presence penalty ${value}`,
  frequencyPenalty: (value) => `frequency penalty ${value}`,
  penaltyScope: (value) =>
    value === 'output' ? 'penalties look at the answer alone' : 'penalties look at the prompt too',
  logitBias: (value) => `${value.length} token ${value.length === 1 ? 'bias' : 'biases'}`,
  maxNewTokens: (value) => `up to ${value} tokens`,
  stop: (value) =>
    value.length === 0
      ? 'stops at the layout’s strings alone'
      : `stops at ${value.map((each) => JSON.stringify(each)).join(', ')}`,
};

const settingWords: Words<Omit<Setting, 'decoding'>> = {
  model: modelName,
  precision: (value) => value,
  language: languageName,
  template: (value) => (value === 'chat' ? 'chat layout' : `layout: ${layouts[value].label}`),
  rules: (value) => (value ? 'with rules' : 'no rules'),
  shown: (value) => `${value} demonstrations in all`,
  demonstrations: (value) =>
    value.length === 0
      ? 'no demonstrations'
      : `demonstrations: ${value.map(sourceWords).join(', then ')}`,
  transforms: (value) =>
    value.length === 0 ? 'demonstrations as they are' : value.map(transformWords).join(', then '),
  boundary: (value) => (value ? 'live chat marked' : 'live chat not marked'),
  tuning: tuningWords,
};

/** What is said of fields that have nothing in them. */
const nothing: Readonly<Record<string, string>> = {
  precision: 'precision as loaded',
  tuning: 'weights as they are',
};

/** What a level changes, each thing in a few words; empty where it changes nothing. */
export function changeWords({ decoding = {}, ...change }: SettingChange): string[] {
  const words = <T extends object>(part: T, of: Words<T>): string[] =>
    (Object.keys(of) as (keyof T)[]).flatMap((key) => {
      const value = part[key];
      if (value === undefined) return [];
      return value === null
        ? (nothing[String(key)] ?? '')
        : of[key](value as NonNullable<T[keyof T]>);
    });
  const { shown, ...rest } = change;
  // without sources the number says nothing
  const told = change.demonstrations?.length === 0 ? rest : { ...rest, shown };
  return [
    ...words(told as Omit<Setting, 'decoding'>, settingWords),
    ...words(decoding as Setting['decoding'], decodingWords),
  ];
}
