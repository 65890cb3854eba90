import type { Row } from '../report/row.ts';
import { nameOf, type Ground } from './pair.ts';

/** What not every suite measures. */
const unmeasured = {
  identical_streams: null,
  peak_mb: null,
  baseline_peak_mb: null,
  runtime_share: null,
  caches_share: null,
  drawing_share: null,
} satisfies Partial<Row>;

type Besides = Pick<Row, keyof typeof unmeasured>;
type Speeds = Omit<Row, keyof Besides | 'model' | 'backend' | 'threads'>;

/** A row of what was measured on a ground. @param besides null where it is not given */
export const rowOf = (
  ground: Ground,
  { suite, ...speeds }: Speeds,
  besides: Partial<Besides> = {},
): Row => ({
  suite,
  model: nameOf(ground),
  backend: ground.backend,
  threads: ground.threads,
  ...speeds,
  ...unmeasured,
  ...besides,
});
