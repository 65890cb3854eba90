import { chunksOf, type StepShape } from './learnt-rows.ts';

/** A text with the places whose tokens are to be learnt: spans [start, end) of tokens, none at 0. */
export interface LearntText {
  readonly tokens: readonly number[];
  readonly learnt: readonly (readonly [start: number, end: number])[];
}

/** What a graph's input is fed with. */
export type Feed =
  | { readonly dtype: 'int64'; readonly dims: readonly number[]; readonly data: BigInt64Array }
  | { readonly dtype: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array };

export type Feeds = Readonly<Record<string, Feed>>;

const int64 = (dims: readonly number[], values: readonly number[]): Feed => ({
  dtype: 'int64',
  dims,
  data: BigInt64Array.from(values, BigInt),
});

const float32 = (dims: readonly number[], data: Float32Array): Feed => ({
  dtype: 'float32',
  dims,
  data,
});

/** How many tokens of a text are learnt: the rows R that it takes. */
export const learntCount = ({ learnt }: LearntText): number =>
  learnt.reduce((count, [start, end]) => count + end - start, 0);

/** Positions T that a text takes: nothing follows its last token, which is therefore not read. */
export const lengthOf = ({ tokens }: LearntText): number => tokens.length - 1;

/** A micro-batch laid out: what `batchInputs` declares, and whose each learnt position is. */
interface LaidOut {
  readonly feeds: Feeds;
  /** The text of each of the R positions; undefined where it only fills up. */
  readonly owners: readonly (number | undefined)[];
}

function layOut(texts: readonly LearntText[], shape: StepShape): LaidOut {
  const { batch, length, rows } = shape;
  if (texts.length > batch) throw new Error(`${texts.length} texts in a batch of ${batch}`);
  const ids = new Array<number>(batch * length).fill(0);
  const places = new Array<number>(batch * length).fill(rows);
  const learnt: number[] = [];
  const labels: number[] = [];
  const owners: number[] = [];
  texts.forEach((text, row) => {
    if (lengthOf(text) > length)
      throw new Error(`text ${row} takes ${lengthOf(text)} positions, a row has ${length}`);
    text.tokens.slice(0, -1).forEach((token, at) => (ids[row * length + at] = token));
    for (const [start, end] of text.learnt)
      for (let at = start; at < end; at++) {
        const position = row * length + at - 1;
        places[position] = learnt.length;
        learnt.push(position);
        labels.push(text.tokens[at] as number);
        owners.push(row);
      }
  });
  if (learnt.length > rows) throw new Error(`${learnt.length} learnt tokens, room for ${rows}`);
  const filled = (values: readonly number[]) =>
    Array.from({ length: rows }, (_, i) => values[i] ?? 0);
  const allLabels = filled(labels);
  return {
    feeds: {
      ids: int64([batch, length], ids),
      rows: int64([rows], filled(learnt)),
      places: int64([batch * length], places),
      ...Object.fromEntries(
        chunksOf(shape).map(({ start, end }, k) => [
          `labels.${k}`,
          int64([end - start, 1], allLabels.slice(start, end)),
        ]),
      ),
    },
    owners: Array.from({ length: rows }, (_, i) => owners[i]),
  };
}

/** Only what `buildLogProbs` reads; results are in the texts' order, then filling. */
export function logProbFeeds(texts: readonly LearntText[], shape: StepShape): Feeds {
  return withoutPlaces(layOut(texts, shape).feeds);
}

/** Leaves out what only gradients read: for `buildLoss`. */
export function withoutPlaces(feeds: Feeds): Feeds {
  return Object.fromEntries(Object.entries(feeds).filter(([name]) => name !== 'places'));
}

/**
 * A micro-batch for imitation.
 * @param tokens learnt ones of the whole step, all its micro-batches together
 * @throws Error where the texts do not fit into the shape
 */
export function sftFeeds(texts: readonly LearntText[], shape: StepShape, tokens: number): Feeds {
  const { feeds, owners } = layOut(texts, shape);
  return {
    ...feeds,
    weights: float32(
      [shape.rows, 1],
      Float32Array.from(owners, (owner) => Number(owner !== undefined)),
    ),
    share: float32([], Float32Array.of(1 / tokens)),
  };
}

/** Two answers under one prompt, and their log-probabilities (nats) under the model before training. */
export interface ReferencedPair {
  readonly chosen: LearntText;
  readonly rejected: LearntText;
  readonly reference: { readonly chosen: number; readonly rejected: number };
}

/**
 * A micro-batch of preferences, of at most shape.batch / 2 pairs.
 * @param count pairs of the whole step, all its micro-batches together
 * @throws Error where the texts do not fit into the shape
 */
export function dpoFeeds(pairs: readonly ReferencedPair[], shape: StepShape, count: number): Feeds {
  const room = shape.batch / 2;
  if (pairs.length > room) throw new Error(`${pairs.length} pairs in a batch of ${room}`);
  const filling: LearntText = { tokens: [0], learnt: [] };
  const stacked = (pick: (pair: ReferencedPair) => LearntText): LearntText[] =>
    Array.from({ length: room }, (_, i) => (pairs[i] ? pick(pairs[i]) : filling));
  const texts = [...stacked(({ chosen }) => chosen), ...stacked(({ rejected }) => rejected)];
  const { feeds, owners } = layOut(texts, shape);
  const answers = new Float32Array(2 * room * shape.rows);
  owners.forEach((owner, row) => {
    if (owner !== undefined) answers[owner * shape.rows + row] = 1;
  });
  const numbers = (size: number, at: (i: number) => number | undefined) =>
    float32(
      [size],
      Float32Array.from({ length: size }, (_, i) => at(i) ?? 0),
    );
  return {
    ...feeds,
    answers: float32([2 * room, shape.rows], answers),
    reference: numbers(2 * room, (i) =>
      i < room ? pairs[i]?.reference.chosen : pairs[i - room]?.reference.rejected,
    ),
    present: numbers(room, (i) => Number(i < pairs.length)),
    share: float32([], Float32Array.of(1 / count)),
  };
}
