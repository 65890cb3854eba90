import { spawn } from 'node:child_process';

/** All that can be said of the code without running it, in two lines side by side: each check fills a core. */
const lines = [
  ['format:check', 'eslint'],
  ['arrows', 'check'],
];

/** Runs a script of package.json; its output comes in one piece, when it is over. @returns the exit code */
function run(script: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    child.on('close', (code) => {
      console.log(`${script}: ${code === 0 ? 'nothing found' : 'failed'}\n${said}`.trimEnd());
      resolve(code ?? 1);
    });
  });
}

async function inTurn(scripts: readonly string[]): Promise<number[]> {
  const codes: number[] = [];
  for (const script of scripts) codes.push(await run(script));
  return codes;
}

const codes = await Promise.all(lines.map(inTurn));
process.exitCode = Math.max(...codes.flat());
