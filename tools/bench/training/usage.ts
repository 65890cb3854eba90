/** What `npm run bench -- training` says of itself. */
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
