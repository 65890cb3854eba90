/** So many of a list, spread evenly over it; all where there are no more. */
export const spread = <T>(list: readonly T[], limit = list.length): T[] =>
  limit >= list.length
    ? [...list]
    : Array.from({ length: limit }, (_, i) => list[Math.floor((i * list.length) / limit)] as T);
