import type { Search } from '../../../../experiments/document/search.ts';
import type { DocumentEdit } from './names.ts';

/**
 * A greedy search in front: what the factors varied is then varied in its check, on questions of the other
 * split, which the search never sees.
 */
export const addSearch: DocumentEdit = (document) => {
  if (document.search) return document;
  const { questions, factors } = document;
  const others =
    questions.bench === 'lab-80'
      ? { ...questions, split: questions.split === 'test' ? ('dev' as const) : ('test' as const) }
      : questions;
  return {
    ...document,
    factors: [],
    without: [],
    search: {
      candidates: 8,
      rounds: 1,
      threshold: null,
      check: { questions: others, factors },
    },
    figure: { kind: 'histogram' },
  };
};

/** No search: what its check varied is varied at once. */
export const removeSearch: DocumentEdit = (document) =>
  document.search
    ? { ...document, search: null, factors: document.search.check.factors }
    : document;

export const setSearch =
  (change: Partial<Search>): DocumentEdit =>
  (document) =>
    document.search ? { ...document, search: { ...document.search, ...change } } : document;
