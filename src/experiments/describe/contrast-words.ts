import type { Contrast, Where } from '../document/contrast.ts';

type Term = Contrast['terms'][number];

/** A level that says what it is by itself, or with its factor's name where it is a mere number. */
const levelWords = (factor: string, wanted: Where[string]): string => {
  const levels = [wanted].flat();
  const named = new Intl.ListFormat('en').format(levels);
  return levels.every((level) => /\p{L}/u.test(level)) ? named : `${factor} ${named}`;
};

/** Levels by factor, in words: "Spanish and French, N 10". */
export const whereWords = (where: Where): string =>
  Object.entries(where)
    .map(([factor, wanted]) => levelWords(factor, wanted))
    .join(', ') || 'all arms';

function termWords({ where, turn, items }: Term): string {
  const parts = [
    whereWords(where),
    turn !== undefined && (turn === 1 ? '1st turn' : '2nd turn'),
    items?.part !== undefined && `${items.part} items`,
    items?.category !== undefined && items.category,
  ];
  return parts.filter((part) => part !== false && part !== undefined).join(', ');
}

/** What a contrast takes from what: "(Base + URIAL) − (Base)". */
export function differenceWords({ terms }: Pick<Contrast, 'terms'>): string {
  return terms
    .map((term, i) => {
      const size = Math.abs(term.weight);
      const sign = term.weight < 0 ? '− ' : i === 0 ? '' : '+ ';
      return `${sign}${size === 1 ? '' : `${size} × `}(${termWords(term)})`;
    })
    .join(' ');
}

/** What a contrast should be for its claim to hold: "above 0". */
export function expectationWords({ expect }: Pick<Contrast, 'expect'>): string {
  const number = (value: number) => String(value).replace('-', '−');
  return expect.kind === 'near'
    ? `within ${number(expect.within)} of ${number(expect.than)}`
    : `${expect.kind} ${number(expect.than)}`;
}
