import type { Grown } from '../suites/growth.ts';
import type { Row } from './row.ts';

/** A table as Markdown; the first column to the left, others to the right. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

const percent = (share: number | null): string =>
  share === null ? '' : `${Math.round(100 * share)} %`;
const speed = (rate: number): string => rate.toFixed(rate < 100 ? 1 : 0);

const place = ({ backend, threads }: Row): string =>
  backend === 'node' ? `Node, ${threads}` : `Chromium wasm, ${threads}`;

/** Sweeps: speeds, ratio, equal streams, memory, and where ours' time goes. */
export const sweepTable = (rows: readonly Row[]): string =>
  markdown(
    [
      'model',
      'where, threads',
      'prefix',
      'beside',
      'its tok/s',
      'ours tok/s',
      'ratio',
      'same streams',
      'MB (its)',
      'runtime, caches, drawing',
    ],
    rows.map((row) => [
      row.model,
      place(row),
      String(row.prefix),
      row.baseline,
      speed(row.baseline_tok_s),
      speed(row.ours_tok_s),
      `**${row.ratio.toFixed(1)}**`,
      row.identical_streams ?? '',
      `${row.peak_mb ?? '?'} (${row.baseline_peak_mb ?? '?'})`,
      [row.runtime_share, row.caches_share, row.drawing_share].map(percent).join(' '),
    ]),
  );

/** Single streams or scoring. */
export const plainTable = (rows: readonly Row[]): string =>
  markdown(
    ['model', 'where, threads', 'beside', 'its tok/s', 'ours tok/s', 'ratio', 'same streams'],
    rows.map((row) => [
      row.model,
      place(row),
      row.baseline,
      speed(row.baseline_tok_s),
      speed(row.ours_tok_s),
      `**${row.ratio.toFixed(2)}**`,
      row.identical_streams ?? '',
    ]),
  );

/** How cost grows: seconds, and seconds for each one more than in the row before. */
export const growthTable = (grown: readonly Grown[]): string =>
  markdown(
    ['grows', 'runs', 'new tokens', 'seconds', 'seconds for each more'],
    grown.map(({ what, count, runs, tokens, seconds }, i) => {
      const before = grown[i - 1];
      const more =
        before?.what === what ? (seconds - before.seconds) / (count - before.count) : undefined;
      return [
        `${count} ${what === 'prefix' ? 'tokens of prefix' : what}`,
        String(runs),
        String(tokens),
        seconds.toFixed(2),
        more === undefined ? '' : more.toFixed(more < 0.01 ? 5 : 3),
      ];
    }),
  );
