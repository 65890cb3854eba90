import type { Adapter } from '../../../domain/training/adapter.ts';
import { layouts } from '../../../domain/template.ts';
import { modulesOf } from '../../../formats/training/adapter-config.ts';
import { betaWords, fineNumbers, mainNumbers, scheduleWords } from '../settings/words.ts';

/** One thing that is said of an adapter. */
export interface SettingRow {
  readonly name: string;
  readonly value: string;
}

/** All that was set when an adapter was made, in the form's order; what a file tells of one that came so. */
export function settingRows({ weights, origin }: Adapter): SettingRow[] {
  const shape: SettingRow[] =
    weights.kind === 'all'
      ? [
          { name: 'What moved', value: 'all weights' },
          { name: 'Numbers', value: weights.parameters.toLocaleString() },
        ]
      : [
          { name: 'What moved', value: `an adapter beside ${weights.sites.length} projections` },
          { name: 'Rank', value: String(weights.rank) },
          { name: 'Alpha', value: String(weights.alpha) },
          { name: 'Projections', value: modulesOf(weights.sites).join(' ') },
        ];
  if (origin.kind === 'imported') return shape;
  const { settings } = origin;
  const { method, template } = settings;
  const numbers = [...mainNumbers, ...fineNumbers, ...(method === 'dpo' ? [betaWords] : [])];
  return [
    { name: 'Method', value: method === 'dpo' ? 'preference (DPO)' : 'imitation (SFT)' },
    {
      name: 'Layout',
      value: template === 'chat' ? 'chat template of the model' : layouts[template].label,
    },
    ...shape,
    ...numbers.map(({ key, label }) => ({ name: label, value: String(settings[key]) })),
    { name: 'Schedule of the rate', value: scheduleWords[settings.schedule].toLowerCase() },
    { name: 'Answers alone', value: settings.answersOnly ? 'yes' : 'no' },
    { name: 'Seed', value: String(settings.seed) },
  ];
}

/** Two adapters' settings by name; a side that has none of it is null. */
export function settingPairs(
  first: Adapter,
  second: Adapter,
): { name: string; values: [string | null, string | null]; same: boolean }[] {
  const [one, other] = [settingRows(first), settingRows(second)];
  const names = [...new Set([...one, ...other].map(({ name }) => name))];
  const of = (rows: readonly SettingRow[], name: string) =>
    rows.find((row) => row.name === name)?.value ?? null;
  return names.map((name) => {
    const values: [string | null, string | null] = [of(one, name), of(other, name)];
    return { name, values, same: values[0] === values[1] };
  });
}
