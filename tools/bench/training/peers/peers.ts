import { join } from 'node:path';
import { ensurePackage } from '../../engine/peers/install.ts';

const here = import.meta.dirname;

/** Where the peers' packages are, or would be. */
export const peerPackages = join(here, 'node_modules');

/** Sees to it that the peers are installed. @throws an error that says what to do where they cannot be */
export function ensurePeers(): void {
  for (const name of ['@jax-js/jax', '@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'])
    ensurePackage(here, name);
}
