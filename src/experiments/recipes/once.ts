/**
 * A function of an object that is worked out once for each, and forgotten with it. Whoever asks passes
 * the same object every time and does not change it.
 */
export function oncePer<K extends object, T>(build: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { value: T }>();
  return (of) => {
    const found = known.get(of) ?? { value: build(of) };
    known.set(of, found);
    return found.value;
  };
}
