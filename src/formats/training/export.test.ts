import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TrainingSet } from '../../domain/training/conversation.ts';
import { readDataSet } from './data-set.ts';
import { writeTrainingSet } from './export.ts';

it('a training set comes back from its exported file', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((s) => s.trim() !== '');
  const turns = fc.array(fc.record({ query: text, answer: text }), {
    minLength: 1,
    maxLength: 3,
  });
  const system = fc.option(text, { nil: undefined });
  const withSystem = <T extends object>(s: string | undefined, rest: T) => ({
    ...(s !== undefined && { system: s }),
    ...rest,
  });
  const conversation = fc.tuple(system, turns).map(([s, t]) => withSystem(s, { turns: t }));
  const preference = fc
    .tuple(system, turns, text, text, text)
    .filter(([, , , a, b]) => a !== b)
    .map(([s, history, query, chosen, rejected]) =>
      withSystem(s, { history, query, chosen, rejected }),
    );
  const placed = <T>(of: fc.Arbitrary<T>) =>
    fc
      .array(of, { minLength: 1, maxLength: 4 })
      .map((list) => list.map((example, i) => ({ place: `Line ${i + 1}`, example })));
  const anySet: fc.Arbitrary<TrainingSet> = fc.oneof(
    placed(conversation).map((examples) => ({ method: 'sft' as const, examples })),
    placed(preference).map((examples) => ({ method: 'dpo' as const, examples })),
  );
  fc.assert(
    fc.property(anySet, (set) => {
      const read = readDataSet(writeTrainingSet(set), 'f');
      expect(read.set).toEqual(set);
      expect(read.problems).toEqual([]);
    }),
  );
});
