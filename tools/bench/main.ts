import { benchEngine } from './engine/main.ts';
import { benchPage } from './page/main.ts';

const [suite = 'page', ...options] = process.argv.slice(2);

if (suite === 'page') {
  await benchPage();
} else if (suite === 'engine') {
  process.exitCode = await benchEngine(options);
} else {
  console.error(
    `There is no benchmark “${suite}”. npm run bench -- page, or npm run bench -- engine`,
  );
  process.exitCode = 2;
}
