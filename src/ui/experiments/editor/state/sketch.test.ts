import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../../experiments/gallery/gallery.ts';
import { faultOf, keptOf, sketchOf, textOf, typed, written, type Sketch } from './sketch.ts';

const e4: Sketch = { document: documentOf('E4', 'quick'), text: null };

describe('a text that is typed', () => {
  it('becomes the document as soon as it is one, and stays as it was typed', () => {
    const text = JSON.stringify({ ...e4.document, title: 'Mine' });
    const now = typed(text, e4);
    expect([now.document.title, textOf(now), faultOf(now)]).toEqual(['Mine', text, null]);
  });

  it('leaves the document alone while it is none, and says where it is wrong', () => {
    const text = written(e4.document).replace('"kind": "shift"', '"kind": "shuffle"');
    const now = typed(text, e4);
    expect(now.document).toBe(e4.document);
    const line = text.split('\n').findIndex((each) => each.includes('shuffle')) + 1;
    const message = expect.stringMatching(
      /^factors\[0\]\.levels\[3\]\.set\.transforms\[0\]\.kind: /,
    );
    expect(faultOf(now)).toEqual({ message, line });

    const cut = text.slice(0, 200);
    expect(faultOf(typed(cut, e4))).toEqual({
      message: expect.stringMatching(/^This is not JSON/) as string,
      line: cut.split('\n').length,
    });
  });

  it('is no text of its own where it is what we would write', () => {
    expect(typed(written(e4.document), e4).text).toBeNull();
  });
});

describe('a kept sketch', () => {
  it('comes back, faults and all', () => {
    for (const sketch of [e4, typed('{', e4)])
      expect(sketchOf(structuredClone(keptOf(sketch)))).toEqual(sketch);
  });

  it('of an older schema comes back as text, so that nothing is lost', () => {
    const old = { ...e4.document, seeds: [] };
    const back = sketchOf({ schema: 1, document: old, text: null });
    expect(JSON.parse(back?.text ?? '')).toEqual(old);
    expect(back && faultOf(back)?.message).toMatch(/^seeds: /);
  });

  it('is none where there was none', () => {
    expect(sketchOf(undefined)).toBeNull();
  });
});
