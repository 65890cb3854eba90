/** What `npm run bench -- engine` says of itself. */
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
