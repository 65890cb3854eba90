import { wilson } from '../../../src/scoring/statistics/wilson.ts';
import { Generator } from '../generate/generator.ts';
import { readWeights } from '../model/open.ts';
import { probeCases, probeName, runProbe } from '../probe/probe.ts';

/** Which probes to run on what. */
export interface ProbeRequest {
  readonly weights: string;
  readonly only: string;
  readonly count: number;
  readonly show: number;
  readonly threads: number;
}

const percent = (rate: number): string => `${(100 * rate).toFixed(0).padStart(3)} %`;

/**
 * Prints a line for every case: how many right, with a 95 % interval, and the seconds it took.
 * @throws ModelPlaceError where there is no model; the signal's reason when it aborts
 */
export async function probe(
  { weights, only, count, show, threads }: ProbeRequest,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const generator = await Generator.open(readWeights(weights), threads);
  try {
    print(`${generator.model.name}, ${count} questions each, 95 % interval (Wilson)`);
    for (const probeCase of probeCases.filter((each) => probeName(each).includes(only))) {
      const start = performance.now();
      const { right, wrong } = await runProbe(generator, probeCase, count, signal);
      const { low, high } = wilson(right, count);
      const seconds = (performance.now() - start) / 1000;
      print(
        `${probeName(probeCase).padEnd(18)} ${percent(right / count)}` +
          ` [${percent(low)}, ${percent(high)}]  ${seconds.toFixed(1).padStart(6)} s`,
      );
      for (const { answer, expected } of wrong.slice(0, show))
        print(`    ${JSON.stringify(answer)} for ${JSON.stringify(expected)}`);
    }
  } finally {
    await generator.close();
  }
}
