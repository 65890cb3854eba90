import { describe, expect, it } from 'vitest';
import { defaultDecoding } from '../src/domain/decoding.ts';
import { parseRequest } from './requests.ts';

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
