import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How fast the runtime multiplies matrices in wasm when it does nothing else: no graph can be faster. */
export interface Ceiling {
  readonly threads: number;
  /** Rows of a, its columns, columns of b. */
  readonly shape: readonly [number, number, number];
  /** Of the best of 40 runs. */
  readonly gflops: number;
}

/** A square one, and those of the bundled model at 1,024 tokens a step: an MLP's two, and the head's. */
const shapes = [
  [1024, 1024, 1024],
  [1024, 224, 600],
  [1024, 600, 224],
  [1024, 224, 3072],
] as const;

/** @throws where the runtime does not start */
export function measureCeiling(threads: readonly number[]): Ceiling[] {
  const script = fileURLToPath(new URL('process.ts', import.meta.url));
  return threads.flatMap((count) =>
    shapes.map((shape) => {
      const { status, stdout } = spawnSync(
        process.execPath,
        [...process.execArgv, script, String(count), ...shape.map(String)],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
      );
      if (status !== 0) throw new Error('the runtime multiplied nothing');
      const [m, k, n] = shape;
      return { threads: count, shape, gflops: (2 * m * k * n) / Number(stdout) / 1e6 };
    }),
  );
}
