import { benchEngine } from './engine/main.ts';
import { benchExperiments } from './experiments/main.ts';
import { benchJudging } from './judging/main.ts';
import { benchPage } from './page/main.ts';
import { benchTraining } from './training/main.ts';

const [suite = 'page', ...options] = process.argv.slice(2);

/** Each returns the exit code. */
const suites: Readonly<Record<string, (options: string[]) => Promise<number>>> = {
  page: async () => {
    await benchPage();
    return 0;
  },
  engine: benchEngine,
  experiments: benchExperiments,
  judging: benchJudging,
  training: benchTraining,
};

const chosen = suites[suite];
if (chosen) {
  process.exitCode = await chosen(options);
} else {
  const names = Object.keys(suites).map((name) => `npm run bench -- ${name}`);
  console.error(`There is no benchmark “${suite}”. ${names.join(', ')}`);
  process.exitCode = 2;
}
