import type { FigurePoint } from '../../../experiments/figures/data.ts';
import type { DrawnPoint } from '../../../experiments/figures/draw/pen.ts';

export interface PointEvents {
  /** A point was pressed: by pointer, Enter or space. */
  readonly onopen?: ((point: FigurePoint) => void) | undefined;
  /** The point that is pointed at or has the focus; null when none is. */
  readonly onshow: (point: FigurePoint | null) => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

const centre = (element: Element): readonly [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

/** The nearest point in a direction; what lies aside of it counts as farther. */
function neighbour(points: readonly DrawnPoint[], from: Element, key: string): Element | undefined {
  const [dx, dy] = arrows[key] as readonly [number, number];
  const [x, y] = centre(from);
  let [best, least] = [undefined as Element | undefined, Infinity];
  for (const { element } of points) {
    const [px, py] = centre(element);
    const along = (px - x) * dx + (py - y) * dy;
    const aside = Math.abs((px - x) * dy) + Math.abs((py - y) * dx);
    if (along < 0.5 || along + 3 * aside >= least) continue;
    [best, least] = [element, along + 3 * aside];
  }
  return best;
}

/**
 * Makes a figure's points answer: arrow keys go from one to the next, Home and End to the first and last,
 * and only one of them is a stop of the Tab key. Returns what undoes it.
 */
export function attachPoints(
  node: HTMLElement,
  points: readonly DrawnPoint[],
  { onopen, onshow }: PointEvents,
): () => void {
  const known = new Map<Element, FigurePoint>(points.map((drawn) => [drawn.element, drawn.point]));
  const groupOf = ({ target }: Event): Element | null =>
    target instanceof Element ? target.closest('.point') : null;
  const pointOf = (event: Event): FigurePoint | undefined => {
    const group = groupOf(event);
    return group ? known.get(group) : undefined;
  };
  const go = (to: Element | undefined): void => (to as SVGElement | undefined)?.focus();

  const onclick = (event: Event): void => {
    const point = pointOf(event);
    if (point) onopen?.(point);
  };
  const onkeydown = (event: KeyboardEvent): void => {
    const group = groupOf(event);
    const point = pointOf(event);
    if (!group || !point || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') onopen?.(point);
    else if (event.key in arrows) go(neighbour(points, group, event.key));
    else if (event.key === 'Home') go(points[0]?.element);
    else if (event.key === 'End') go(points.at(-1)?.element);
    else return;
    event.preventDefault();
  };
  const onfocusin = (event: Event): void => {
    const group = groupOf(event);
    for (const { element } of points)
      element.setAttribute('tabindex', element === group ? '0' : '-1');
    onshow(pointOf(event) ?? null);
  };
  const onpointerover = (event: Event): void => onshow(pointOf(event) ?? null);
  const leave = (): void => onshow(null);

  const listeners = {
    click: onclick,
    keydown: onkeydown,
    focusin: onfocusin,
    focusout: leave,
    pointerover: onpointerover,
    pointerleave: leave,
  };
  for (const [type, listener] of Object.entries(listeners))
    node.addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of Object.entries(listeners))
      node.removeEventListener(type, listener as EventListener);
  };
}
