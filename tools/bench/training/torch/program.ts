import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Program } from '../node/open.ts';

/** Where a Python may have torch: $PYTHON, the system's own, the one on the path. */
const pythons = [process.env['PYTHON'], '/usr/bin/python3', 'python3'];

/** PyTorch by the first Python that has it; undefined where none does. */
export function torchProgram(): Program | undefined {
  const found = pythons.find(
    (python) =>
      python !== undefined &&
      spawnSync(python, ['-c', 'import numpy, torch'], { stdio: 'ignore' }).status === 0,
  );
  if (found === undefined) return undefined;
  const script = fileURLToPath(new URL('step.py', import.meta.url));
  return {
    name: 'PyTorch',
    command: found,
    options: [script],
    // by itself its threads wait awake, and on a virtual machine two teams of them are in each other's way
    ways: ['PASSIVE', 'ACTIVE'].map((policy) => ({ OMP_WAIT_POLICY: policy })),
  };
}
