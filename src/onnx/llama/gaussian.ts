/** Multiply-xorshift mixing of a 32-bit counter (the finaliser of MurmurHash3, public domain). */
const mix = (value: number): number => {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/**
 * A stream of standard normal numbers, determined by the seed: Box-Muller over a hashed counter.
 * Returns the function that draws the next one.
 */
export function gaussian(seed: number): () => number {
  const key = mix(mix(seed) ^ mix(Math.floor(seed / 2 ** 32)) ^ 0x9e3779b9);
  let counter = 0;
  let spare: number | undefined;
  const uniform = () => (mix(Math.imul(++counter, 0x9e3779b1) ^ key) + 0.5) / 2 ** 32;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
