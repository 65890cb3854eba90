const key = 'running-experiments';

// A browser may refuse this small storage: then a reload asks before it goes on, and nothing else breaks.

function read(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function write(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // told above
  }
}

/** Experiments that this tab runs: what it goes on with by itself after a reload. */
export const interrupted = {
  has: (id: string): boolean => read().includes(id),
  mark: (id: string): void => write([...new Set([...read(), id])]),
  unmark: (id: string): void => write(read().filter((other) => other !== id)),
};
