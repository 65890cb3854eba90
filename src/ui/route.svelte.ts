/** The lab's places, in the order of the navigation. Hash routes work on any static host. */
export const places = [
  { id: 'playground', label: 'Playground' },
  { id: 'finetune', label: 'Fine-tune' },
  { id: 'experiments', label: 'Experiments' },
  { id: 'benchmarks', label: 'Benchmarks' },
  { id: 'runs', label: 'Runs' },
] as const;
export type PlaceId = (typeof places)[number]['id'];

function read(): { place: PlaceId; rest: string } {
  const [, id = '', ...rest] = location.hash.split('/');
  const place = places.find((p) => p.id === id)?.id ?? 'playground';
  return { place, rest: decoded(rest.join('/')) };
}

/** An address typed or cut by hand may hold a lone %: it is taken as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the reader is: a place and what is open in it (`#/runs/<id>`). */
class Route {
  #now = $state(read());

  constructor() {
    addEventListener('hashchange', () => (this.#now = read()));
  }

  get place(): PlaceId {
    return this.#now.place;
  }

  /** What follows the place in the address, decoded; empty for none. */
  get rest(): string {
    return this.#now.rest;
  }

  go(place: PlaceId, rest = ''): void {
    location.hash = hrefOf(place, rest);
  }
}

/** The address of a place, for links. */
export function hrefOf(place: PlaceId, rest = ''): string {
  return `#/${place}${rest === '' ? '' : `/${encodeURIComponent(rest)}`}`;
}

export const route = new Route();
