import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { tokenizerFromJSON } from '../../../tools/pretrain/tokenizer/index.ts';
import { demonstration } from '../../domain/demonstration.ts';
import { Problem } from '../../domain/problem.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import type { TrainingSet } from '../../domain/training/conversation.ts';
import { presetSettings } from '../../domain/training/presets.ts';
import { TrainingRows } from '../../domain/training/rows.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';
import { readDataSet } from '../../formats/training/data-set.ts';
import type { RowBase } from './base.ts';
import { rowBase } from './base.ts';
import { prepareRows } from './rows.ts';
import { setOfDemonstrations } from './sets.ts';
import { trlFiles } from './trl-files.ts';

const file = new URL('../../../public/models/lab-base-4m/tokenizer.json', import.meta.url);
const tokenizer = tokenizerFromJSON(JSON.parse(readFileSync(file, 'utf8')));
const end = tokenizer.endOfText;
/** The bundled base, as its worker answers. */
const engine: Parameters<typeof rowBase>[0] = {
  tokenize: async ({ texts }) => texts.map((text) => [end, ...tokenizer.encode(text)]),
  renderChat: () =>
    Promise.reject(
      new Problem({ code: 'bad-input', message: 'No chat template.', remedy: 'Another layout.' }),
    ),
};
const base = (contextLength = 2048): RowBase =>
  rowBase(engine, { endTokens: [end], contextLength });

const settingsOf = (changes: Partial<TrainingSettings> = {}): TrainingSettings => ({
  ...presetSettings('classroom', {
    method: 'sft',
    examples: 12,
    contextLength: 2048,
    template: 'urial-fenced',
    seed: 3,
  }),
  validation: 0,
  ...changes,
});
const dozen = setOfDemonstrations(
  Array.from({ length: 12 }, (_, i) => demonstration(`Question ${i}?`, `Answer ${i}.`)),
);
const pairs: TrainingSet = {
  method: 'dpo',
  examples: Array.from({ length: 10 }, (_, i) => ({
    place: `Line ${i + 1}`,
    example: { history: [], query: `Q${i}?`, chosen: `Good ${i}.`, rejected: `Bad ${i}.` },
  })),
};
const spelled = (row: { tokens: readonly number[]; learnt: readonly (readonly number[])[] }) =>
  row.learnt.map(([a, b]) => tokenizer.decode(row.tokens.slice(a, b)));

describe('rows of demonstrations', () => {
  it('are tokens for the worker, each with its place', async () => {
    const { rows, places, problems, data } = await prepareRows(dozen, settingsOf(), base());
    expect(v.parse(TrainingRows, rows)).toEqual(rows);
    expect(problems).toEqual([]);
    expect(places.training).toEqual(dozen.examples.map(({ place }) => place));
    expect(data).toMatchObject({ rows: 12 });
    const [first] = rows.training;
    if (!first || !('tokens' in first)) throw new Error('No row of tokens.');
    expect(spelled(first)).toEqual(['Answer 0.\n```<|endoftext|>']);
  });

  it('are split by the seed, the same each time', async () => {
    const prepare = (seed: number) =>
      prepareRows(dozen, settingsOf({ validation: 0.25, seed }), base());
    const { rows, places, data } = await prepare(1);
    expect([rows.training.length, rows.validation.length]).toEqual([9, 3]);
    expect([...places.training, ...places.validation].sort()).toEqual(
      dozen.examples.map(({ place }) => place).sort(),
    );
    expect((await prepare(1)).data).toEqual(data);
    const other = await prepare(2);
    expect(other.places.validation).not.toEqual(places.validation);
    expect(other.data.sha256).not.toBe(data.sha256);
    expect(other.data.tokens).toBe(data.tokens);
  });

  it('leave out what is switched off, empty, or too long, and name it', async () => {
    const demonstrations = [
      demonstration('Short?', 'Yes.'),
      { ...demonstration('Off?', 'Yes.'), enabled: false },
      demonstration('Long?', 'word '.repeat(300)),
      demonstration('Empty?', ' '),
      demonstration('', 'No question.'),
      demonstration('Last?', 'Yes.'),
    ];
    const set = setOfDemonstrations(demonstrations);
    const { places, problems } = await prepareRows(set, settingsOf({ maxLength: 128 }), base());
    expect(places.training).toEqual(['Demonstration 1', 'Demonstration 6']);
    expect(problems.map(({ message }) => message)).toEqual([
      'Demonstration 4: an answer is empty.',
      'Demonstration 5: a question is empty.',
      expect.stringMatching(/^Demonstration 3: \d{3} tokens, with the longest row .* at 128\.$/),
    ]);
    const narrow = await prepareRows(set, settingsOf({ maxLength: 4096 }), base(64));
    expect(narrow.problems.at(-1)?.message).toContain('the base’s context at 64');
    const alone = await prepareRows(set, settingsOf({ answersOnly: true }), base());
    expect(alone.places.training).toContain('Demonstration 5');
  });

  it('that are all left out are refused by the first', async () => {
    const empty = setOfDemonstrations([demonstration('Q', '')]);
    const problem = await problemOf(prepareRows(empty, settingsOf(), base()));
    expect(problem.message).toContain('Demonstration 1: an answer is empty');
    const none = await problemOf(prepareRows(setOfDemonstrations([]), settingsOf(), base()));
    expect(none.message).toContain('nothing to learn');
    const chat = await problemOf(prepareRows(dozen, settingsOf({ template: 'chat' }), base()));
    expect(chat.message).toContain('No chat template.');
  });

  it('stop when they are told to, and tell how far they are', async () => {
    const examples = Array.from({ length: 5 }, () => dozen.examples)
      .flat()
      .concat(dozen.examples);
    const done: number[] = [];
    const onProgress = (count: number) => void done.push(count);
    await prepareRows({ method: 'sft', examples }, settingsOf(), base(), { onProgress });
    expect(done).toEqual([64, 72]);
    const signal = AbortSignal.abort();
    const problem = await problemOf(prepareRows(dozen, settingsOf(), base(), { signal }));
    expect(problem.code).toBe('cancelled');
  });
});

