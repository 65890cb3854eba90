import { availableParallelism } from 'node:os';
import { build, preview } from 'vite';
import { timeSampler } from '../../../workers/sampler/sampler.bench.ts';
import { ensureBrowser } from '../../browser.ts';
import { firstToken, type FirstToken } from './first-token.ts';
import { isRuntimeGlue, scriptWeights, type Weight } from './weight.ts';
import { median } from '../median.ts';

const rounds = 5;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

function printWeights(outDir: string): void {
  const weights = scriptWeights(outDir);
  const own = weights.filter(({ file }) => !isRuntimeGlue(file));
  const line = (gzip: number, what: string) =>
    console.log(`  ${kilobytes(gzip).padStart(10)}  ${what}`);
  console.log('\nJavaScript of the built page (gzip)');
  for (const comes of ['page', 'worker', 'later'] as const) {
    const those = own.filter((weight) => weight.comes === comes);
    for (const { file, gzip } of those) line(gzip, `${comes}: ${file}`);
    line(sumOf(those), `${comes}, together`);
  }
  for (const { file, gzip } of weights) if (isRuntimeGlue(file)) line(gzip, `${file} (runtime)`);
  line(
    sumOf(own.filter(({ comes }) => comes !== 'later')),
    'page and worker, before anything is asked',
  );
}

const sumOf = (weights: readonly Weight[]): number =>
  weights.reduce((sum, { gzip }) => sum + gzip, 0);

function printFirstTokens(results: FirstToken[]): void {
  console.log(
    `\nFirst token after opening the page (n = ${rounds} fresh profiles, ${availableParallelism()} cores)`,
  );
  for (const device of ['wasm', 'webgpu']) {
    const of = results.filter((r) => r.device === device);
    const ready = median(of.map((r) => r.ready));
    const first = of.map((r) => r.first);
    console.log(
      `  ${device.padEnd(7)} model ready ${seconds(ready)}, first token ${seconds(median(first))} ` +
        `(${seconds(Math.min(...first))} to ${seconds(Math.max(...first))})` +
        (device === 'webgpu' ? ', software adapter: shows order, not speed' : ''),
    );
  }
}

function printSampler(): void {
  console.log('\nOne draw of the sampler in Node (median of 31), and its ratio to a greedy one');
  let greedy = NaN;
  for (const { vocabularySize, setting, time } of timeSampler()) {
    if (setting === 'greedy') greedy = time;
    const size = `V = ${vocabularySize}`.padEnd(11);
    console.log(
      `  ${size} ${setting.padEnd(11)} ${time.toFixed(3).padStart(7)} ms  x ${(time / greedy).toFixed(1)}`,
    );
  }
}

/** Weighs the built page and times its first words; prints what docs/benchmarks.md records. */
export async function benchPage(): Promise<void> {
  ensureBrowser();
  await build({ logLevel: 'warn' });
  printWeights('dist');
  printSampler();
  const server = await preview({ preview: { port: 4373, host: '127.0.0.1' } });
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    const results: FirstToken[] = [];
    // in turn, so that a drifting machine touches both alike
    for (let round = 0; round < rounds; round++) {
      results.push(await firstToken(address, 'wasm'), await firstToken(address, 'webgpu'));
    }
    printFirstTokens(results);
  } finally {
    await server.close();
  }
}
