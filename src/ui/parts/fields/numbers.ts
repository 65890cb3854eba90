/** What a typed text reads as: a value, or why it is none. */
export type Read<T> = { readonly value: T } | { readonly reason: string };

/** A number, whole where it must be, in a range; both ends included. */
export function readNumber(
  text: string,
  { least = -Infinity, most = Infinity, whole = false } = {},
): Read<number> {
  const value = text.trim() === '' ? NaN : Number(text);
  if (
    Number.isFinite(value) &&
    value >= least &&
    value <= most &&
    (!whole || Number.isInteger(value))
  )
    return { value };
  const kind = whole ? 'a whole number' : 'a number';
  const range =
    most < Infinity ? ` from ${least} to ${most}` : least > -Infinity ? `, ${least} or more` : '';
  return { reason: `This must be ${kind}${range}.` };
}

/** "1, 2, 5-8" as whole numbers, in that order. */
export function readList(
  text: string,
  least: number,
  most: number,
  longest = 1000,
): Read<number[]> {
  const value: number[] = [];
  for (const part of text.split(/[,\s]+/).filter((each) => each !== '')) {
    const [, first, last = first] = /^(\d+)(?:[-–](\d+))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < least || to > most || from > to)
      return { reason: `“${part}” is no whole number from ${least} to ${most}.` };
    if (to - from >= longest) return { reason: `There may be ${longest} at most.` };
    for (let n = from; n <= to; n++) value.push(n);
  }
  return value.length > longest ? { reason: `There may be ${longest} at most.` } : { value };
}

export const writeList = (numbers: readonly number[]): string => numbers.join(', ');
