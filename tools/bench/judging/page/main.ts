import { defaultDecoding } from '../../../../src/domain/decoding.ts';
import type { Engine } from '../../../../src/engine/engine.ts';
import { createWorkerEngine } from '../../../../src/engine/worker-engine.ts';
import type { GenerationJob } from '../../../../workers/protocol.ts';

/** Who works: the arms' model in the first worker, a judge in the second. */
export type Role = 'arms' | 'judge';

/** Made-up prompts: how long they are is what counts. Judges read long texts and say little. */
const sizes = { arms: { prompt: 60, write: 48 }, judge: { prompt: 400, write: 24 } } as const;
const rows = 8;

const jobsOf = (role: Role): GenerationJob[] =>
  Array.from({ length: rows }, (_, row) => ({
    promptTokens: Array.from(
      { length: sizes[role].prompt },
      (_, i) => 4 + ((i * 37 + row * i) % 900),
    ),
    decoding: { ...defaultDecoding, temperature: 1, maxNewTokens: sizes[role].write, seed: row },
    key: `${role} ${row}`,
  }));

const engines: Partial<Record<Role, Engine>> = {};

async function load(role: Role, model: string): Promise<void> {
  const engine = (engines[role] = createWorkerEngine({
    seat: role === 'judge' ? 'second' : 'first',
  }));
  await engine.load({ model, precision: 'q4', device: 'wasm' });
}

/** Tokens written in a second, by one batch of rows after the other until the time is over. */
async function pace(role: Role, milliseconds: number): Promise<number> {
  const engine = engines[role] as Engine;
  const start = performance.now();
  let written = 0;
  while (performance.now() - start < milliseconds)
    await engine.generateAll(
      { jobs: jobsOf(role) },
      {
        onEvent: (event) => {
          if ('generation' in event) written += event.generation.tokens.length;
        },
      },
    );
  return (1000 * written) / (performance.now() - start);
}

/** Paces of all who work at the same time. */
const together = async (roles: readonly Role[], milliseconds: number) =>
  Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await pace(role, milliseconds)] as const)),
  ) as Partial<Record<Role, number>>;

const judgeBench = { load, together };

declare global {
  interface Window {
    /** What a program drives through Playwright. */
    judgeBench: typeof judgeBench;
  }
}
window.judgeBench = judgeBench;
