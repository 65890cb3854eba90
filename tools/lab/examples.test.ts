import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/experiments/document/read.ts';
import { documentOf, gallery } from '../../src/experiments/gallery/gallery.ts';

it('are the quick documents of the gallery, word for word', () => {
  expect(readdirSync('examples').toSorted()).toEqual(
    gallery.map(({ id }) => `${id.toLowerCase()}.json`).toSorted(),
  );
  for (const { id } of gallery) {
    const text = readFileSync(`examples/${id.toLowerCase()}.json`, 'utf8');
    expect(readDocument(text)).toEqual(documentOf(id, 'quick'));
  }
});
