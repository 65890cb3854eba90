import { expect, it } from 'vitest';
import {
  claimsHref,
  editorHref,
  homeHref,
  originHref,
  rateHref,
  sessionHref,
  whereOf,
  type Origin,
} from './where.ts';

/** What follows the place in an address, as the router hands it on. */
const restOf = (href: string) => decodeURIComponent(href.replace(/^#\/experiments\/?/, ''));

it('finds its own addresses again', () => {
  expect(whereOf(restOf(homeHref))).toEqual({ view: 'home' });
  expect(whereOf(restOf(claimsHref))).toEqual({ view: 'claims' });
  expect(whereOf(restOf(editorHref))).toEqual({ view: 'editor', origin: null });
  expect(whereOf(restOf(sessionHref('a%b')))).toEqual({ view: 'session', id: 'a%b' });
  expect(whereOf(restOf(rateHref('x')))).toEqual({ view: 'rate', id: 'x' });
  const origins: Origin[] = [
    { kind: 'template', id: 'E4', size: 'quick' },
    { kind: 'template', id: 'E15', size: 'full' },
    { kind: 'link', payload: 'A-b_9' },
    { kind: 'copy', id: '6f9619ff-8b86-d011-b42d-00c04fc964ff' },
  ];
  for (const origin of origins)
    expect(whereOf(restOf(originHref(origin)))).toEqual({ view: 'editor', origin });
});
