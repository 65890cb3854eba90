import { fences } from '../probe/layouts.ts';
import { exactStyle, recall } from '../probe/tasks.ts';
import type { Contrast } from './contrast.ts';

/** Two abilities that the bench rests on, each measured by itself. */
export const probeContrasts: readonly Contrast[] = [
  {
    kind: 'probe',
    contrast: 'recall, fences, 8 pairs',
    unit: 'share',
    wanted: 'at least 0.7',
    probe: { task: recall, layout: fences, size: 8 },
    count: 200,
    reached: ({ value }) => value >= 0.7,
  },
  {
    kind: 'probe',
    contrast: 'exact style, 3 shown',
    unit: 'share',
    wanted: 'at least 0.8',
    probe: { task: exactStyle, layout: fences, size: 3 },
    count: 200,
    reached: ({ value }) => value >= 0.8,
  },
];
