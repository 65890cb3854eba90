import type { Precision } from '../../../src/domain/model.ts';
import { validationScores, type ValidationScores } from '../training/scores.ts';
import type { ValidationRow } from '../training/validation-set.ts';
import { ExportedModel } from './exported-model.ts';

/** Scores an exported model on held-out rows, through transformers.js, in one precision. */
export async function scorePrecision(
  folder: string,
  precision: Precision,
  rows: readonly ValidationRow[],
): Promise<ValidationScores> {
  const model = await ExportedModel.open(folder, precision);
  try {
    const found: Float32Array[] = [];
    for (const { row } of rows) found.push(await model.logProbabilities(row));
    return validationScores(rows, found);
  } finally {
    await model.close();
  }
}

/** Both precisions side by side: nats per token by family, and what 4 bits cost. */
export function precisionTable(full: ValidationScores, four: ValidationScores): string[] {
  const line = (name: string, a: number, b: number) =>
    [
      name.padEnd(24),
      a.toFixed(3).padStart(8),
      b.toFixed(3).padStart(8),
      `${b >= a ? '+' : ''}${(b - a).toFixed(3)}`.padStart(9),
    ].join('');
  return [
    `${'nats per token'.padEnd(24)}${'fp32'.padStart(8)}${'q4'.padStart(8)}${'cost'.padStart(9)}`,
    ...Object.entries(full.families).map(([name, loss]) =>
      line(name, loss, four.families[name] ?? NaN),
    ),
    line('all documents', full.loss, four.loss),
    ...Object.entries(full.examples).flatMap(([n, loss]) => {
      const other = four.examples[n] ?? null;
      return loss === null || other === null ? [] : [line(`example ${n}`, loss, other)];
    }),
  ];
}
