import { describe, expect, it } from 'vitest';
import { checkDocument } from '../document/read.ts';
import { countCells } from '../plan/count-cells.ts';
import { planRound } from '../plan/plan-round.ts';
import { nextRound } from '../search/next-round.ts';
import { models, shelf } from '../testing/world.ts';
import { documentOf } from './gallery.ts';

const judge = { kind: 'judge', judge: { by: 'model', model: 'twin' }, as: 'weighted' };

describe.each(['E1', 'E2', 'E5', 'E6', 'E9'] as const)('%s with a judge in front', (id) => {
  const study = documentOf(id, 'quick');
  const document = checkDocument({ ...study, scorers: [judge, ...study.scorers] });

  it('has every answer of its first round judged once', async () => {
    const results = { document, rounds: [], rows: [] };
    const wanted = await nextRound('e', document, results, shelf());
    if (!wanted) throw new Error('no round');
    const { round } = await planRound(document, wanted, { models: models(), shelf: shelf() });
    const keysOf = (kind: string) =>
      new Set(round.cells.flatMap((cell) => (cell.kind === kind ? cell.key : [])));
    expect(keysOf('judgment').size).toBe(keysOf('answer').size);
    expect(round.judges?.map(({ model }) => model.id)).toEqual(['lab-instruct-4m']);
    const blocksOf = (judged: boolean) =>
      round.cells.flatMap(({ kind, block }) => ((kind === 'judgment') === judged ? block : []));
    expect(Math.min(...blocksOf(true))).toBe(Math.max(...blocksOf(false)) + 1);
  });

  it('is counted before it is planned', async () => {
    const [before, after] = await Promise.all([
      countCells(study, shelf()),
      countCells(document, shelf()),
    ]);
    expect(after.cells).toBe(2 * before.cells);
  });
});
