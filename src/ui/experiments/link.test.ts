import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { documentOf, gallery } from '../../experiments/gallery/gallery.ts';
import { smallDocument } from '../../experiments/testing/documents.ts';
import { longestPayload, payloadOf, readPayload } from './link.ts';

const given = (texts: readonly string[]) =>
  smallDocument({
    questions: {
      bench: 'given',
      items: texts.map((query, i) => ({ id: `q${i}`, turns: [{ query }] })),
    },
  });

it('carries every document of the gallery, in a link that can be passed on', async () => {
  for (const { id } of gallery)
    for (const size of ['quick', 'full'] as const) {
      const document = documentOf(id, size);
      const payload = await payloadOf(document);
      expect(payload).toMatch(/^[\w-]+$/);
      expect(payload.length).toBeLessThan(longestPayload / 10);
      expect(await readPayload(payload)).toEqual(document);
    }
});

it('carries any text', async () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const document = given(texts);
      expect(await readPayload(await payloadOf(document))).toEqual(document);
    }),
  );
});

describe('refuses in one clear line', () => {
  it('a document too long for a link', async () => {
    // texts that do not fold: digits of a counter, scattered
    const texts = Array.from({ length: 6000 }, (_, i) => String((i * 2_654_435_761) % 1e9 || 1));
    const { code, message, remedy } = await problemOf(payloadOf(given([...new Set(texts)])));
    expect([code, remedy]).toEqual(['bad-input', 'Save it as a file, and pass that on.']);
    expect(message).toMatch(/link of \d+ kB; links here hold 30 kB/);
  });

  it('whatever else stands in the address', async () => {
    const payload = await payloadOf(smallDocument());
    const damaged = [payload.slice(0, -9), `${payload.slice(0, 40)}!`, 'AAAA', ''];
    for (const each of damaged) {
      const { code, message } = await problemOf(readPayload(each));
      expect([code, message]).toEqual([
        'bad-input',
        'The link is damaged: no document can be read from it.',
      ]);
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await problemOf(readPayload(text))).code).toBe('bad-input');
      }),
    );
  });

  it('a little text that unfolds without end', async () => {
    const zeros = new Blob([new Uint8Array(20_000_000)]);
    const folded = await new Response(
      zeros.stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer();
    const payload = Buffer.from(folded).toString('base64url');
    expect(payload.length).toBeLessThan(longestPayload);
    const { detail } = await problemOf(readPayload(payload));
    expect(detail).toContain('more than 5000000 bytes');
  });

  it('a document of a later version', async () => {
    const later = { ...smallDocument(), version: 2 } as never;
    const { message } = await problemOf(readPayload(await payloadOf(later)));
    expect(message).toMatch(/^version: /);
  });
});
