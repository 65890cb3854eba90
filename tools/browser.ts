import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Switches every test needs: no calls home, and no sandbox as root. */
export const plainFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The same with a software WebGPU adapter, so that WebGPU is tested where there is no GPU. */
export const browserFlags = [
  ...plainFlags,
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

/** The Chromium that tests drive: $CHROMIUM, the system's, or the one Playwright keeps; undefined if none. */
export function browserPath(): string | undefined {
  return [process.env.CHROMIUM, ...known, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Gets a browser where there is none: Debian's own as root, else Playwright's download. */
export function ensureBrowser(): string {
  const found = browserPath();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium']);
  } else {
    run('npx', ['playwright', 'install', 'chromium']);
  }
  const installed = browserPath();
  if (!installed) throw new Error('No Chromium found: install one, or name it in $CHROMIUM.');
  return installed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`browser: ${ensureBrowser()}`);
}
