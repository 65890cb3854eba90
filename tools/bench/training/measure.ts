import { openInBrowser } from './browser/open.ts';
import type { FileServer } from '../engine/browser/serve.ts';
import { megabytes } from '../engine/report/row.ts';
import type { Contestant } from './contest.ts';
import type { Entry, PeerName } from './matrix.ts';
import { openProcess, oursInNode } from './node/open.ts';
import { ensurePeers } from './peers/peers.ts';
import type { Row } from './report/row.ts';
import { torchProgram } from './torch/program.ts';
import { flopsOf } from './work/flops.ts';
import { ensureWork } from './work/prepare.ts';
import { sizes } from './work/sizes.ts';
import { readWork } from './work/read.ts';
import { tokensOf } from './work/work.ts';
import { median } from '../median.ts';

/** Steps before any is timed: kernels are compiled, buffers are there. */
const warmUp = 2;
const mostSteps = 40;
/** Losses of the first steps that have to agree this well, or the two do not do the same work. */
const strict = { steps: 4, difference: 1e-3 };

/** All that a contestant did. */
interface Course {
  readonly contestant: Contestant;
  readonly losses: number[];
  /** Of timed steps. */
  readonly milliseconds: number[];
  readonly peak: () => number | undefined;
  /** Steps of a turn. */
  steps: number;
}

async function open(
  name: 'ours' | PeerName,
  { size, backend, threads }: Entry,
  folder: string,
  server: () => Promise<FileServer>,
): Promise<Contestant> {
  if (backend === 'wasm' && name !== 'PyTorch') {
    if (name !== 'ours') ensurePeers();
    return openInBrowser(await server(), { contestant: name, work: size, threads });
  }
  const program = name === 'ours' ? oursInNode : torchProgram();
  if (!program) throw new Error('no python3 here has torch and numpy: set $PYTHON to one that has');
  return openProcess(program, folder, threads);
}

/** Opens a contestant and takes it through its first steps. */
async function begin(contestant: Contestant, seconds: number): Promise<Course> {
  const peak = await contestant.watch();
  const { losses, milliseconds } = await contestant.run(warmUp);
  const steps = Math.round((1000 * seconds) / (milliseconds.at(-1) ?? 1));
  return {
    contestant,
    losses: [...losses],
    milliseconds: [],
    peak,
    steps: Math.min(mostSteps, Math.max(1, steps)),
  };
}

async function turn({ contestant, losses, milliseconds, steps }: Course): Promise<void> {
  const stepped = await contestant.run(steps);
  losses.push(...stepped.losses);
  milliseconds.push(...stepped.milliseconds);
}

function differenceOf(ours: readonly number[], theirs: readonly number[]): number {
  const compared = ours.slice(0, theirs.length);
  return Math.max(
    ...compared.map((loss, i) => Math.abs(loss - (theirs[i] as number)) / Math.abs(loss)),
  );
}

/** One row for each peer, or one of ours alone. */
function rowsOf(entry: Entry, ours: Course, peers: readonly Course[]): Row[] {
  const work = readWork(ensureWork(sizes[entry.size]));
  const [tokens, flops] = [tokensOf(work), flopsOf(work)];
  const { size: model, backend, threads } = entry;
  const own = median(ours.milliseconds);
  const row = (peer: Course | undefined): Row => {
    const its = peer ? median(peer.milliseconds) : null;
    return {
      suite: 'training',
      model,
      backend,
      threads,
      peer: peer?.contestant.name ?? null,
      peer_tok_s: its && (1000 * tokens) / its,
      ours_tok_s: (1000 * tokens) / own,
      ratio: its && its / own,
      peak_mb: megabytes(ours.peak()),
      peer_peak_mb: peer ? megabytes(peer.peak()) : null,
      ours_step_ms: own,
      peer_step_ms: its,
      ours_gflop_s: flops / own / 1e6,
      peer_gflop_s: its && flops / its / 1e6,
      steps: ours.milliseconds.length,
      peer_steps: peer ? peer.milliseconds.length : null,
      loss_difference: peer ? differenceOf(ours.losses, peer.losses) : null,
      compared: peer ? Math.min(ours.losses.length, peer.losses.length) : null,
    };
  };
  return peers.length === 0 ? [row(undefined)] : peers.map(row);
}

/**
 * Ours and its peers on one ground: opened together, then by turns, in the opposite order every other round.
 * A peer that cannot be opened is told and left out.
 * @throws where a peer's first losses are not ours
 */
export async function measure(
  entry: Entry,
  server: () => Promise<FileServer>,
  log: (line: string) => void,
): Promise<Row[]> {
  const { care, peers } = entry;
  const folder = ensureWork(sizes[entry.size], log);
  const opened: Contestant[] = [];
  const start = async (name: 'ours' | PeerName): Promise<Course> => {
    const contestant = await open(name, entry, folder, server);
    opened.push(contestant);
    log(`  ${name}: ${contestant.about}`);
    return begin(contestant, care.seconds);
  };
  try {
    const ours = await start('ours');
    const others: Course[] = [];
    for (const name of peers)
      await start(name).then(
        (course) => others.push(course),
        (thrown: unknown) => log(`  ${name} is left out: ${String(thrown)}`),
      );
    const courses = [ours, ...others];
    for (let round = 0; round < care.rounds; round++)
      for (const course of round % 2 === 0 ? courses : courses.toReversed()) await turn(course);
    for (const { contestant, losses } of others) {
      const first = [ours.losses, losses].map((all) => all.slice(0, strict.steps));
      const difference = differenceOf(first[0] as number[], first[1] as number[]);
      if (!(difference < strict.difference))
        throw new Error(`${contestant.name} does other work: ${JSON.stringify(first)}`);
    }
    return rowsOf(entry, ours, others);
  } finally {
    for (const contestant of opened) await contestant.close();
  }
}
