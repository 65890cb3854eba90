import { blockSize } from '../../src/onnx/heads/sampling-head.ts';
import { floats, int64 } from '../runtime/tensors.ts';
import type { Adjustments } from '../sampler/adjustments.ts';

/** How a token will be drawn, as far as the device has a part in it. */
export interface RowDraw {
  /** Whose last logits it is drawn from. */
  readonly row: number;
  readonly temperature: number;
  /** The random number, uniform in [0, 1). */
  readonly uniform: number;
  /** Whether tokens are left out: then all shares may be asked for. */
  readonly cut: boolean;
  /** What happens to single tokens' logits before; null: nothing. */
  readonly adjustments: Adjustments | null;
}

/** Best tokens that come back where something is drawn: URIAL's settings seldom need more. */
const listed = 64;

/** The head is run in any case: then with as little as can be. */
export const noDraw: readonly RowDraw[] = [
  { row: 0, temperature: 0, uniform: 0, cut: false, adjustments: null },
];

/** Inputs of the sampling head (src/onnx/heads/sampling-head.ts). @param kept logits of each row */
export function headFeeds(
  draws: readonly RowDraw[],
  cut: readonly number[],
  kept: number,
  vocabularySize: number,
) {
  const adjusted = draws.flatMap(({ adjustments }, draw) =>
    Array.from(adjustments?.byToken ?? [], ([token, adjustment]) => ({
      place: draw * vocabularySize + token,
      ...adjustment,
    })),
  );
  // one that changes nothing, where there is none: WebGPU has no empty tensors
  if (adjusted.length === 0)
    adjusted.push({ place: 0, before: 0, factor: 1, after: 0, seen: false });
  const column = (of: 'before' | 'factor' | 'after') =>
    floats(
      adjusted.map((each) => each[of]),
      [adjusted.length],
    );
  const drawn = draws.some(({ temperature }) => temperature > 0);
  return {
    drawn_rows: int64(
      draws.map(({ row }) => (row + 1) * kept - 1),
      [draws.length],
    ),
    adjusted_places: int64(
      adjusted.map(({ place }) => place),
      [adjusted.length],
    ),
    adjusted_before: column('before'),
    adjusted_factor: column('factor'),
    adjusted_after: column('after'),
    inverse_temperature: floats(
      draws.map(({ temperature }) => 1 / (temperature || 1)),
      [draws.length, 1],
    ),
    top_count: int64([drawn ? Math.min(listed, vocabularySize) : 1], [1]),
    uniforms: floats(
      draws.map(({ uniform }) => uniform),
      [draws.length, 1],
    ),
    first_blocks: floats(
      draws.map((_, draw) => draw * Math.ceil(vocabularySize / blockSize)),
      [draws.length, 1],
    ),
    cut_draws: int64(cut.length > 0 ? cut : [0], [Math.max(1, cut.length)]),
  };
}
