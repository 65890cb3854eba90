import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, secret, served } from './parts/served.ts';
import { expect, test } from './parts/test.ts';

test('without a reader: consent and key by arguments and environment, and no key in the folder @long', async () => {
  test.setTimeout(300_000);
  const troubles = { seed: 6, share: 0.3, inARow: 2, kinds };
  const { document, server: standIn } = await served({ troubles }, { turns: 1 });
  const path = test.info().outputPath('served.json');
  writeFileSync(path, JSON.stringify(document));
  const folder = test.info().outputPath('out');
  const lab = (...args: string[]) => {
    const all = ['--import', 'tsx', 'tools/lab/main.ts', path, '--out', folder, ...args];
    const child = spawn(process.execPath, [...all, '--device', 'wasm'], {
      env: { ...process.env, LAB_TEST_KEY: secret },
    });
    let told = '';
    child.stdout.on('data', (part: Buffer) => (told += part.toString()));
    child.stderr.on('data', (part: Buffer) => (told += part.toString()));
    return new Promise<{ code: number | null; told: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, told })),
    );
  };
  const refused = await lab('--key-env', 'LAB_TEST_KEY');
  expect(refused.code).toBe(2);
  expect(refused.told).toContain(`agree with --send-to ${standIn.origin}`);
  expect(standIn.received).toEqual([]);
  const ran = await lab('--send-to', standIn.origin, '--key-env', 'LAB_TEST_KEY');
  expect(ran).toMatchObject({ code: 0, told: expect.stringContaining('24 of 24 cells') });
  expect(ran.told).not.toContain(secret);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile()))
    expect(readFileSync(join(file.parentPath, file.name), 'latin1')).not.toContain(secret);
  await standIn.stop();
});