describe('rows of preferences', () => {
  it('share their prompt, and learn the two answers', async () => {
    const settings = settingsOf({ method: 'dpo', template: 'plain', validation: 0.2 });
    const { rows, data } = await prepareRows(pairs, settings, base());
    expect(v.parse(TrainingRows, rows)).toEqual(rows);
    if (rows.method !== 'dpo') throw new Error('Not pairs.');
    expect([rows.training.length, rows.validation.length]).toEqual([8, 2]);
    for (const { chosen, rejected } of [...rows.training, ...rows.validation]) {
      expect(spelled(chosen)[0]).toMatch(/^ Good \d\.<\|endoftext\|>$/);
      expect(spelled(rejected)[0]).toMatch(/^ Bad \d\.<\|endoftext\|>$/);
      const before = (row: typeof chosen) => row.tokens.slice(0, row.learnt[0]?.[0]);
      expect(before(chosen)).toEqual(before(rejected));
    }
    expect(data.tokens).toBeGreaterThan(0);
  });

  it('are for dpo alone, as others are for sft', async () => {
    const wrong = await problemOf(prepareRows(pairs, settingsOf(), base()));
    expect(wrong.message).toContain('compare two answers');
    const other = await problemOf(prepareRows(dozen, settingsOf({ method: 'dpo' }), base()));
    expect(other.message).toContain('one answer each');
  });
});

describe('files for TRL', () => {
  it('have the texts of the rows, those held out apart', async () => {
    const settings = settingsOf({ template: 'plain', validation: 0.25 });
    const prepared = await prepareRows(dozen, settings, base());
    const files = trlFiles(prepared, settings, 'lab-base-4m');
    expect(files.map(({ name }) => name)).toEqual([
      'train.py',
      'training.jsonl',
      'validation.jsonl',
    ]);
    const [script, ...data] = files.map(({ text }) => text);
    expect(script).toContain('"validation": "validation.jsonl"');
    const texts = data.flatMap((text) =>
      readDataSet(text, 'f').set.examples.map(({ example }) => example),
    );
    const expected = [...prepared.places.training, ...prepared.places.validation].map((place) => {
      const i = Number(place.split(' ')[1]) - 1;
      return { turns: [{ query: `Q: Question ${i}?\nA:`, answer: ` Answer ${i}.` }] };
    });
    expect(texts).toEqual(expected);
    const all = settingsOf({ template: 'plain' });
    const none = trlFiles(await prepareRows(dozen, all, base()), all, 'base');
    expect(none.map(({ name }) => name)).toEqual(['train.py', 'training.jsonl']);
  });
});

it('whatever is in a set: every example is one row whole, or one problem', async () => {
  const text = fc.oneof(fc.constant(''), fc.constant(' \n'), fc.string({ maxLength: 80 }));
  const turns = fc.array(fc.record({ query: text, answer: text }), { minLength: 1, maxLength: 3 });
  const anySet = fc.array(turns, { minLength: 1, maxLength: 6 });
  const layout = fc.constantFrom('urial-fenced' as const, 'plain' as const, 'raw' as const);
  await fc.assert(
    fc.asyncProperty(anySet, layout, fc.boolean(), async (list, template, answersOnly) => {
      const examples = list.map((each, i) => ({
        place: `Line ${i + 1}`,
        example: { turns: each },
      }));
      const settings = settingsOf({ template, answersOnly, maxLength: 48, validation: 0.3 });
      const prepared = prepareRows({ method: 'sft', examples }, settings, base());
      const { places, problems, rows } = await prepared.catch((thrown: unknown) => {
        const detail = Problem.from(thrown).detail ?? '';
        expect(detail.split('\n')).toHaveLength(examples.length);
        const left = examples.map(({ place }) => ({ place }));
        return { places: { training: [], validation: [] }, problems: left, rows: null };
      });
      expect(
        [...places.training, ...places.validation, ...problems.map(({ place }) => place)].sort(),
      ).toEqual(examples.map(({ place }) => place));
      if (rows) expect(v.is(TrainingRows, rows)).toBe(true);
      for (const row of rows ? [...rows.training, ...rows.validation] : [])
        expect('tokens' in row && row.tokens.length).toBeLessThanOrEqual(48);
    }),
  );
});
