import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { watchProcesses } from '../../engine/peak-memory.ts';
import type { Contestant } from '../contest.ts';
import type { ProcessReply, ProcessRequest } from './messages.ts';

type Answer<Kind extends ProcessReply['kind']> = Extract<ProcessReply, { kind: Kind }>;

/** How a contestant's process is started. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly options: readonly string[];
  /** Environments, of which a few steps show the fastest where it has several threads; none: the plain one. */
  readonly ways?: readonly Readonly<Record<string, string>>[];
}

/** Ours in Node. */
export const oursInNode: Program = {
  name: 'ours',
  command: process.execPath,
  options: [...process.execArgv, fileURLToPath(new URL('process.ts', import.meta.url))],
};

/** Steps that show which way is fastest: the first is not counted. */
const triedSteps = 6;

/**
 * Opens a contestant in a process of its own, the fastest way that it has.
 * @throws what the process says where it fails
 */
export async function openProcess(
  program: Program,
  folder: string,
  threads: number,
): Promise<Contestant> {
  const { ways = [{}] } = program;
  let best = { way: ways[0] ?? {}, time: Infinity };
  if (threads > 1 && ways.length > 1)
    for (const way of ways) {
      const tried = await openOne(program, folder, threads, way);
      const { milliseconds } = await tried.run(triedSteps);
      await tried.close();
      const time = Math.min(...milliseconds.slice(1));
      if (time < best.time) best = { way, time };
    }
  return openOne(program, folder, threads, best.way);
}

/** Opens a contestant in a process of its own, which answers line by line. */
async function openOne(
  { name, command, options }: Program,
  folder: string,
  threads: number,
  way: Readonly<Record<string, string>>,
): Promise<Contestant> {
  const child = spawn(command, options, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: String(threads), ...way },
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code}`)));
  });
  ended.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async <Kind extends ProcessReply['kind']>(
    request: ProcessRequest,
    kind: Kind,
  ): Promise<Answer<Kind>> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value } = (await Promise.race([lines.next(), ended])) as { value: string };
    const reply = JSON.parse(value) as ProcessReply;
    if (reply.kind !== kind)
      throw new Error(`${name}: ${reply.kind === 'failed' ? reply.why : reply.kind}`);
    return reply as Answer<Kind>;
  };
  try {
    const { about } = await ask({ kind: 'open', folder, threads }, 'opened');
    return {
      name,
      about: [about, ...Object.entries(way).map(([key, value]) => `${key}=${value}`)].join(', '),
      run: (steps) => ask({ kind: 'run', steps }, 'ran'),
      watch: () => Promise.resolve(watchProcesses(child.pid === undefined ? [] : [child.pid])),
      close: async () => {
        child.kill('SIGKILL');
        await ended.catch(() => undefined);
      },
    };
  } catch (thrown) {
    child.kill('SIGKILL');
    throw thrown;
  }
}
