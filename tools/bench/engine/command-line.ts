import { parseArgs } from 'node:util';

/** What `npm run bench -- engine` was asked to do. */
export interface Request {
  readonly quick: boolean;
  /** File for the rows; undefined: none. */
  readonly json: string | undefined;
  /** Only entries whose model, backend and precision ("llama-85m fp32 wasm") have this text. */
  readonly only: string;
}

export const usage = `npm run bench -- engine [options]

Sweeps, single streams and scoring of the lab's engine beside transformers.js and llama.cpp on the same
weights, in Node and in Chromium. llama.cpp comes from npm on demand, into a folder of its own.
All of it takes about an hour and writes docs/benchmarks.md.

Options
  --quick      a few minutes; writes no docs
  --json FILE  writes the rows
  --only TEXT  only where "MODEL PRECISION BACKEND" has TEXT, as in "llama-85m fp32 node"; writes no docs
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
