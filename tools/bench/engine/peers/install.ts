import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const here = fileURLToPath(new URL('.', import.meta.url));
const Wanted = v.object({ dependencies: v.record(v.string(), v.string()) });
const Installed = v.object({ version: v.string() });

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Whether a peer is installed in the version that package.json pins. */
function isInstalled(folder: string, name: string, version: string): boolean {
  const place = join(folder, 'node_modules', name, 'package.json');
  return existsSync(place) && v.parse(Installed, read(place)).version === version;
}

/** Where a peer's package is, or would be. */
export const peerFolder = (name: string): string => join(here, 'node_modules', name);

/** Sees to it that a peer of the engine is installed: see `ensurePackage`. */
export const ensurePeer = (name: string): void => ensurePackage(here, name);

/**
 * Sees to it that a folder's peers are installed: beside its package.json, by its own lock file, never among
 * what the lab depends on.
 * @throws an error that says what to do where they cannot be installed
 */
export function ensurePackage(folder: string, name: string): void {
  const { dependencies } = v.parse(Wanted, read(join(folder, 'package.json')));
  const version = dependencies[name];
  if (version === undefined)
    throw new Error(`${name} is none of the peers in ${join(folder, 'package.json')}.`);
  if (isInstalled(folder, name, version)) return;
  console.log(`installing ${name} ${version} into ${folder}`);
  try {
    execFileSync('npm', ['ci'], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  } catch (thrown) {
    throw new Error(
      `${name} ${version} could not be installed. It is needed to measure beside it: ` +
        `run "npm ci" in ${folder} where a registry can be reached, or leave it out.`,
      { cause: thrown },
    );
  }
}
