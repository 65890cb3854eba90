import { runtimeVersion, startRuntime, threadsInUse } from '../../../../../workers/runtime/ort.ts';
import { openSession } from '../../../../../workers/runtime/sessions.ts';
import { openOurs } from '../../ours/open.ts';
import { fetchFloats, fetchModel, fetchTokens, fetchWork } from './files.ts';
import type { Opened, Opening } from './opening.ts';

/** The lab's own training, in the runtime as the lab's worker starts it. */
export async function openOursInPage({ work: id, threads }: Opening): Promise<Opened> {
  await startRuntime('wasm');
  const inUse = threadsInUse();
  if (inUse !== threads) throw new Error(`${inUse} threads in place of ${threads}`);
  const files = {
    work: await fetchWork(id),
    tokens: await fetchTokens(id),
    factors: await fetchFloats(id, 'factors'),
    model: await fetchModel(id),
  };
  const { step } = openOurs(files, (graph, staying, beside) =>
    openSession(graph, beside, null, staying),
  );
  return { about: `onnxruntime-web ${runtimeVersion()}, wasm, ${inUse} threads`, step };
}
