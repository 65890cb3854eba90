import { landing } from '../../parts/lists.ts';

interface Drag {
  from: number;
  boxes: { top: number; height: number }[];
  gap: number;
  /** Where the pointer took hold, in page coordinates. */
  held: number;
  pointer: number;
  frame: number;
}

/** Within this distance of the window's edge the page scrolls along, in pixels. */
const edge = 72;

/** Dragging a card of a list up and down by its handle, with mouse, pen or finger. */
export class Reorder {
  #drag: Drag | null = null;
  /** Position of the dragged card; null where nothing is dragged. */
  from = $state<number | null>(null);
  /** Where it would land. */
  to = $state(0);
  #by = $state(0);
  readonly #drop: (from: number, to: number) => void;

  constructor(drop: (from: number, to: number) => void) {
    this.#drop = drop;
  }

  /** How far a card is moved aside while dragging, in pixels. */
  shift(index: number): number {
    const drag = this.#drag;
    if (this.from === null || !drag) return 0;
    if (index === this.from) return this.#by;
    const size = (drag.boxes[this.from]?.height ?? 0) + drag.gap;
    if (index > this.from && index <= this.to) return -size;
    if (index < this.from && index >= this.to) return size;
    return 0;
  }

  /** The pointer takes hold of a card's handle. */
  start(event: PointerEvent, index: number, list: HTMLElement): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const boxes = Array.from(list.children, (card) => {
      const { top, height } = card.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
    const [first, second] = boxes;
    const gap = first && second ? second.top - first.top - first.height : 0;
    const held = event.clientY + scrollY;
    this.#drag = { from: index, boxes, gap, held, pointer: event.clientY, frame: 0 };
    this.from = this.to = index;
    this.#by = 0;
    addEventListener('keydown', this.#onkeydown, true);
    this.#follow();
  }

  move(event: PointerEvent): void {
    if (this.#drag) this.#drag.pointer = event.clientY;
  }

  /** The pointer lets go: the card lands. */
  end(): void {
    const { from, to } = this;
    this.cancel();
    if (from !== null && from !== to) this.#drop(from, to);
  }

  /** The card goes back to where it was. */
  cancel(): void {
    if (this.#drag) cancelAnimationFrame(this.#drag.frame);
    this.#drag = null;
    this.from = null;
    removeEventListener('keydown', this.#onkeydown, true);
  }

  /** Escape lets go of the card, wherever the focus is, and does nothing else. */
  readonly #onkeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  /** Every frame: the card follows the pointer, and the page scrolls near an edge. */
  #follow(): void {
    const drag = this.#drag;
    if (!drag) return;
    const { pointer, held, boxes, from } = drag;
    if (pointer < edge) scrollBy(0, (pointer - edge) / 4);
    if (pointer > innerHeight - edge) scrollBy(0, (pointer - innerHeight + edge) / 4);
    const by = pointer + scrollY - held;
    if (by !== this.#by) {
      this.#by = by;
      this.to = landing(boxes, from, by);
    }
    drag.frame = requestAnimationFrame(() => this.#follow());
  }
}
