import type { InferenceSession, Tensor } from 'onnxruntime-common';

/** Results that sessions gave, by name, to see who frees them: for tests. */
export class Given {
  readonly #tensors: [name: string, tensor: Tensor][] = [];

  /** Keeps an eye on a session from now on. @returns the session */
  by(session: InferenceSession): InferenceSession {
    const run = session.run.bind(session) as (
      ...input: unknown[]
    ) => ReturnType<typeof session.run>;
    session.run = async (...input: unknown[]) => {
      const results = await run(...input);
      this.#tensors.push(...Object.entries(results));
      return results;
    };
    return session;
  }

  /** How many of these names were given, and how many of them nobody has freed. */
  count(...names: readonly string[]): { given: number; held: number } {
    const tensors = this.#tensors.filter(([name]) => names.includes(name));
    const held = tensors.filter(([, { location }]) => location !== 'none');
    return { given: tensors.length, held: held.length };
  }
}
