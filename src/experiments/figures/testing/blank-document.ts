import { parseHTML } from 'linkedom';

/** A document to draw in without a browser. */
export const blankDocument = (): Document =>
  parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document;
