import type { BenchStyle } from './schema.ts';

/** An answer as the demonstrations of one draw show it: opening phrase, answer, closing phrase. */
export const dress = ({ opening, closing }: BenchStyle, answer: string): string =>
  [opening, answer, closing].filter((part) => part !== '').join(' ');
