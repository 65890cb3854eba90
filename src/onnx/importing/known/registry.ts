import { elementwiseFolds } from './elementwise.ts';
import type { Fold } from './fold.ts';
import { placeFolds } from './places.ts';
import { shapeFolds } from './shapes.ts';

/** Operators that are worked out when the graph is built, where all their inputs are known. */
export const folds: ReadonlyMap<string, Fold> = new Map(
  Object.entries({ ...elementwiseFolds, ...shapeFolds, ...placeFolds }),
);
