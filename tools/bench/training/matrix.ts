import type { Backend } from './contest.ts';
import type { PageContestant } from './browser/page/opening.ts';
import type { SizeId } from './work/sizes.ts';

/** Whom ours is measured beside. */
export type PeerName = 'PyTorch' | Exclude<PageContestant, 'ours'>;

/** Contestants that are opened together and take turns. */
export interface Entry {
  readonly size: SizeId;
  readonly backend: Backend;
  readonly threads: number;
  /** None: ours is measured alone. */
  readonly peers: readonly PeerName[];
  readonly care: Care;
}

export interface Care {
  /** Turns of each contestant. */
  readonly rounds: number;
  /** How long a turn should take: as many steps as fit, at least one. */
  readonly seconds: number;
}

const page = ['jax-js', 'TF.js wasm'] as const;

const entry = (
  size: SizeId,
  backend: Backend,
  threads: number,
  peers: readonly PeerName[],
  care: Care,
): Entry => ({ size, backend, threads, peers, care });

const little: Care = { rounds: 2, seconds: 1.5 };
const careful: Care = { rounds: 6, seconds: 4 };
const page3: Care = { rounds: 3, seconds: 4 };

/** Under four minutes: the smallest size and the bundled model. */
export const quick: readonly Entry[] = [
  entry('llama-0.4m', 'node', 2, ['PyTorch'], little),
  entry('lab-base-4m', 'node', 1, ['PyTorch'], little),
  entry('lab-base-4m', 'node', 2, ['PyTorch'], { rounds: 4, seconds: 2 }),
  entry('llama-0.4m', 'wasm', 1, page, little),
  entry('llama-0.4m', 'wasm', 2, page, little),
  entry('lab-base-4m', 'wasm', 2, page, { rounds: 1, seconds: 1.5 }),
];

const small = ['llama-0.4m', 'llama-2m', 'lab-base-4m'] as const;
const large = 'smollm2-135m-q4-lora';

/** Everything: about half an hour on two cores. */
export const full: readonly Entry[] = [
  ...small.flatMap((size) =>
    [1, 2].map((threads) => entry(size, 'node', threads, ['PyTorch'], careful)),
  ),
  ...[1, 2].map((threads) => entry(large, 'node', threads, ['PyTorch'], careful)),
  ...small.flatMap((size) => [1, 2].map((threads) => entry(size, 'wasm', threads, page, page3))),
  entry('llama-0.4m', 'wasm', 1, ['TF.js cpu'], { rounds: 1, seconds: 4 }),
  ...[1, 2].map((threads) => entry(large, 'wasm', threads, [], page3)),
];

/** Whom we do not measure, and why. */
export const leftOut = [
  'TF.js cpu beyond 0.4 M: plain JavaScript; a step of the smallest size already takes most of a minute.',
  'jax-js and TF.js on 4 bits: neither has 4-bit weights, and the page has no room for 135 M weights and ' +
    'what they need for a step in full precision. PyTorch 1.13 has none either: it holds the same numbers ' +
    'as floats.',
  'Threads of TF.js: its release loads the build with threads and says that it uses one, whatever it is asked for.',
  'A graphics card: WebGPU here is a software adapter, so only where nodes lie is told.',
] as const;
