import type { Results } from '../experiments/results/results.ts';

/** Means by arm, turn and scorer. */
export interface PlainSummary {
  readonly title: string;
  readonly means: readonly {
    arm: string;
    turn: number;
    scorer: string;
    n: number;
    errors: number;
    mean: number | null;
  }[];
}

/** Means of scores; what has none is counted as an error, never as 0. */
export function summaryOf({ document, rows }: Results): PlainSummary {
  const groups = new Map<
    string,
    { arm: string; turn: number; scorer: string; values: (number | null)[] }
  >();
  for (const { arm, planned, scores } of rows)
    for (const [scorer, scored] of Object.entries(scores)) {
      const key = JSON.stringify([arm.label, planned.turn, scorer]);
      const group = groups.get(key) ?? { arm: arm.label, turn: planned.turn, scorer, values: [] };
      group.values.push('value' in scored ? scored.value : null);
      groups.set(key, group);
    }
  return {
    title: document.title,
    means: [...groups.values()].map(({ values, ...group }) => {
      const known = values.filter((value) => value !== null);
      const sum = known.reduce((a, b) => a + b, 0);
      return {
        ...group,
        n: known.length,
        errors: values.length - known.length,
        mean: known.length > 0 ? sum / known.length : null,
      };
    }),
  };
}

/** The summary as columns of equal width. */
export function tableOf({ title, means }: PlainSummary): string {
  const rows = [
    ['arm', 'turn', 'scorer', 'mean', 'n'],
    ...means.map(({ arm, turn, scorer, mean, n }) => [
      arm,
      String(turn),
      scorer,
      mean === null ? '-' : mean.toFixed(3),
      String(n),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  '));
  return [title, '', ...lines.map((line) => line.trimEnd())].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The table as a page. */
export const htmlOf = (title: string, table: string): string =>
  `<!doctype html>\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<pre>${escaped(table)}</pre>\n`;
