import type { Scene } from '../scene.ts';
import type { Writer } from '../writer.ts';
import { writeExample, type Layout } from '../layouts/layout.ts';

/** A kind of document. `write` fills an empty writer. */
export interface Family {
  name: string;
  write(scene: Scene, writer: Writer): void;
}

/** How many examples a list gets: often few, sometimes as many as the stage allows. */
export function drawCount(scene: Scene, least = 1): number {
  const { random, most } = scene;
  const count = random.chance(0.45)
    ? random.integer(1, Math.min(4, most))
    : random.integer(1, most);
  return Math.max(least, count);
}

/** One example; `known` is the part of the answer that the examples before determine. */
export interface Example {
  query: string;
  answer: string;
  known?: string | undefined;
}

/** Writes examples until `count` are there or the scene's room is used up. */
export function writeExamples(
  scene: Scene,
  writer: Writer,
  layout: Layout,
  count: number,
  draw: (i: number) => Example,
): void {
  for (let i = 0; i < count; i++) {
    const { query, answer, known } = draw(i);
    if (i > 0 && writer.length + query.length + answer.length > scene.room) break;
    if (i > 0) writer.add(layout.separator);
    writeExample(writer, layout, query, answer, i + 1, known);
  }
}
