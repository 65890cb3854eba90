import { describe, expect, it } from 'vitest';
import { defaultDecoding } from '../src/domain/decoding.ts';
import { parseRequest } from './requests.ts';

const settings = {
  schema: 1,
  method: 'sft',
  trained: { kind: 'adapter', rank: 8, alpha: 16, modules: ['q_proj'] },
  template: 'urial-fenced',
  answersOnly: false,
  epochs: 3,
  batch: 4,
  maxLength: 128,
  learningRate: 1e-3,
  schedule: 'linear',
  warmup: 0.1,
  weightDecay: 0,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  clipNorm: 1,
  beta: 0.1,
  validation: 0,
  seed: 0,
};
const job = { promptTokens: [1, 2], decoding: defaultDecoding, key: 'k' };

describe('parseRequest', () => {
  it('takes every request of the protocol as it is', () => {
    const requests = [
      { call: 'open', base: 'http://localhost/lab/' },
      { call: 'ping' },
      { call: 'cancel', id: 3 },
      { id: 1, call: 'load', input: { model: 'm', precision: 'q4', device: 'auto' } },
      { id: 2, call: 'tokenize', input: { texts: ['a', ''] } },
      { id: 3, call: 'pieces', input: { tokens: [0, 5] } },
      { id: 4, call: 'renderChat', input: { messages: [{ role: 'user', content: 'Hi' }] } },
      { id: 5, call: 'generate', input: job },
      { id: 6, call: 'generate', input: { ...job, adapter: 'a1'.repeat(32) } },
      {
        id: 7,
        call: 'score',
        input: {
          jobs: [{ promptTokens: [1], tokens: [2], adapter: 'training:t-1' }],
          alternatives: 0,
        },
      },
      {
        id: 8,
        call: 'planTraining',
        input: { settings, lengths: { training: [3], validation: [] } },
      },
      {
        id: 9,
        call: 'train',
        input: {
          id: 't-1',
          settings,
          rows: {
            method: 'sft',
            training: [{ tokens: [1, 2, 3], learnt: [[1, 3]] }],
            validation: [],
          },
          device: 'auto',
          validateEvery: 10,
          probes: [job],
          probeEvery: 0,
        },
      },
      { id: 10, call: 'pauseTraining', input: { id: 't-1' } },
      { id: 11, call: 'resumeTraining', input: { id: 't-1' } },
      { id: 12, call: 'storedTrainings', input: {} },
      { id: 13, call: 'discardTraining', input: { id: 't-1' } },
      {
        id: 14,
        call: 'saveAdapter',
        input: { bytes: Uint8Array.of(1), scaling: { r: 8, lora_alpha: 16 } },
      },
      { id: 15, call: 'readAdapter', input: { id: 'a1'.repeat(32) } },
      { id: 16, call: 'removeAdapter', input: { id: 'a1'.repeat(32) } },
      { id: 17, call: 'listAdapters', input: {} },
      { id: 18, call: 'mergeAdapter', input: { id: 'a1'.repeat(32), layers: 'fp32' } },
    ];
    for (const request of requests) expect(parseRequest(request)).toEqual(request);
  });

  it('refuses all else, naming the field', () => {
    const wrong: [unknown, RegExp][] = [
      [{ id: 1, call: 'generate', input: { ...job, promptTokens: [1.5] } }, /promptTokens/],
      [{ id: 1, call: 'generate', input: { ...job, decoding: { topP: 0 } } }, /decoding/],
      [
        { id: 1, call: 'load', input: { model: 'm', precision: 'fp8', device: 'auto' } },
        /precision/,
      ],
      [{ call: 'open', base: 'here' }, /base/],
      [{ id: 1, call: 'generate', input: { ...job, adapter: '../weights' } }, /adapter/],
      [{ id: 1, call: 'discardTraining', input: { id: 'a/b' } }, /id/],
      [
        { id: 1, call: 'saveAdapter', input: { bytes: 'x', scaling: { r: 1, lora_alpha: 1 } } },
        /bytes/,
      ],
      [{ id: 1, call: 'format-disk', input: {} }, /call/],
    ];
    for (const [data, field] of wrong) {
      expect(() => parseRequest(data)).toThrow(
        expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(field) }),
      );
    }
    for (const data of [null, 7, 'ping', undefined, []]) expect(() => parseRequest(data)).toThrow();
  });
});
