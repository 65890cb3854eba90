import { Problem } from '../domain/problem.ts';

/** A function body of vector instructions, as small as can be: () => i32x4.dot_i16x8_s(0, 0). */
const vectorCode = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 16, 1, 14, 0],
  ...[65, 0, 253, 15, 65, 0, 253, 15, 253, 186, 1, 26, 11],
);

/** A browser too old for module workers never asks for the type; one that knows them refuses this one. */
function hasModuleWorkers(): boolean {
  let asked = false;
  const options = {
    get type() {
      asked = true;
      return 'neither' as 'module';
    },
  };
  try {
    new Worker('', options).terminate();
  } catch {
    // refused before anything is fetched
  }
  return asked;
}

const needs: [name: string, there: () => boolean][] = [
  ['a secure address (https, or localhost)', () => isSecureContext],
  ['WebAssembly', () => typeof WebAssembly === 'object'],
  ['WebAssembly’s vector instructions (SIMD)', () => WebAssembly.validate(vectorCode)],
  ['64-bit whole numbers (BigInt64Array)', () => typeof BigInt64Array === 'function'],
  ['module workers', hasModuleWorkers],
];

/** What this browser lacks to run a model, as a Problem that names all of it; null where nothing is missing. */
export function findMissing(): Problem | null {
  const missing = needs.filter(([, there]) => !works(there)).map(([name]) => name);
  if (missing.length === 0) return null;
  return new Problem({
    code: 'browser-unsupported',
    message: `This browser cannot run the lab’s models. It lacks: ${missing.join('; ')}.`,
    remedy: isSecureContext
      ? 'Use a current Chrome, Edge, Firefox or Safari. Stored runs can still be read here.'
      : 'Open the lab under https, or on this machine under localhost.',
  });
}

function works(there: () => boolean): boolean {
  try {
    return there();
  } catch {
    return false;
  }
}
