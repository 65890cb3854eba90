type Part = 'runtime' | 'caches';

/** Adds up how long methods of some objects take, under the names of what they do. */
export class Clock {
  #spent: Record<Part, number> = { runtime: 0, caches: 0 };

  /** Milliseconds since the last reset. */
  get spent(): Readonly<Record<Part, number>> {
    return this.#spent;
  }

  reset(): void {
    this.#spent = { runtime: 0, caches: 0 };
  }

  /** Puts a clock on asynchronous methods of an object, which are not to overlap. @returns the object */
  on<Held extends object>(held: Held, methods: readonly (keyof Held)[], part: Part): Held {
    for (const name of methods) {
      const method = held[name] as (...args: unknown[]) => Promise<unknown>;
      const timed = async (...args: unknown[]): Promise<unknown> => {
        const start = performance.now();
        const result = await method.apply(held, args);
        this.#spent[part] += performance.now() - start;
        return result;
      };
      Object.defineProperty(held, name, { value: timed });
    }
    return held;
  }
}
