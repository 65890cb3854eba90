import { languages, type Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { english } from './talk/english.ts';
import { french } from './talk/french.ts';
import { spanish } from './talk/spanish.ts';
import type { Item, Task } from './task.ts';

/** One entry of the hand-written questions and answers. */
export interface Entry {
  asks: readonly string[];
  short: string;
  full: string;
  more?: string;
  parts?: readonly string[];
}

const texts: Record<Language, string> = { en: english, es: spanish, fr: french };

/**
 * Reads one block of lines: "?" a wording of the question, the most natural first; "=" the short answer;
 * "+" the full answer; "&" one more sentence; "-" a step or member.
 */
function parse(block: string): Entry {
  const of = (sign: string): string[] =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${sign} `))
      .map((line) => line.slice(2));
  const [short] = of('=');
  const [full] = of('+');
  if (!short || !full || of('?').length === 0) throw new Error(`Incomplete entry: ${block}`);
  const [more] = of('&');
  const parts = of('-');
  return { asks: of('?'), short, full, ...(more && { more }), ...(parts.length > 0 && { parts }) };
}

/** The entries by language. */
export const entries = Object.fromEntries(
  languages.map((language) => [
    language,
    texts[language]
      .trim()
      .split(/\n\s*\n/)
      .map(parse),
  ]),
) as Record<Language, Entry[]>;

function draw(scene: Scene): Item {
  const { asks, ...rest } = scene.random.pick(entries[scene.language]);
  return { task: 'talk', query: wording(scene, asks), ...rest };
}

export const talkTasks: readonly Task[] = [
  { name: 'talk', kind: 'talk', weight: 4, languages, draw },
];
