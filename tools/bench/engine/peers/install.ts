import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const here = fileURLToPath(new URL('.', import.meta.url));
const Wanted = v.object({ dependencies: v.record(v.string(), v.string()) });
const Installed = v.object({ version: v.string() });

const read = (path: string): unknown => JSON.parse(readFileSync(join(here, path), 'utf8'));

/** Whether a peer is installed in the version that package.json pins. */
function isInstalled(name: string, version: string): boolean {
  const place = `node_modules/${name}/package.json`;
  return existsSync(join(here, place)) && v.parse(Installed, read(place)).version === version;
}

/** Where a peer's package is, or would be. */
export const peerFolder = (name: string): string => join(here, 'node_modules', name);

/**
 * Sees to it that the peers are installed: beside this file, by their own lock file, never among what the
 * lab depends on.
 * @throws an error that says what to do where they cannot be installed
 */
export function ensurePeer(name: string): void {
  const { dependencies } = v.parse(Wanted, read('package.json'));
  const version = dependencies[name];
  if (version === undefined)
    throw new Error(`${name} is none of the peers in ${here}package.json.`);
  if (isInstalled(name, version)) return;
  console.log(`installing ${name} ${version} into ${here}`);
  try {
    execFileSync('npm', ['ci'], {
      cwd: here,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  } catch (thrown) {
    throw new Error(
      `${name} ${version} could not be installed. It is needed to measure beside it: ` +
        `run "npm ci" in ${here} where a registry can be reached, or leave it out.`,
      { cause: thrown },
    );
  }
}
