import type { OpTable } from '../graph/rule.ts';

export const quantisedOps: OpTable = {};
