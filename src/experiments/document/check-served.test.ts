import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { smallDocument } from '../testing/documents.ts';

const far = { name: 'far', url: 'http://localhost:8080/v1', model: 'm', api: 'completions' };
const asking = (set: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  served: [far],
  references: [{ label: 'it', set: { model: 'served:far', ...set } }],
  ...more,
});
const refused = (more: Record<string, unknown>) =>
  problemOf(Promise.resolve().then(() => smallDocument(more)));

describe('served models of a document', () => {
  it('are none unless it lists them', () => {
    expect(smallDocument().served).toEqual([]);
    expect(smallDocument(asking({})).served).toEqual([far]);
    expect(smallDocument(asking({ template: 'chat' })).references).toHaveLength(1);
  });

  it.each([
    ['ftp://localhost/v1', /begins with https/],
    ['http://example.org/v1', /begins with https/],
    ['https://user:word@example.org/v1', /keys have no place/],
    ['https://example.org/v1?api_key=abc', /keys have no place/],
    ['https://example.org/v1#abc', /keys have no place/],
    ['localhost', /is no address/],
  ])('are not at %s', async (url, why) => {
    const { code, message } = await refused({ served: [{ ...far, url }] });
    expect(code).toBe('bad-input');
    expect(message).toMatch(/^served\[0\]\.url: /);
    expect(message).toMatch(why);
  });

  it('have no field for a key', async () => {
    expect((await refused({ served: [{ ...far, key: 'sk' }] })).message).toMatch(
      /served\[0\]\.key: there is no such field/,
    );
  });

  it.each([
    [{ served: [far, far] }, /already/],
    [asking({}, { served: [] }), /“it”.*lists none of that name/],
    [asking({ precision: 'q4' }), /“it”.*precision/],
    [asking({ tuning: { kind: 'sft', preset: 'classroom' } }), /“it”.*(tuned|tuning)/],
    [asking({ decoding: { topK: 5, repetitionPenalty: 1.1 } }), /no topK, repetitionPenalty/],
    [asking({ decoding: { presencePenalty: 1 } }), /penaltyScope/],
    [asking({}, { served: [{ ...far, api: 'chat' }] }), /takes chats alone/],
    [asking({}, { scorers: [{ kind: 'likelihood' }] }), /likelihood/],
  ])('are refused what they cannot do: %#', async (more, why) => {
    const { code, message } = await refused(more);
    expect(code).toBe('bad-input');
    expect(message).toMatch(why);
  });
});
