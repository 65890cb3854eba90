import { createWorkerEngine } from '../../../../../src/engine/worker-engine.ts';
import { timed, type Opened, type Opening } from './opening.ts';
import CountedWorker from './ours-counted.worker.ts?worker';
import OursWorker from './ours.worker.ts?worker';

/** The lab's own engine, through the client that the lab's page has: all jobs are asked for at once. */
export async function openOurs({ model, precision, device, threads }: Opening): Promise<Opened> {
  const Model = device === 'webgpu' ? CountedWorker : OursWorker;
  const start = () => new Model({ name: String(threads) });
  const engine = createWorkerEngine({ start });
  const loaded = await engine.load({ model, precision, device, path: 'shared-prefix' });
  const { path, threads: inUse, kind } = loaded.device;
  if (path?.kind !== 'shared-prefix') throw new Error(path?.reason ?? 'no shared prefixes');
  if (inUse !== threads) throw new Error(`${inUse} threads in place of ${threads}`);
  return {
    about: `${kind}, ${inUse} threads, ${path.kind}`,
    run: (jobs) =>
      timed(async () => {
        const answers = await Promise.all(jobs.map((job) => engine.generate(job)));
        return answers.map(({ tokens }) => tokens);
      }),
  };
}
