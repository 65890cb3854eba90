import type { AnswerCell, Cell } from '../../../../domain/cell.ts';
import { defaultDecoding } from '../../../../domain/decoding.ts';
import { planRound, wholeRound } from '../../../../experiments/plan/plan-round.ts';
import { assemble } from '../../../../experiments/results/assemble.ts';
import type { Results } from '../../../../experiments/results/results.ts';
import { smallDocument } from '../../../../experiments/testing/documents.ts';
import { models, shelf } from '../../../../experiments/testing/world.ts';

/** A small experiment whose tenth cell failed and whose last ones are still to come; cell i says "answer i". */
export async function sampleResults(more: Record<string, unknown> = {}): Promise<Results> {
  const document = smallDocument({ scorers: [{ kind: 'length' }, { kind: 'lab-80' }], ...more });
  const parts = { models: models(), shelf: shelf() };
  const { round } = await planRound(document, wholeRound('e', document), parts);
  const keys = [...new Set(round.cells.map(({ key }) => key))];
  const cells = new Map<string, Cell>();
  for (const [i, key] of keys.slice(0, -4).entries()) {
    const arm = round.cells.find((cell) => cell.key === key)?.arm ?? 0;
    const { model } = round.arms[arm] as (typeof round.arms)[number];
    cells.set(key, i === 9 ? failed(key) : answered(key, i, model));
  }
  return assemble(document, [round], () => Promise.resolve(cells));
}

const createdAt = '2025-01-01T00:00:00.000Z';

function answered(key: string, i: number, model: AnswerCell['model']): AnswerCell {
  const tokens = Array.from({ length: 1 + (i % 7) }, (_, k) => k);
  return {
    schema: 1,
    key,
    createdAt,
    kind: 'answer',
    model,
    device: 'wasm',
    prompt: { recipe: '0'.repeat(64), live: 'Q', length: 10 },
    version: { app: '0', engine: '1' },
    decoding: defaultDecoding,
    generation: {
      tokens,
      logProbabilities: tokens.map(() => -1),
      text: ` answer ${i} `,
      stopReason: 'end-token',
      stopString: null,
      timings: { queued: 1, prefill: 2, firstToken: 3, total: 4 },
    },
  };
}

const failed = (key: string): Cell => ({
  schema: 1,
  kind: 'failed',
  key,
  createdAt,
  problem: { code: 'context-exceeded', message: 'Too long.', remedy: 'Shorten it.' },
});
