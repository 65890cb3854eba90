import { Problem } from '../../src/domain/problem.ts';
import type { Generate } from '../loading/serving.ts';
import type { GenerationJob, JobEvent } from '../protocol.ts';

/**
 * Continues many prompts, all asked for in the same breath, so that what runs together depends on the
 * list alone. One that fails costs the others nothing; after a cancel those that are not done are not told.
 */
export async function generateAll(
  generate: Generate,
  jobs: readonly GenerationJob[],
  { signal, tell }: { signal: AbortSignal; tell: (event: JobEvent) => void },
): Promise<null> {
  const silent = { signal, tell: () => undefined };
  const ask = async (job: GenerationJob, index: number): Promise<void> => {
    try {
      const generation = await generate(job, silent);
      if (generation.stopReason !== 'cancelled') tell({ job: index, generation });
    } catch (thrown) {
      if (!signal.aborted) tell({ job: index, problem: Problem.from(thrown).report() });
    }
  };
  await Promise.all(jobs.map(ask));
  return null;
}
