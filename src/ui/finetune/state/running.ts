const key = 'running-training';

// A browser may refuse this small storage: then a reload asks before it goes on, and nothing else breaks.

/** The training that this tab works on: what it goes on with by itself after a reload. */
export const running = {
  get id(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set id(id: string | null) {
    try {
      if (id === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, id);
    } catch {
      // told above
    }
  },
};
