/** What a list of rows lets the keyboard do; rows are counted from 0. */
export interface GridActions {
  count: () => number;
  active: () => number;
  /** @param extend whether the rows left and reached are chosen too */
  move: (index: number, extend: boolean) => void;
  toggle: (index: number) => void;
  all: () => void;
  none: () => void;
  remove: (index: number) => void;
}

/** Rows that "Page Up" and "Page Down" go over. */
const page = 10;

/** Where a key leads from a row, or null for a key that does not move. */
export function rowAfter(key: string, active: number, count: number): number | null {
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target));
}

/** A handler for the keys of a grid whose rows take the focus. */
export function gridKeys(on: GridActions): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target, currentTarget } = event;
    if (altKey) return;
    const goal = rowAfter(key, on.active(), on.count());
    const atRow = target === currentTarget;
    if (goal !== null) on.move(goal, shiftKey);
    else if (key === 'a' && (ctrlKey || metaKey)) on.all();
    else if (key === ' ' && atRow) on.toggle(on.active());
    else if (key === 'Enter' && atRow) (target as Element).querySelector('a')?.click();
    else if (key === 'Escape') on.none();
    else if (key === 'Delete') on.remove(on.active());
    else return;
    event.preventDefault();
  };
}
