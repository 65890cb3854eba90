/** What a document to edit is made from. */
export type Origin =
  | { kind: 'template'; id: string; size: 'quick' | 'full' }
  /** A document written into the address (link.ts). */
  | { kind: 'link'; payload: string }
  /** A stored experiment, by its id. */
  | { kind: 'copy'; id: string };

/** What is open in Experiments, as the address says. */
export type Where =
  | { view: 'home' }
  | { view: 'claims' }
  /** The editor, with the draft that is in it where there is no origin. */
  | { view: 'editor'; origin: Origin | null }
  | { view: 'session'; id: string }
  | { view: 'rate'; id: string };

/** What a link's payload begins with: the version of its writing. */
export const linkMark = '1.';

/** Reads what follows `#/experiments/` in the address, decoded; ids have no slash. */
export function whereOf(rest: string): Where {
  const [first = '', second = '', third = ''] = rest.split('/');
  if (first === '') return { view: 'home' };
  if (first === 'claims') return { view: 'claims' };
  if (first === 'new') return { view: 'editor', origin: originOf(second, third) };
  return { view: second === 'rate' ? 'rate' : 'session', id: first };
}

function originOf(from: string, size: string): Origin | null {
  if (from === '') return null;
  if (from.startsWith(linkMark)) return { kind: 'link', payload: from.slice(linkMark.length) };
  if (/^E\d+$/.test(from))
    return { kind: 'template', id: from, size: size === 'full' ? 'full' : 'quick' };
  return { kind: 'copy', id: from };
}

const href = (...parts: string[]): string =>
  ['#/experiments', ...parts.map(encodeURIComponent)].join('/');

export const homeHref = href();
export const claimsHref = href('claims');
export const editorHref = href('new');
export const sessionHref = (id: string): string => href(id);
export const rateHref = (id: string): string => href(id, 'rate');

/** The address at which the editor begins with this. */
export function originHref(origin: Origin): string {
  if (origin.kind === 'link') return href('new', linkMark + origin.payload);
  if (origin.kind === 'copy') return href('new', origin.id);
  return origin.size === 'quick' ? href('new', origin.id) : href('new', origin.id, 'full');
}
