import * as ort from 'onnxruntime-web';
import { toModel } from '../../../../src/onnx/graph/finish.ts';
import { writeModel } from '../../../../src/onnx/model/write.ts';
import { createGraph } from '../../../../src/onnx/ops/registry.ts';

// One product of matrices by the runtime's wasm, again and again: a process of its own for each number of
// threads, because the runtime takes that number once.
const [threads = '1', rows = '1', inner = '1', columns = '1'] = process.argv.slice(2);
const [m, k, n] = [rows, inner, columns].map(Number) as [number, number, number];
ort.env.wasm.numThreads = Number(threads);

const g = createGraph();
const factors = [g.input('a', 'float32', [m, k]), g.input('b', 'float32', [k, n])];
g.output('product', g.op('MatMul', factors));
const session = await ort.InferenceSession.create(writeModel(toModel(g)), {
  executionProviders: ['wasm'],
});
const feeds = {
  a: new ort.Tensor('float32', new Float32Array(m * k).fill(0.5), [m, k]),
  b: new ort.Tensor('float32', new Float32Array(k * n).fill(0.5), [k, n]),
};
const times: number[] = [];
for (let i = 0; i < 40; i++) {
  const start = performance.now();
  await session.run(feeds);
  times.push(performance.now() - start);
}
process.stdout.write(`${Math.min(...times)}\n`);
// its threads would keep the process alive
process.exit(0);
