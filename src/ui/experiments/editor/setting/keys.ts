import {
  defaultSetting,
  type Setting,
  type SettingChange,
} from '../../../../experiments/document/setting.ts';

/** A setting with its decoding laid out flat: no two fields have one name. */
export type FlatSetting = Omit<Setting, 'decoding'> & Setting['decoding'];
export type SettingKey = keyof FlatSetting;

const flat = ({ decoding, ...setting }: Setting): FlatSetting => ({ ...setting, ...decoding });

/** How a question is asked in one respect. */
export const valueOf = <K extends SettingKey>(setting: Setting, key: K): FlatSetting[K] =>
  flat(setting)[key];

/** The fields that a reader may set, in the order of the form. */
export const settingGroups = [
  { title: 'Model', keys: ['model', 'precision', 'language', 'tuning'] },
  {
    title: 'Prompt',
    keys: ['template', 'rules', 'demonstrations', 'shown', 'transforms', 'boundary'],
  },
  {
    title: 'Decoding',
    keys: [
      'temperature',
      'topP',
      'topK',
      'minP',
      'repetitionPenalty',
      'presencePenalty',
      'frequencyPenalty',
      'penaltyScope',
      'maxNewTokens',
      'stop',
    ],
  },
] as const satisfies readonly { title: string; keys: readonly SettingKey[] }[];

export type FormKey = (typeof settingGroups)[number]['keys'][number];

export const keyNames: Readonly<Record<FormKey, string>> = {
  model: 'Model',
  precision: 'Precision',
  language: 'Language',
  tuning: 'What is done to the weights',
  template: 'Layout of the prompt',
  rules: 'Rules',
  demonstrations: 'Where demonstrations come from',
  shown: 'Demonstrations in all',
  transforms: 'What is done to them',
  boundary: 'Boundary',
  temperature: 'Temperature',
  topP: 'Top-p',
  topK: 'Top-k',
  minP: 'Min-p',
  repetitionPenalty: 'Repetition penalty',
  presencePenalty: 'Presence penalty',
  frequencyPenalty: 'Frequency penalty',
  penaltyScope: 'Penalties look at',
  maxNewTokens: 'Most new tokens',
  stop: 'Stop strings',
};

const inDecoding = (key: SettingKey): key is keyof Setting['decoding'] =>
  key in defaultSetting.decoding;

/** Whether a change changes this. */
export const changes = ({ decoding, ...change }: SettingChange, key: SettingKey): boolean =>
  ({ ...change, ...decoding })[key] !== undefined;

/** A change that also sets this. */
export function withValue<K extends SettingKey>(
  change: SettingChange,
  key: K,
  value: FlatSetting[K],
): SettingChange {
  return inDecoding(key)
    ? { ...change, decoding: { ...change.decoding, [key]: value } }
    : { ...change, [key]: value };
}

/** A change that leaves this as it is. */
export function withoutValue(change: SettingChange, key: SettingKey): SettingChange {
  const { decoding = {}, ...rest } = change;
  const kept = <T extends object>(part: T): T =>
    Object.fromEntries(
      Object.entries(part).filter(([name, value]) => name !== key && value !== undefined),
    ) as T;
  const left = kept(decoding);
  return { ...kept(rest), ...(Object.keys(left).length > 0 && { decoding: left }) };
}
