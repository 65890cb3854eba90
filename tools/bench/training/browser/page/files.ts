import { workFiles, type TrainingWork } from '../../work/work.ts';

/** A file of a work, as the server has it. */
async function fetched(id: string, name: keyof typeof workFiles): Promise<ArrayBuffer> {
  const response = await fetch(`/works/${id}/${workFiles[name]}`);
  if (!response.ok) throw new Error(`${workFiles[name]}: the server answered ${response.status}`);
  return response.arrayBuffer();
}

export const fetchWork = async (id: string): Promise<TrainingWork> =>
  JSON.parse(new TextDecoder().decode(await fetched(id, 'work'))) as TrainingWork;

export const fetchTokens = async (id: string): Promise<Int32Array> =>
  new Int32Array(await fetched(id, 'tokens'));

export const fetchFloats = async (id: string, name: 'weights' | 'factors'): Promise<Float32Array> =>
  new Float32Array(await fetched(id, name));

export const fetchModel = async (id: string): Promise<Uint8Array> =>
  new Uint8Array(await fetched(id, 'model'));
