import { Random } from '../../pretrain/corpus/random.ts';
import type { PlainDemonstration } from '../../../src/scoring/lab-80/schema.ts';
import type { Drawn } from './draw.ts';

/** How a demonstration is made worse, and how often: terse, wrong in what matters, or carelessly typed. */
export const shares = { terse: 0.4, wrong: 0.3, careless: 0.3 } as const;
export type Flaw = keyof typeof shares;

/** The bare answer; a text that has none breaks off in the middle. */
function terse({ short, answer }: Drawn): string {
  if (short !== answer && short !== '') return short;
  const words = answer.split(' ');
  return words.slice(0, Math.ceil(words.length / 2)).join(' ');
}

/** The same sentence with what another of the same task says; where there is none such, another's answer. */
function wrong({ task, category, short, answer }: Drawn, pool: readonly Drawn[], random: Random) {
  const others = pool.filter((it) => it.task === task && it.short !== short);
  const other = random.pick(
    others.length > 0 ? others : pool.filter((it) => it.category === category),
  );
  const at = short === answer ? -1 : answer.lastIndexOf(short);
  if (at < 0) return other.answer;
  return answer.slice(0, at) + other.short + answer.slice(at + short.length);
}

/** Small letters, no marks. */
const careless = ({ answer }: Drawn): string =>
  answer
    .toLowerCase()
    .replace(/[.,!?¿¡;:]+/g, '')
    .trim();

/**
 * The degraded twin of a pool: the same queries in the same order, every answer with one flaw. A flaw that
 * leaves an answer as it was gives way to the next.
 */
export function degrade(
  pool: readonly Drawn[],
  seed: string,
): (PlainDemonstration & { flaw: Flaw })[] {
  const random = new Random(seed);
  return pool.map((drawn) => {
    const { query, answer, category } = drawn;
    const flaws = Object.keys(shares) as Flaw[];
    const first = random.weighted(flaws.map((it) => [it, shares[it]] as const));
    const order = [first, ...flaws.filter((it) => it !== first)];
    for (const flaw of order) {
      const worse =
        flaw === 'terse'
          ? terse(drawn)
          : flaw === 'wrong'
            ? wrong(drawn, pool, random)
            : careless(drawn);
      if (worse !== answer && worse !== '') return { query, answer: worse, category, flaw };
    }
    throw new Error(`Nothing makes "${answer}" worse`);
  });
}
