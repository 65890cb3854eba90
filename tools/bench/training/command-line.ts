import { parseArgs } from 'node:util';

/** What `npm run bench -- training` was asked to do. */
export interface Request {
  readonly quick: boolean;
  /** File for the rows; undefined: none. */
  readonly json: string | undefined;
  /** Only entries whose "MODEL BACKEND THREADS" has this text. */
  readonly only: string;
}

export const usage = `npm run bench -- training [options]

Steps of fine-tuning by the lab's graphs beside PyTorch, jax-js and TensorFlow.js: the same weights, rows and
AdamW, losses compared, in Node and in Chromium; and where the graphs' nodes lie on WebGPU. jax-js and TF.js come
from npm on demand, into a folder of their own; PyTorch is measured where a python3 has it.
All of it takes about half an hour and writes docs/benchmarks.md.

Options
  --quick      under four minutes; writes no docs
  --json FILE  writes the rows
  --only TEXT  only where "MODEL BACKEND THREADS" has TEXT, as in "llama-2m node 2"; writes no docs
  --help       this text
`;

/**
 * @returns null where only the usage is wanted
 * @throws TypeError that names an option that is not known
 */
export function readRequest(options: string[]): Request | null {
  const { values } = parseArgs({
    args: options,
    options: {
      quick: { type: 'boolean' },
      json: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  return { quick: values.quick ?? false, json: values.json, only: values.only ?? '' };
}
