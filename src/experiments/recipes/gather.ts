import { demonstration, type Demonstration } from '../../domain/demonstration.ts';
import { oncePer } from './once.ts';
import { seedOrders } from './pool.ts';
import { queryKey } from './query-key.ts';
import { at, refusal } from './refusal.ts';
import { select } from './select.ts';
import type { PoolQuality, Source } from './source.ts';

/** Two exchanges of one conversation. */
export type Conversation = readonly [Demonstration, Demonstration];

/** What demonstrations are taken from: the same arrays every time, since they are indexed once. */
export interface Material {
  /** The fixed block, such as URIAL's three. */
  readonly curated: readonly Demonstration[];
  readonly pool: readonly Demonstration[];
  /** The pools that sources may name by their quality. */
  readonly pools?: Readonly<Partial<Record<PoolQuality, readonly Demonstration[]>>>;
  readonly conversations: readonly Conversation[];
}

/** The question that a prompt is put together for. */
export interface Asking {
  readonly query: string;
  /** Whole number from 0 to 2^32 - 1. Draws depend on it alone, so that items share a prefix. */
  readonly seed: number;
  /** Names the question in messages. */
  readonly item: string;
  /** Further queries that may not be shown: other turns, or all that an experiment asks; one array for all. */
  readonly exclude?: readonly string[];
  /**
   * The pool is this question's own evidence (Lab-80's context part), which may hold the very query that
   * is asked: nothing is left out.
   */
  readonly ownEvidence?: boolean;
}

const keysOf = oncePer((queries: readonly string[]) => queries.map(queryKey));

/** The queries, as keys, that may not be drawn whatever else the prompt shows. */
const askedKeys = ({ query, exclude = [], ownEvidence = false }: Asking): string[] =>
  ownEvidence ? [] : [queryKey(query), ...keysOf(exclude)];

const conversationOrders = oncePer((conversations: readonly Conversation[]) =>
  seedOrders(
    conversations.map(([{ category }]) => ({ category })),
    (i) => conversations[i]?.every(({ enabled }) => enabled) === true,
  ),
);

function conversed(
  conversations: readonly Conversation[],
  count: number,
  { seed, item }: Asking,
  taken: ReadonlySet<string>,
): Demonstration[] {
  const free = conversationOrders(conversations)(seed)
    .map((i) => conversations[i] as Conversation)
    .filter((exchanges) => exchanges.every(({ query }) => !taken.has(queryKey(query))));
  if (free.length < count)
    throw refusal(
      `${item}: ${count} conversations are asked for, there are ${free.length} whose queries are not asked or shown already.`,
      'Ask for fewer, or add conversations of two exchanges to the material.',
    );
  return free.slice(0, count).flat();
}

/** What a source gives that neither seed nor question decides. */
function fixed(source: Source, material: Material, where: string): Demonstration[] {
  if (source.take === 'curated') {
    const shown = material.curated.filter(({ enabled }) => enabled);
    return source.only ? at(shown, source.only, `${where}.only`) : shown;
  }
  if (source.take === 'given')
    return source.pairs.map(({ query, answer, category }, i) =>
      demonstration(query, answer, category, `${where}.pairs[${i}]`),
    );
  return [];
}

function poolOf(
  { quality }: Extract<Source, { take: 'pool' }>,
  { pool, pools = {} }: Material,
  where: string,
): readonly Demonstration[] {
  const found = quality === undefined ? pool : pools[quality];
  if (found) return found;
  throw refusal(
    `${where}.quality: there is no “${quality}” pool for this question.`,
    'The lab has pools of both qualities in en, es and fr; questions with evidence of their own have one pool.',
  );
}

/**
 * The demonstrations of a prompt, in its order. Whatever is drawn or chosen is none of the asked queries
 * and nothing that the prompt has already; curated and given ones are taken as they stand.
 * @throws Problem 'bad-input', naming the source or the item, where there are too few
 */
export function gather(
  sources: readonly Source[],
  material: Material,
  asking: Asking,
): Demonstration[] {
  const standing = sources.map((source, i) => fixed(source, material, `sources[${i}]`));
  const taken = new Set(askedKeys(asking));
  const take = (shown: readonly Demonstration[]) => {
    for (const { query } of shown) taken.add(queryKey(query));
    return shown;
  };
  take(standing.flat());
  return sources.flatMap((source, i) => {
    if (source.take === 'pool') {
      const { select: by = { by: 'random' }, count } = source;
      if (count === undefined)
        throw refusal(`sources[${i}].count: it is missing.`, 'Say how many are taken.');
      const pool = poolOf(source, material, `sources[${i}]`);
      return take(select(by, pool, count, { ...asking, taken }));
    }
    if (source.take === 'conversations')
      return take(conversed(material.conversations, source.count, asking, taken));
    return standing[i] ?? [];
  });
}
