import { markdown } from '../../engine/report/table.ts';
import type { Ceiling } from '../ceiling/ceiling.ts';
import type { Placement } from '../placement/placement.ts';
import type { Row } from './row.ts';

const number = (value: number | null, digits = 0): string => value?.toFixed(digits) ?? '';
const place = ({ backend, threads }: Row): string =>
  backend === 'node' ? `Node, ${threads}` : `Chromium wasm, ${threads}`;

/** Speeds, ratio, memory, and how far apart the losses are. */
export const stepsTable = (rows: readonly Row[]): string =>
  markdown(
    [
      'model',
      'where, threads',
      'beside',
      'its ms a step',
      'ours',
      'its tok/s',
      'ours',
      'ratio',
      'its GFLOP/s',
      'ours',
      'MB (its)',
      'losses differ by',
    ],
    rows.map((row) => [
      row.model,
      place(row),
      row.peer ?? '–',
      number(row.peer_step_ms, 1),
      number(row.ours_step_ms, 1),
      number(row.peer_tok_s),
      number(row.ours_tok_s),
      row.ratio === null ? '' : `**${row.ratio.toFixed(2)}**`,
      number(row.peer_gflop_s, 1),
      number(row.ours_gflop_s, 1),
      `${row.peak_mb ?? '?'} (${row.peer_peak_mb ?? '–'})`,
      row.loss_difference === null
        ? ''
        : `${row.loss_difference.toExponential(0)} in ${row.compared} steps`,
    ]),
  );

/** What products alone reach, threads side by side. */
export const ceilingTable = (found: readonly Ceiling[]): string => {
  const threads = [...new Set(found.map((each) => each.threads))];
  const shapes = [...new Set(found.map(({ shape }) => shape.join(' × ')))];
  return markdown(
    ['product', ...threads.map((count) => `GFLOP/s, threads: ${count}`)],
    shapes.map((shape) => [
      shape,
      ...threads.map((count) => {
        const one = found.find(
          (each) => each.threads === count && each.shape.join(' × ') === shape,
        );
        return number(one?.gflops ?? null, 1);
      }),
    ]),
  );
};

/** Nodes by provider, and whether the CPU could be forbidden. */
export const placementTable = (placed: readonly Placement[]): string =>
  markdown(
    ['graph', 'nodes on WebGPU', 'elsewhere', 'opens with the CPU forbidden'],
    placed.map(({ graph, nodes, alone }) => {
      const { WebGpuExecutionProvider: onDevice = 0, ...others } = nodes;
      const elsewhere = Object.values(others).reduce((sum, count) => sum + count, 0);
      return [graph, String(onDevice), String(elsewhere), alone ? 'yes' : 'no'];
    }),
  );
