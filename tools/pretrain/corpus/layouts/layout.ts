import { wording, type Scene } from '../scene.ts';
import { capitalise, fill } from '../text.ts';
import { anyWord, someNames } from '../words/index.ts';
import { nonsense } from '../words/nonsense.ts';
import type { Writer } from '../writer.ts';
import { arrows, decorations, fences, headerPairs, leaders, separators } from './data.ts';

/** How the examples of one document are set; drawn afresh for each. */
export interface Layout {
  /** Decorated headers of question and answer; {n} is the example's number. */
  readonly headers: readonly [string, string];
  readonly fence: string | undefined;
  /** Whether unfenced text stands on the line after its header. */
  readonly block: boolean;
  /** Between question and answer. */
  readonly middle: string;
  /** Between examples. */
  readonly separator: string;
  /** Pairs on one line ("key -> value") instead of headers. */
  readonly arrow: string | undefined;
}

const live = [
  ['query', 'answer'],
  ['user', 'assistant'],
] as const;

/** Whether two header names are a pair of the live prompt, whatever their decoration. */
export const isLivePair = (ask: string, answer: string): boolean =>
  live.some(([a, b]) => a === ask.trim().toLowerCase() && b === answer.trim().toLowerCase());

function headerNames(scene: Scene): readonly [string, string] {
  const { random } = scene;
  const kind = random.next();
  if (kind < 0.58) return random.pick(headerPairs[scene.language]);
  if (kind < 0.68) return someNames(scene, 2) as [string, string];
  if (kind < 0.86) return [capitalise(anyWord(scene)), capitalise(anyWord(scene))];
  return [capitalise(nonsense(scene, 1)), capitalise(nonsense(scene, 2))];
}

/** A layout of headers, fenced in about half of the documents. */
export function drawLayout(scene: Scene, fenced = 0.48): Layout {
  const { random } = scene;
  let [ask, answer] = headerNames(scene);
  while (ask === answer || isLivePair(ask, answer)) [ask, answer] = headerNames(scene);
  const decoration = wording(scene, decorations);
  const letterCase = random.weighted([
    ['as is', 88],
    ['lower', 8],
    ['upper', 4],
  ] as const);
  const dress = (name: string): string => {
    const cased =
      letterCase === 'lower'
        ? name.toLowerCase()
        : letterCase === 'upper'
          ? name.toUpperCase()
          : name;
    return fill(decoration, { h: cased, n: '{n}' });
  };
  return {
    headers: [dress(ask), dress(answer)],
    fence: random.chance(fenced) ? random.pick(fences) : undefined,
    block: random.chance(0.4),
    middle: random.pick(['\n', '\n', '\n\n', '\n\n']),
    separator: random.pick(separators),
    arrow: undefined,
  };
}

/** Near or far: a model should learn to look back over any distance, a little further at a time. */
const drawLeader = ({ random }: Scene): string =>
  `${random.pick(leaders).repeat(random.integer(1, 10))} `;

/** Pairs on one line, for mappings and word lists. */
export function drawPairLayout(scene: Scene): Layout {
  const { random } = scene;
  return {
    ...drawLayout(scene, 0),
    arrow: random.chance(0.4) ? drawLeader(scene) : random.pick(arrows),
    separator: random.pick(['\n', '\n', '\n', '; ', '\n\n', ' / ']),
  };
}

/** Questions and answers one under the other, nothing before them. */
export const withoutHeaders = (layout: Layout): Layout => ({
  ...layout,
  headers: ['', ''],
  middle: '\n',
  separator: '\n\n',
});

function part(layout: Layout, which: 0 | 1, number: number): { before: string; after: string } {
  const header = layout.headers[which].replace('{n}', String(number));
  if (header === '') return { before: '', after: '' };
  if (layout.fence) return { before: `${header}\n${layout.fence}\n`, after: `\n${layout.fence}` };
  return { before: `${header}${layout.block ? '\n' : ' '}`, after: '' };
}

/** Writes the question of an example, up to where its answer begins. */
export function writeQuestion(writer: Writer, layout: Layout, query: string, number: number): void {
  if (layout.arrow) {
    writer.add(`${query}${layout.arrow}`);
    return;
  }
  const question = part(layout, 0, number);
  writer.add(question.before + query + question.after);
}

/** Writes an example whose answer runs on: nothing closes it. */
export function writeUnclosed(
  writer: Writer,
  layout: Layout,
  query: string,
  answer: string,
  number: number,
): void {
  writeQuestion(writer, layout, query, number);
  writer.add(layout.middle + part(layout, 1, number).before + answer);
}

/** Writes an example: question and answer, of which `known` is determined by the text before. */
export function writeExample(
  writer: Writer,
  layout: Layout,
  query: string,
  answer: string,
  number: number,
  known?: string,
): void {
  writeQuestion(writer, layout, query, number);
  if (layout.arrow) {
    writer.answer(answer, known);
    return;
  }
  const { before, after } = part(layout, 1, number);
  writer
    .add(layout.middle + before)
    .answer(answer, known)
    .add(after);
}
