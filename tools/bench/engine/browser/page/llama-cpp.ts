import type { GenerationJob } from '../../../../../workers/protocol.ts';
import { timed, type Opened, type Opening } from './opening.ts';

/** What we use of wllama, which is served beside the page where it is installed. */
interface WllamaModule {
  Wllama: {
    new (paths: { default: string }, config: { suppressNativeLog: boolean }): Wllama;
    getLibllamaVersion(): string;
  };
}
interface Wllama {
  setCompat(compat: null): void;
  loadModel(files: Blob[], params: Record<string, unknown>): Promise<void>;
  getNumThreads(): number;
  createCompletion(params: Record<string, unknown>): Promise<{
    /** llama.cpp's own account of the answer, on request. */
    __verbose?: { tokens?: number[] };
  }>;
}

const place = '/peers/wllama/';
const contextLength = 2048;

/**
 * A job in the words of llama.cpp's server. It takes a prompt as text only, so our files' tokens spell
 * their ids. Temperature 0 is greedy; of its samplers only ours take part.
 */
const asked = ({ promptTokens, decoding }: GenerationJob, isFirst: boolean) => ({
  prompt: promptTokens.map((id) => `<${id}>`).join(''),
  max_tokens: decoding.maxNewTokens,
  samplers: ['penalties', 'temperature'],
  temperature: decoding.temperature,
  repeat_penalty: decoding.repetitionPenalty,
  // so many tokens back, prompt included: all of them
  repeat_last_n: contextLength,
  seed: decoding.seed,
  // a run begins with nothing kept from the one before
  cache_prompt: !isFirst,
  return_tokens: true,
  verbose: true,
});

/**
 * llama.cpp in wasm. Jobs go one after the other through one slot, which keeps the cache of the prompt
 * before and reads only what differs: the way its server has to share a prefix. Keys and values in full
 * precision, as the other contestants have them.
 */
export async function openLlamaCpp(opening: Opening): Promise<Opened> {
  const { model, precision, device, threads } = opening;
  if (device !== 'wasm') throw new Error('llama.cpp is measured on wasm only');
  const { Wllama } = (await import(/* @vite-ignore */ `${place}index.js`)) as WllamaModule;
  const wllama = new Wllama({ default: `${place}wasm/wllama.wasm` }, { suppressNativeLog: true });
  // its build for older browsers comes from a CDN
  wllama.setCompat(null);
  const file = precision === 'q4' ? 'model-q4.gguf' : 'model.gguf';
  const response = await fetch(`/models/${model}/${file}`);
  if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`);
  await wllama.loadModel([await response.blob()], {
    n_ctx: contextLength,
    n_parallel: 1,
    n_threads: threads,
    n_gpu_layers: 0,
    cache_type_k: 'f32',
    cache_type_v: 'f32',
  });
  if (wllama.getNumThreads() !== threads)
    throw new Error(`${wllama.getNumThreads()} threads in place of ${threads}`);
  return {
    about: `wasm, ${threads} threads, llama.cpp ${Wllama.getLibllamaVersion()}`,
    run: (jobs) =>
      timed(async () => {
        const tokens: number[][] = [];
        for (const [i, job] of jobs.entries()) {
          const answer = await wllama.createCompletion(asked(job, i === 0));
          tokens.push(answer.__verbose?.tokens ?? []);
        }
        return tokens;
      }),
  };
}
