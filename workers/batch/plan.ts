/** A prompt as tokens, under the number its job has. */
export interface Prompt {
  readonly job: number;
  readonly tokens: readonly number[];
  /** Positions that its row may yet take beside the prompt's own. */
  readonly room: number;
}

/** Jobs whose prompts are equal: read once, then a row for each. */
export interface Suffix {
  /** What follows the prefix; never empty. */
  readonly tokens: readonly number[];
  readonly jobs: readonly number[];
}

/** Rows that are decoded together. */
export type Wave =
  /** All under one prefix. */
  | {
      readonly kind: 'shared';
      readonly prefix: readonly number[];
      readonly suffixes: readonly Suffix[];
    }
  /** Each suffix (a single token) under a prefix of its own. */
  | {
      readonly kind: 'apart';
      readonly prefixes: readonly (readonly number[])[];
      readonly suffixes: readonly Suffix[];
    };

/** What a wave may take, and when sharing is worth a wave. */
export interface WaveLimits {
  /** Rows of a wave. */
  readonly rows: number;
  /** Positions that the rows of a wave may come to take together, what they share left out. */
  readonly positions: number;
  /** From so many rows on a branch of the tree gets waves of its own, ... */
  readonly branch: number;
  /** ... where it shares so many tokens more than what it branches from: rows part for that only. */
  readonly longer: number;
}

/** A node of the tree over prompts: what its prompts share, and those that end or part there. */
interface Branch {
  /** Tokens that all its prompts begin with. */
  readonly length: number;
  readonly suffixes: readonly Sorted[];
  readonly rows: number;
}

interface Sorted extends Suffix {
  /** Positions that the longest of its rows may yet take. */
  readonly room: number;
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
};

/** Equal prompts together, in the order of their tokens. */
function sorted(prompts: readonly Prompt[]): Sorted[] {
  const list = prompts.toSorted((a, b) => compare(a.tokens, b.tokens) || a.job - b.job);
  const together: { tokens: readonly number[]; jobs: number[]; room: number }[] = [];
  for (const { job, tokens, room } of list) {
    const last = together.at(-1);
    if (last && compare(last.tokens, tokens) === 0) {
      last.jobs.push(job);
      last.room = Math.max(last.room, room);
    } else together.push({ tokens, jobs: [job], room });
  }
  return together;
}

const rowsOf = (list: readonly Sorted[]): number =>
  list.reduce((sum, { jobs }) => sum + jobs.length, 0);

/** How many tokens two prompts begin with alike, the last token of each left out. */
function common(a: readonly number[], b: readonly number[]): number {
  const most = Math.min(a.length, b.length) - 1;
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

/** A stretch of the sorted list as a branch: the first and the last share what all share. */
const branchOf = (list: readonly Sorted[]): Branch => ({
  length: common((list[0] as Sorted).tokens, (list.at(-1) as Sorted).tokens),
  suffixes: list,
  rows: rowsOf(list),
});

/** Children of a branch: stretches that go on alike after what all share. */
function children({ length, suffixes }: Branch): Branch[] {
  const groups: Sorted[][] = [];
  for (const suffix of suffixes) {
    const before = groups.at(-1)?.[0];
    if (before && before.tokens[length] === suffix.tokens[length]) groups.at(-1)?.push(suffix);
    else groups.push([suffix]);
  }
  return groups.map(branchOf);
}

/**
 * Cuts the tree into branches that get waves of their own. A child goes by itself where it has rows
 * enough to fill a wave fairly and shares much more than its parent does; what is left stays together.
 */
function cut(branch: Branch, limits: WaveLimits): Branch[] {
  const own: Branch[] = [];
  const rest: Sorted[] = [];
  const parts = children(branch);
  if (parts.length === 1) return [branch];
  for (const part of parts) {
    const longer = part.length - branch.length;
    if (part.rows >= limits.branch && longer >= limits.longer) own.push(...cut(part, limits));
    else rest.push(...part.suffixes);
  }
  return rest.length > 0 ? [...own, branchOf(rest)] : own;
}

/** The first so many rows, and what is left: the jobs of one prompt may be parted. */
function firstRows(list: readonly Sorted[], most: number): [first: Sorted[], left: Sorted[]] {
  const [first, left]: [Sorted[], Sorted[]] = [[], []];
  let room = most;
  for (const { jobs, ...suffix } of list) {
    const taken = jobs.slice(0, room);
    room -= taken.length;
    if (taken.length > 0) first.push({ ...suffix, jobs: taken });
    if (taken.length < jobs.length) left.push({ ...suffix, jobs: jobs.slice(taken.length) });
  }
  return [first, left];
}

/** How many rows a wave may have of which the longest comes to take so many positions. */
const mostRows = (longest: number, { rows, positions }: WaveLimits): number =>
  Math.max(1, Math.min(rows, Math.floor(positions / longest)));

/** Waves of about the same number of rows. @param shared tokens that no row takes by itself */
function* filled(list: readonly Sorted[], shared: number, limits: WaveLimits): Generator<Sorted[]> {
  const longest = Math.max(...list.map(({ tokens, room }) => tokens.length - shared + room));
  const most = mostRows(longest, limits);
  const rows = rowsOf(list);
  const size = Math.ceil(rows / Math.ceil(rows / most));
  for (let rest = list; rest.length > 0;) {
    const [wave, left] = firstRows(rest, size);
    yield wave;
    rest = left;
  }
}

function sharedWave(list: readonly Sorted[]): Wave {
  const { length } = branchOf(list);
  return {
    kind: 'shared',
    prefix: (list[0] as Sorted).tokens.slice(0, length),
    suffixes: list.map(({ tokens, jobs }) => ({ tokens: tokens.slice(length), jobs })),
  };
}

const apartWave = (list: readonly Sorted[]): Wave => ({
  kind: 'apart',
  prefixes: list.map(({ tokens }) => tokens.slice(0, -1)),
  suffixes: list.map(({ tokens, jobs }) => ({ tokens: tokens.slice(-1), jobs })),
});

/** Prompts of like length together, so that little is padding. */
function* apartWaves(list: readonly Sorted[], limits: WaveLimits): Generator<Wave> {
  const endOf = ({ tokens, room }: Sorted): number => tokens.length + room;
  let rest = list.toSorted((a, b) => endOf(b) - endOf(a));
  while (rest.length > 0) {
    const longest = endOf(rest[0] as Sorted);
    const [wave, left] = firstRows(rest, mostRows(longest, limits));
    // where all are of one token, nothing comes before it to be read
    yield wave.every(({ tokens }) => tokens.length === 1) ? sharedWave(wave) : apartWave(wave);
    rest = left;
  }
}

/**
 * Sorts prompts into waves by the tree of their tokens: no caller says what is shared.
 * @param prompts each of a token at least
 */
export function planWaves(prompts: readonly Prompt[], limits: WaveLimits): Wave[] {
  const list = sorted(prompts);
  if (list.length === 0) return [];
  return cut(branchOf(list), limits).flatMap(({ suffixes, length, rows }) =>
    length === 0 && suffixes.length > 1 && rows < limits.branch * suffixes.length
      ? [...apartWaves(suffixes, limits)]
      : [...filled(suffixes, length, limits)].map(sharedWave),
  );
}
