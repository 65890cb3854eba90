import * as v from 'valibot';
import { Run } from '../domain/run.ts';

/** What a list shows of a run, small enough to hold ten thousand of them in memory. */
export const RunSummary = v.object({
  ...v.pick(Run, ['id', 'createdAt', 'batch', 'tags', 'rating']).entries,
  /** `createdAt` in milliseconds since 1970, the order of the list; 0 where it is no date. */
  time: v.number(),
  arm: v.string(),
  model: v.string(),
  query: v.string(),
  answer: v.string(),
  /** Answer tokens. */
  tokens: v.number(),
  /** Query, answer, arm, model, tags and notes as `searchable` writes them. */
  search: v.string(),
});
export type RunSummary = v.InferOutput<typeof RunSummary>;

/** Longest query and answer that a summary shows, in UTF-16 units; `search` holds all of both. */
const snippetLength = 240;

/** A text as searching compares it: one form of each character, lower case. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function snippet(text: string): string {
  const line = text
    .slice(0, 4 * snippetLength)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= snippetLength ? line : `${line.slice(0, snippetLength - 1).trimEnd()}…`;
}

/** The light record of a run. */
export function summaryOf(run: Run): RunSummary {
  const last = run.turns.at(-1);
  const { id, createdAt, batch, tags, rating } = run;
  const turns = run.turns.flatMap(({ query, answer }) => [query, answer]);
  return {
    id,
    createdAt,
    batch,
    tags,
    rating,
    time: Date.parse(createdAt) || 0,
    arm: run.arm.label,
    model: run.model.label,
    query: snippet(last?.query ?? ''),
    answer: snippet(last?.answer ?? ''),
    tokens: run.generation.tokens.length,
    search: searchable([...turns, run.arm.label, run.model.label, ...tags, run.notes].join('\n')),
  };
}
