import { expect, it } from 'vitest';
import { writeModel } from '../model/write.ts';
import { close, logSumOf, order } from '../testing/by-hand.ts';
import { draws } from '../testing/draws.ts';
import { integers, open } from '../testing/run.ts';
import { scoringHead } from './scoring-head.ts';

it.each(['float32', 'float16'] as const)(
  'the scoring head gives log-probability, rank and entropy of %s logits',
  async (dtype) => {
    const [rows, vocabularySize, top] = [6, 70, 3];
    const random = draws(9);
    // whole eighths: exact in half precision
    const logits = Array.from({ length: rows }, () =>
      Array.from({ length: vocabularySize }, () => (random.integer(64) - 32) / 8),
    );
    const targets = logits.map(() => random.integer(vocabularySize));
    const run = await open(writeModel(scoringHead(vocabularySize, dtype)));
    const results = await run({
      logits: { dtype, shape: [2, rows / 2, vocabularySize], values: logits.flat() },
      targets: integers([rows, 1], targets),
      top_count: integers([1], [top]),
    });
    const column = (name: string) => results[name]?.values ?? [];
    const sums = logits.map(logSumOf);
    close(
      column('target_logits'),
      logits.map((row, r) => row[targets[r] as number] as number),
    );
    close(column('log_sum'), sums);
    close(
      column('ranks'),
      logits.map((row, r) => row.filter((x) => x > (row[targets[r] as number] as number)).length),
    );
    close(
      column('entropies'),
      logits.map((row, r) =>
        row.reduce((sum, x) => {
          const logP = x - (sums[r] as number);
          return sum - Math.exp(logP) * logP;
        }, 0),
      ),
    );
    expect(Array.from(column('top_ids'))).toEqual(
      logits.flatMap((row) => order(row).slice(0, top)),
    );
  },
);
