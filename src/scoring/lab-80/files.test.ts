import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBench, readPool, readStyles } from './read.ts';
import { benchLanguages, type BenchStyle, type BenchTurn } from './schema.ts';
import { scoreAnswer } from './score.ts';
import { dress } from './style.ts';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../public/lab-80/${name}`, import.meta.url), 'utf8'));
const styles = readStyles(file('styles.json')).styles;
const halves = ['dev', 'test'] as const;

/** One turn with what the user has said until then. */
interface Case {
  name: string;
  turn: BenchTurn;
  query: string;
}

describe.each(benchLanguages.flatMap((language) => halves.map((half) => ({ language, half }))))(
  'every turn of $half in $language',
  ({ language, half }) => {
    const cases: Case[] = readBench(file(`${half}.${language}.json`)).items.flatMap(
      ({ id, turns }) =>
        turns.map((turn, i) => ({
          name: `${id}, turn ${i + 1}`,
          turn,
          query: turns
            .slice(0, i + 1)
            .map((it) => it.query)
            .join('\n'),
        })),
    );
    const dressed = styles[language] as BenchStyle[];
    const score = ({ turn, query }: Case, answer: string, style?: BenchStyle) =>
      scoreAnswer({ turn, answer, stopped: true, style, query });
    /** Names of the turns that an answer made for each earns content by, though it should not. */
    const flattered = (answer: (it: Case) => string, style?: BenchStyle): string[] =>
      cases.filter((it) => score(it, answer(it), style).content > 0).map(({ name }) => name);

    it('gives its own reference 10 in every style', () => {
      const less = dressed.flatMap((style) =>
        cases.filter((it) => {
          const { score: points, body } = score(it, dress(style, it.turn.answer), style);
          return points !== 10 || body !== it.turn.answer;
        }),
      );
      expect(less.map(({ name }) => name)).toEqual([]);
    });

    it('gives the plain reference 9, and content as much in any letter case', () => {
      for (const it of cases) {
        expect(score(it, it.turn.answer).score, it.name).toBe(9);
        if (it.turn.format === 'code' || it.name.startsWith('world-upper')) continue;
        expect(score(it, it.turn.answer.toUpperCase()).content, it.name).toBe(5);
        expect(score(it, it.turn.answer.toLowerCase()).content, it.name).toBe(5);
      }
    });

    it('gives nothing for an echo of the query, whole, shouted, begun or put together', () => {
      const last = ({ query }: Case): string => query.split('\n').at(-1) ?? '';
      const half = (text: string): string => {
        const words = text.split(' ');
        return words.slice(0, Math.ceil(words.length / 2)).join(' ');
      };
      expect(flattered(last)).toEqual([]);
      expect(flattered(({ query }) => query)).toEqual([]);
      expect(flattered((it) => last(it).toUpperCase())).toEqual([]);
      expect(flattered((it) => last(it).replace(/[?¿.]/g, ''))).toEqual([]);
      expect(flattered((it) => `${last(it)} ${last(it)}`)).toEqual([]);
      for (const style of dressed)
        expect(flattered((it) => dress(style, last(it)), style)).toEqual([]);
      expect(flattered((it) => half(last(it)))).toEqual([]);
    });

    it('gives nothing for silence, flattery or the style alone', () => {
      for (const answer of [
        '',
        '...',
        'I am happy to help you with this great question!',
        '¡Me alegra mucho ayudarte con esta gran pregunta!',
        "Je suis heureux de t'aider avec cette belle question !",
      ])
        expect(flattered(() => answer)).toEqual([]);
      for (const style of dressed) {
        expect(flattered(() => dress(style, ''), style)).toEqual([]);
        expect(flattered(() => dress(style, ''))).toEqual([]);
        expect(flattered(() => `${dress(style, '')} ${dress(style, '')}`, style)).toEqual([]);
      }
    });

    it('gives at most 2 when all candidates are listed, more questions follow, or it is denied', () => {
      for (const it of cases) {
        const { check, answer, format } = it.turn;
        const most = (text: string): void =>
          expect(score(it, text).content, `${it.name}: ${text}`).toBeLessThanOrEqual(2);
        most(`${answer}\n\n# Query\nAnd now?`);
        most(`${answer} Shall I tell you more?`);
        most(`${answer} ${'bla '.repeat(80)}`);
        if (check.kind === 'words' && check.none.length > 0)
          most([...check.none, ...check.all].join(', '));
        if (check.kind === 'words' && format === 'sentence' && !it.name.includes('negative'))
          most(answer.replace(/[^.!]+[.!]$/u, ' It is not so:$&'));
      }
    });

    it('gives little for what other turns are answered with', () => {
      const takers = cases.map((it) => ({
        name: it.name,
        taken: cases.filter(
          (other) => other.name !== it.name && score(it, other.turn.answer).content > 0,
        ),
      }));
      const foreign = takers
        .map(({ name, taken }) => ({
          name,
          // The other turn of the same item may ask for the same in another form.
          taken: taken.filter((it) => it.name.split(',')[0] !== name.split(',')[0]),
        }))
        .sort((a, b) => b.taken.length - a.taken.length);
      const [worst] = foreign;
      const share = (worst?.taken.length ?? 0) / (cases.length - 2);
      expect(share, `${worst?.name}: ${worst?.taken.map((it) => it.name).join('; ')}`).toBeLessThan(
        0.05,
      );
      console.info(
        `${half}.${language}: worst offender ${worst?.name}, ${worst?.taken.length} of ${cases.length - 2}`,
      );
    });
  },
);

describe('reading the files', () => {
  it('takes the pools', () => {
    for (const language of benchLanguages)
      for (const kind of ['pool', 'pool-degraded'])
        expect(readPool(file(`${kind}.${language}.json`)).language).toBe(language);
  });

  it('names the field that does not fit', () => {
    const bench = file('dev.en.json') as { items: { turns: { query: string }[] }[] };
    const [item] = bench.items;
    if (item?.turns[1]) item.turns[1].query = '';
    expect(() => readBench(bench)).toThrow(/items\.0\.turns\.1\.query/);
    expect(() => readBench({ ...bench, items: [] })).toThrow(/Lab-80 questions: items/);
    expect(() => readPool({ format: 'lab-80-pool' })).toThrow(/version/);
    expect(() => readStyles('x')).toThrow(/the file/);
  });
});
