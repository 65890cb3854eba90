import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  changed,
  defaultSetting,
  type SettingChange,
} from '../../../../experiments/document/setting.ts';
import { changes, settingGroups, valueOf, withoutValue, withValue } from './keys.ts';

const keys = settingGroups.flatMap(({ keys }) => [...keys]);

it('sets and takes back each thing alone', () => {
  const some = fc.uniqueArray(fc.constantFrom(...keys));
  fc.assert(
    fc.property(some, fc.constantFrom(...keys), (before, key) => {
      const change = before.reduce<SettingChange>(
        (sum, each) => withValue(sum, each, valueOf(defaultSetting, each)),
        {},
      );
      const set = withValue(change, key, valueOf(defaultSetting, key));
      expect(keys.filter((each) => changes(set, each))).toEqual(
        keys.filter((each) => each === key || before.includes(each)),
      );
      expect(keys.filter((each) => changes(withoutValue(set, key), each))).toEqual(
        keys.filter((each) => each !== key && before.includes(each)),
      );
    }),
  );
});

it('leaves nothing behind of a change that is taken back', () => {
  for (const key of keys)
    expect(withoutValue(withValue({}, key, valueOf(defaultSetting, key)), key)).toEqual({});
});

it('changes the setting where it says', () => {
  const setting = changed(defaultSetting, withValue({ rules: false }, 'topP', 0.5));
  expect([setting.rules, setting.decoding.topP]).toEqual([false, 0.5]);
});
