import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChatMessage } from '../../src/domain/prompt.ts';
import { ExportedModel } from '../pretrain/evaluate/exported-model.ts';
import { specialTokens } from '../pretrain/tokenizer/index.ts';
import { chatExample, chatPrompt, renderChat } from './chat-template.ts';
import { exportTwin, readManifest, twinDescription } from './export-twin.ts';
import { ownAnswers } from './own-answers.ts';
import { tinyModel, writePool } from './testing.ts';
import { trainTwin, twinPreference, twinTuning } from './twin.ts';
import { twinData } from './twin-data.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const base = tinyModel();
const about = {
  name: 'tiny',
  label: 'Tiny base',
  description: '',
  licence: 'MIT',
  contextLength: 512,
  trainedLength: 128,
  parameters: base.parameters.length,
  files: [],
};
const lines: string[] = [];
let folder: string;
let twin: Float32Array;

const request = () => ({ examples: 10, pool: join(folder, 'pool'), seed: 2 });
const train = (note: (line: string) => void) =>
  trainTwin(base, request(), note, {
    tuning: { ...twinTuning, peakLearningRate: 6e-3, epochs: 100, batch: 8 },
    preference: { ...twinPreference, peakLearningRate: 1e-5, epochs: 2 },
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'twin-'));
  writePool(join(folder, 'pool'));
  twin = await train((line) => lines.push(line));
  exportTwin(
    join(folder, 'tiny-instruct'),
    { ...base, parameters: twin },
    twinDescription(about, join(folder, 'tiny-instruct'), 2),
    ['fp32', 'q4'],
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('trainTwin', () => {
  it('gives the same floats again, and others than the base', async () => {
    expect(twin).not.toEqual(base.parameters);
    expect(await train(() => undefined)).toEqual(twin);
  });

  it('tells what it measured on what it did not learn, with n and interval', () => {
    for (const label of ['Base', 'Fine-tuned', 'Twin'])
      expect(lines.filter((line) => line.startsWith(`${label}, held out`))).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/word for word \d+\.\d % \[\d+\.\d, \d+\.\d\], n = 4 \|/);
    expect(lines.join('\n')).toMatch(/pairs; over the last \d+ steps: accuracy/);
  });
});

describe('the exported twin in transformers.js', () => {
  it('renders chats as our own renderer does, and tokenizes them alike', async () => {
    const { tokenizer } = await ExportedModel.open(join(folder, 'tiny-instruct'), 'fp32');
    const message = fc.record({
      role: fc.constantFrom<ChatMessage['role']>('system', 'user', 'assistant'),
      content: fc.oneof(fc.string(), fc.constantFrom(' padded\n\n', 'é', 'What barks?', '{{ x }}')),
    });
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 5 }), fc.boolean(), (chat, open) => {
        const settings = { add_generation_prompt: open };
        const text = tokenizer.apply_chat_template(chat, { ...settings, tokenize: false });
        expect(text).toBe(renderChat(chat, open));
      }),
    );
    const chat = [{ role: 'user', content: 'What barks?' }];
    const settings = { add_generation_prompt: true, return_tensor: false, return_dict: false };
    expect(tokenizer.apply_chat_template(chat, settings)).toEqual(
      chatExample([{ query: 'What barks?', answer: '' }], base.tokenizer).prompt,
    );
    expect(() => tokenizer.apply_chat_template([{ role: 'tool', content: '' }])).toThrow('roles');
  });

  it('answers a chat as the weights do, and ends by itself', async () => {
    const exported = await ExportedModel.open(join(folder, 'tiny-instruct'), 'fp32');
    const [learnt = []] = twinData(request()).training;
    const { query = '', answer } = learnt[0] ?? {};
    const prompt = chatPrompt([{ query, answer: null }]).slice(specialTokens[0].length);
    const found = await exported.continue(prompt, { maxNewTokens: 60, stop: [] });
    expect(found).toBe(answer);
    const [own] = await ownAnswers({ ...base, parameters: twin }, [learnt], 'greedy');
    expect(own).toMatchObject({ text: answer, stopReason: 'end-token' });
    await exported.close();
  });

  it('loads in 4 bits', async () => {
    const exported = await ExportedModel.open(join(folder, 'tiny-instruct'), 'q4');
    expect(await exported.logProbabilities([0, 5, 6])).toHaveLength(2);
    await exported.close();
  });
});

describe('exportTwin', () => {
  it('says what it is, and holds only the precision asked for', () => {
    const place = join(folder, 'only');
    exportTwin(place, { ...base, parameters: twin }, twinDescription(about, place, 2), ['q4']);
    const { name, label, description, files } = readManifest(place);
    expect([name, label]).toEqual(['only', 'Tiny instruct']);
    expect(description).toContain('instruct twin of Tiny base');
    expect(files.map(({ path }) => path).filter((path) => path.startsWith('onnx'))).toEqual([
      'onnx/model_q4.onnx',
    ]);
    for (const { path, sha256 } of files) {
      const content = readFileSync(join(place, path));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    const config = readFileSync(join(place, 'config.json'), 'utf8');
    expect(JSON.parse(config)).toMatchObject({ 'transformers.js_config': { dtype: 'q4' } });
  });
});
