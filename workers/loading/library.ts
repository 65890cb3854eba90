import { AutoTokenizer, env, type PreTrainedTokenizer } from '@huggingface/transformers';

// Nothing is fetched behind our back: not from the hub, not twice, not into a cache of its own.
env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/';
env.useFS = false;
env.useFSCache = false;
env.useBrowserCache = false;
env.useWasmCache = false;

/** A name for the one model of a worker; transformers.js wants one, nobody sees it. */
const name = 'model';

/**
 * Lets transformers.js choose and build the tokenizer, as for a model of the hub, from files that are
 * here already. Sessions are not opened through it: after one that fails it opens no other (its
 * promise chain stays rejected), and graphs of our own making have to be opened the same way.
 * @param files bytes by path inside the model's folder
 */
export function openTokenizer(
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<PreTrainedTokenizer> {
  env.fetch = (address: string | URL) => {
    const bytes = files.get(String(address).slice(`/${name}/`.length));
    return Promise.resolve(
      bytes
        ? new Response(bytes, { headers: { 'content-length': String(bytes.length) } })
        : new Response(null, { status: 404 }),
    );
  };
  return AutoTokenizer.from_pretrained(name, { local_files_only: true });
}
