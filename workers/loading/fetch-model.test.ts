import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeTinyModel } from '../../e2e/engine-page/tiny-model.ts';
import type { ModelManifest } from '../../src/domain/model.ts';
import type { LoadProgress } from '../protocol.ts';
import { fetchModel } from './fetch-model.ts';

vi.setConfig({ testTimeout: 30_000 });

// files on a real server, each test with a copy of its own to break
let root: string;
let base: string;
let folder: string;
let server: Server;
let asked: string[] = [];
/** Answers that a test wants in place of a file. */
let instead: Record<string, { status?: number; type?: string; body: string }> = {};
/** How often a file is still to break off in the middle. */
let breaks: Record<string, number> = {};
let count = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'fetch-'));
  writeTinyModel(join(root, 'original'));
  server = createServer(({ url = '' }, response) => {
    const path = url.split('/tiny/').at(-1) ?? '';
    asked.push(path);
    const { status = 200, type = 'application/octet-stream', body } = instead[path] ?? {};
    try {
      const content = body ?? readFileSync(join(root, url.slice('/lab/'.length)));
      response.writeHead(status, { 'content-type': type, 'content-length': content.length });
      const left = breaks[path] ?? 0;
      if (left === 0) return void response.end(content);
      breaks[path] = left - 1;
      // what was written has to be on its way before the line is cut
      response.write(content.slice(0, content.length / 2), () =>
        setTimeout(() => response.destroy(), 20),
      );
    } catch {
      response.writeHead(404).end('not here');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  const { port } = server.address() as AddressInfo;
  const copy = String(++count);
  folder = join(root, copy, 'models/tiny');
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'original'), folder, { recursive: true });
  base = `http://127.0.0.1:${port}/lab/${copy}/index.html#/playground`;
  asked = [];
  instead = {};
  breaks = {};
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const load = (
  precision: 'fp32' | 'q4' = 'fp32',
  tell: (p: LoadProgress) => void = () => undefined,
) => fetchModel({ model: 'tiny', precision, device: 'wasm' }, base, tell);

function editManifest(edit: (manifest: ModelManifest) => unknown): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as ModelManifest;
  writeFileSync(path, JSON.stringify(edit(manifest) ?? manifest));
}

describe('fetchModel', () => {
  it('asks once more for a file that breaks off in the middle, and no oftener', async () => {
    const path = 'onnx/model.onnx';
    breaks = { [path]: 1 };
    const model = await load();
    const bytes = Buffer.from(await model.files.graph.arrayBuffer());
    expect(bytes.equals(readFileSync(join(folder, path)))).toBe(true);
    expect(asked.filter((each) => each === path)).toHaveLength(2);
    breaks = { [path]: 9 };
    await expect(load()).rejects.toThrow(`${path} is missing: the connection broke off`);
    expect(breaks[path]).toBe(7);
  });

  it('fetches what one precision needs, once, and reads it', async () => {
    const model = await load();
    expect(asked.toSorted()).toEqual([
      'config.json',
      'generation_config.json',
      'manifest.json',
      'onnx/model.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    const bytes = Buffer.from(await model.files.graph.arrayBuffer());
    expect(bytes.equals(readFileSync(join(folder, 'onnx/model.onnx')))).toBe(true);
    expect(model.contextLength).toBe(160);
    expect(model.endTokens).toEqual([model.tokenizer.endToken]);
    expect(model.identity).toMatchObject({ id: 'tiny', precision: 'fp32' });
    expect(model.identity.files.map((file) => file.path)).not.toContain('onnx/model_q4.onnx');
  });

  it('tells progress in bytes, of all files together', async () => {
    const told: LoadProgress[] = [];
    const { identity } = await load('q4', (progress) => told.push(progress));
    const total = identity.files.reduce((sum, file) => sum + file.bytes, 0);
    expect(told.every((progress) => progress.total === total)).toBe(true);
    expect(Math.max(...told.map((progress) => progress.loaded))).toBe(total);
    expect(told.some((p) => p.stage === 'verify' && p.subject === 'onnx/model_q4.onnx')).toBe(true);
  });

  it('gives the same weights the same fingerprint, and others another', async () => {
    const first = (await load()).identity.fingerprint;
    expect((await load()).identity.fingerprint).toBe(first);
    expect((await load('q4')).identity.fingerprint).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
  });

  const page = { type: 'text/html; charset=utf-8', body: '<!doctype html><title>Home</title>' };
  it.each([
    ['onnx/model.onnx', { status: 404, body: '' }, 'file-missing'],
    ['onnx/model.onnx', { status: 500, body: '' }, 'file-missing'],
    ['onnx/model.onnx', page, 'file-missing'],
    ['onnx/model.onnx', { body: 'these are no weights' }, 'file-damaged'],
    ['config.json', { body: '{}' }, 'file-damaged'],
    ['tokenizer.json', { status: 404, body: '' }, 'tokenizer-missing'],
    ['tokenizer_config.json', page, 'tokenizer-missing'],
    ['manifest.json', { status: 404, body: '' }, 'file-missing'],
    ['manifest.json', page, 'file-missing'],
    ['manifest.json', { body: '{"name": 7}' }, 'file-damaged'],
    ['manifest.json', { body: 'hello' }, 'file-damaged'],
  ])('names %s where the server gives %j', async (path, answer, code) => {
    instead[path] = answer;
    await expect(load()).rejects.toMatchObject({
      code,
      message: expect.stringContaining(path),
      remedy: expect.stringMatching(/.{20}/),
    });
  });

  it('notices one changed byte', async () => {
    const graph = readFileSync(join(folder, 'onnx/model.onnx'));
    graph.writeUInt8(graph.readUInt8(1000) ^ 1, 1000);
    writeFileSync(join(folder, 'onnx/model.onnx'), graph);
    await expect(load()).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/onnx\/model\.onnx.*SHA-256/),
    });
    expect(asked.filter((path) => path === 'onnx/model.onnx').length).toBe(2);
  });

  it('names the field of a manifest, and a file that it should list', async () => {
    editManifest((manifest) => ({ ...manifest, contextLength: 'long' }));
    await expect(load()).rejects.toThrow(/manifest\.json.*contextLength/);
    editManifest((manifest) => ({
      ...manifest,
      contextLength: 160,
      files: manifest.files.filter((file) => !file.path.includes('q4')),
    }));
    await expect(load('q4')).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('onnx/model_q4.onnx'),
    });
  });

  it('never leaves the folder of the model', async () => {
    for (const path of ['../other/config.json', 'https://example.com/x', '/etc/x', 'a?b', '\\x']) {
      editManifest((manifest) => {
        manifest.files = [
          ...manifest.files.slice(0, 6),
          { bytes: 1, sha256: '0'.repeat(64), path },
        ];
      });
      await expect(load()).rejects.toMatchObject({ code: 'file-missing' });
    }
    for (const model of ['../tiny', 'a/b', '', '.', 'https://example.com']) {
      const request = { model, precision: 'fp32', device: 'wasm' } as const;
      await expect(fetchModel(request, base, () => undefined)).rejects.toMatchObject({
        code: 'bad-input',
      });
    }
    expect(asked.every((path) => path === 'manifest.json')).toBe(true);
  });

  it('says so where nobody answers', async () => {
    base = 'http://127.0.0.1:9/';
    await expect(load()).rejects.toMatchObject({ code: 'file-missing' });
  });
});
