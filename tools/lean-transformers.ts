import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const home = dirname(dirname(createRequire(import.meta.url).resolve('@huggingface/transformers')));
const sources = join(home, 'src');
const entry = join(sources, 'transformers.js');

/** What only its Node build needs. */
const nodeOnly = /^(node:.*|fs|path|url|sharp|onnxruntime-node|\.\/onnx-node\.js)$/;
const nothing = '\0nothing';

/**
 * Builds transformers.js from the sources it ships instead of its bundle, so that what the lab does not
 * use (pipelines, images, sound, model classes) stays out of the page: a third of the size.
 */
export function leanTransformers(): Plugin {
  return {
    name: 'lean-transformers',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === '@huggingface/transformers') return { id: entry, moduleSideEffects: false };
      if (importer?.startsWith(sources) && nodeOnly.test(id)) return nothing;
      return null;
    },
    load: (id) => (id === nothing ? 'export default {}; export let Readable, pipeline;' : null),
    transform(_code, id) {
      return id.startsWith(sources) ? { moduleSideEffects: false } : null;
    },
  };
}
