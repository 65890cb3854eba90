/** A list with one thing moved; the same list where nothing moves. `to` is kept within the list. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const target = Math.max(0, Math.min(list.length - 1, to));
  const thing = list[from];
  if (thing === undefined || from === target) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, target), thing, ...rest.slice(target)];
}

/** A list with a thing put in at a position. */
export function inserted<T>(list: readonly T[], at: number, thing: T): T[] {
  return [...list.slice(0, at), thing, ...list.slice(at)];
}

/** A list with the things of one id changed. */
export function changed<T extends { id: string }>(
  list: readonly T[],
  id: string,
  change: Partial<T>,
): T[] {
  return list.map((thing) => (thing.id === id ? { ...thing, ...change } : thing));
}

/** A label that no other has: "Base", "Base 2", "Base 3". */
export function freeLabel(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  let n = 2;
  while (taken.includes(`${stem} ${n}`)) n++;
  return `${stem} ${n}`;
}

/**
 * Where a dragged thing would land: among the others, as many go before it as have their middle above
 * the dragged one's middle.
 * @param boxes top and height of every thing in order, as they lay when the drag began
 * @param by how far the dragged one has gone down, in the same unit
 */
export function landing(
  boxes: readonly { top: number; height: number }[],
  from: number,
  by: number,
): number {
  const dragged = boxes[from];
  if (!dragged) return from;
  const top = dragged.top + by;
  const bottom = top + dragged.height;
  return boxes.filter((box, i) => {
    if (i === from) return false;
    const middle = box.top + box.height / 2;
    return i < from ? middle < top : middle < bottom;
  }).length;
}

/** A list with the thing at a position changed. */
export function replaced<T>(list: readonly T[], at: number, change: (thing: T) => T): T[] {
  return list.map((thing, i) => (i === at ? change(thing) : thing));
}
