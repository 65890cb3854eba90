import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { escaped, markup } from './markup.ts';

it('leaves every text a text, in elements and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { document } = parseHTML(markup`<p title="${text}">${text}</p>`.text);
      const p = document.querySelector('p');
      expect(document.querySelectorAll('*')).toHaveLength(1);
      expect(p?.textContent).toBe(text);
      expect(p?.getAttribute('title')).toBe(text);
    }),
  );
});

it('keeps markup as it is, joins lists, and leaves nothing for null and false', () => {
  const rows = ['<b>', 'two'].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${rows}${null}${false}${3}</ul>`.text).toBe(
    '<ul><li>&lt;b&gt;</li><li>two</li>3</ul>',
  );
  expect(escaped(`<script>"&'`)).toBe('&lt;script&gt;&quot;&amp;&#39;');
});
