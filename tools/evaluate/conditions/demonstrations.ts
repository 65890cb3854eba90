import { uniform } from '../../../src/domain/draw.ts';
import { categoriesInTurn, shuffled } from '../../../src/domain/shuffle.ts';
import {
  categories,
  type BenchItem,
  type BenchStyle,
  type PlainDemonstration,
} from '../../../src/scoring/lab-80/schema.ts';
import { dress } from '../../../src/scoring/lab-80/style.ts';
import type { AnswerKind, Arm } from './condition.ts';
import type { Material } from './material.ts';

/** The style that the answers of a draw are dressed in. */
export function styleOf({ styles, language }: Material, draw: number): BenchStyle {
  const style = styles[draw % styles.length];
  if (!style) throw new RangeError(`there is no style for ${language}`);
  return style;
}

/** A draw's order of the pool: a larger N has a smaller one's demonstrations in front. */
export const poolOrder = (
  pool: readonly PlainDemonstration[],
  draw: number,
): PlainDemonstration[] => categoriesInTurn(pool, categories, draw);

const orders = new WeakMap<readonly PlainDemonstration[], Map<number, PlainDemonstration[]>>();

/** `poolOrder`, worked out once for all items. */
function knownPoolOrder(pool: readonly PlainDemonstration[], draw: number): PlainDemonstration[] {
  const known = orders.get(pool) ?? new Map<number, PlainDemonstration[]>();
  orders.set(pool, known);
  const order = known.get(draw) ?? poolOrder(pool, draw);
  known.set(draw, order);
  return order;
}

function chosen(
  { pool }: Material,
  item: BenchItem,
  count: number,
  draw: number,
): PlainDemonstration[] {
  const order =
    item.part === 'world'
      ? knownPoolOrder(pool, draw)
      : shuffled(item.demonstrations, draw, `item/${item.id}`);
  if (order.length < count)
    throw new RangeError(
      `${item.id}: ${count} demonstrations are asked for, there are ${order.length}`,
    );
  return order.slice(0, count);
}

/** The answer of some other category, for demonstration number `index`. */
function foreignAnswer(
  { pool }: Material,
  { category }: PlainDemonstration,
  draw: number,
  index: number,
): string {
  const others = pool.filter((shown) => shown.category !== category);
  const other = others[Math.floor(uniform(draw, 'out-of-domain', index) * others.length)];
  if (!other) throw new RangeError('the pool has one category only: no answer is out of domain');
  return other.answer;
}

const answersOf: Record<
  AnswerKind,
  (material: Material, shown: readonly PlainDemonstration[], draw: number) => string[]
> = {
  correct: (_, shown) => shown.map(({ answer }) => answer),
  // A[i + 1], as in the published three-example prompt (arXiv 2405.19874, section 4)
  shifted: (_, shown) =>
    shown.map((__, i) => (shown[(i + 1) % shown.length] as PlainDemonstration).answer),
  'out-of-domain': (material, shown, draw) =>
    shown.map((demonstration, i) => foreignAnswer(material, demonstration, draw, i)),
};

/**
 * The demonstrations of an arm for an item under a draw, answers dressed in the draw's style. Those of
 * the world part are the same for all items; those of a context item are its own.
 * @throws RangeError where there are too few
 */
export function demonstrationsFor(
  material: Material,
  item: BenchItem,
  { shown: count, answers }: Pick<Arm, 'shown' | 'answers'>,
  draw: number,
): PlainDemonstration[] {
  const shown = chosen(material, item, count, draw);
  const style = styleOf(material, draw);
  return answersOf[answers](material, shown, draw).map((answer, i) => ({
    ...(shown[i] as PlainDemonstration),
    answer: dress(style, answer),
  }));
}
