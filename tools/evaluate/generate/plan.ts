/** A job's prompt as tokens, and under which prefix text it was filed. */
export interface Prompt {
  readonly index: number;
  readonly prefix: string;
  readonly tokens: readonly number[];
}

/** Rows that are decoded together: all under one prefix, or each under its own. */
export interface Wave {
  /** Tokens of the prefixes: one, or as many as rows. Never empty. */
  readonly prefixes: readonly (readonly number[])[];
  readonly rows: readonly { readonly index: number; readonly suffix: readonly number[] }[];
}

/** What a wave may take. */
export interface WaveLimits {
  /** Rows under one prefix. */
  readonly rows: number;
  /** Positions of all rows' own prefixes together. */
  readonly positions: number;
  /** From so many jobs on, a prefix has waves of its own. */
  readonly shared: number;
}

/** How many tokens all prompts begin with, at least one of each left over. */
export function commonLength(prompts: readonly (readonly number[])[]): number {
  const [first = [], ...others] = prompts;
  const shortest = Math.min(...prompts.map((tokens) => tokens.length));
  let length = 0;
  while (length < shortest - 1 && others.every((tokens) => tokens[length] === first[length]))
    length++;
  return length;
}

function chunked<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** Prompts under one prefix: what their tokens share is the prefix. */
const sharedWave = (prompts: readonly Prompt[]): Wave => {
  const length = commonLength(prompts.map(({ tokens }) => tokens));
  return {
    prefixes: [(prompts[0] as Prompt).tokens.slice(0, length)],
    rows: prompts.map(({ index, tokens }) => ({ index, suffix: tokens.slice(length) })),
  };
};

/** Prompts that share nothing: all but the last token is the prefix. */
const separateWave = (prompts: readonly Prompt[]): Wave => ({
  prefixes: prompts.map(({ tokens }) => tokens.slice(0, -1)),
  rows: prompts.map(({ index, tokens }) => ({ index, suffix: tokens.slice(-1) })),
});

/** Prompts of like length together, so that little is padding. */
function* separateWaves(prompts: readonly Prompt[], limits: WaveLimits): Generator<Wave> {
  const sorted = prompts.toSorted((a, b) => b.tokens.length - a.tokens.length || a.index - b.index);
  for (let at = 0; at < sorted.length;) {
    const longest = (sorted[at] as Prompt).tokens.length;
    const fit = Math.min(limits.rows, Math.floor(limits.positions / longest));
    const rows = Math.max(1, fit);
    yield separateWave(sorted.slice(at, at + rows));
    at += rows;
  }
}

/** Sorts prompts, each of two tokens at least, into waves. */
export function planWaves(prompts: readonly Prompt[], limits: WaveLimits): Wave[] {
  const groups = new Map<string, Prompt[]>();
  for (const prompt of prompts) {
    const group = groups.get(prompt.prefix);
    if (group) group.push(prompt);
    else groups.set(prompt.prefix, [prompt]);
  }
  const waves: Wave[] = [];
  const separate: Prompt[] = [];
  for (const group of groups.values()) {
    if (group.length < limits.shared) separate.push(...group);
    else waves.push(...chunked(group, limits.rows).map(sharedWave));
  }
  return [...waves, ...separateWaves(separate, limits)];
}
