import * as v from 'valibot';
import { Problem } from '../domain/problem.ts';
import { layouts } from '../domain/template.ts';
import { findHeadings, lineOf, locate, type Heading } from './urial-blocks.ts';

const UrialPart = v.object({
  what: v.picklist(['rules', 'query', 'answer']),
  /** Which pair it belongs to, from 0; 0 for rules. */
  of: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The file's own characters since the last part. */
  before: v.string(),
});

/** How a file spells all that stands between its texts, so that it can be written back byte for byte. */
export const UrialSpelling = v.object({ parts: v.array(UrialPart), tail: v.string() });
export type UrialSpelling = v.InferOutput<typeof UrialSpelling>;

export interface UrialContent {
  /** Without surrounding white space; empty for none. */
  rules: string;
  pairs: readonly { query: string; answer: string }[];
  /** Headings Query and Answer with fences, or User and Assistant without. */
  variant: 'urial-fenced' | 'urial-chat';
}

export interface UrialFile extends UrialContent {
  spelling: UrialSpelling;
  /** What the reader should check, each with its line. */
  warnings: string[];
}

/**
 * Reads a URIAL prompt file (Re-Align/URIAL, urial_prompts): `# Instruction` and a rules paragraph,
 * then blocks of query and answer. Texts are taken as they stand; an answer belongs to the nearest open
 * query above it.
 * @param name of the file, for messages
 * @throws Problem 'bad-input', naming the line
 */
export function readUrial(text: string, name: string): UrialFile {
  const headings = findHeadings(text);
  const refuse = (message: string): never => {
    throw new Problem({
      code: 'bad-input',
      message: `${name}: ${message}`,
      remedy:
        'A URIAL prompt file has the headings "# Instruction", "# Query:" and "# Answer:" (or "# User:" and "# Assistant:"), each on a line of its own. Nothing was changed.',
    });
  };
  const [first] = headings;
  if (!first) return refuse('line 1: no heading of a URIAL prompt was found.');
  if (text.slice(0, first.start).trim() !== '')
    refuse('line 1: text stands before the first heading.');

  const warnings: string[] = [];
  const parts: UrialSpelling['parts'] = [];
  const pairs: { query: string; answer: string }[] = [];
  const open: { of: number; line: number }[] = [];
  let rules = '';
  let written = 0;

  const take = (heading: Heading, end: number, of: number): string => {
    const found = locate(text, heading, end);
    if (found.unclosed)
      warnings.push(`Line ${lineOf(text, heading.start)}: its code fence is not closed.`);
    parts.push({ what: heading.what, of, before: text.slice(written, found.start) });
    written = found.end;
    return text.slice(found.start, found.end);
  };

  headings.forEach((heading, i) => {
    const end = headings[i + 1]?.start ?? text.length;
    const line = lineOf(text, heading.start);
    if (heading.what === 'rules') {
      rules = take(heading, end, 0);
    } else if (heading.what === 'query') {
      open.push({ of: pairs.length, line });
      pairs.push({ query: take(heading, end, pairs.length), answer: '' });
    } else {
      const query = open.pop();
      if (!query) return refuse(`line ${line}: an answer stands here without a query before it.`);
      if (open.length > 0) {
        warnings.push(
          `Lines ${open[0]?.line ?? line} to ${line}: ${open.length + 1} queries stand before their answers. Each answer went to the nearest query above it; check demonstrations ${open.map((o) => o.of + 1).join(', ')} and ${query.of + 1}.`,
        );
      }
      const pair = pairs[query.of];
      if (pair) pair.answer = take(heading, end, query.of);
    }
  });
  for (const { of, line } of open) {
    warnings.push(
      `Line ${line}: the query has no answer; demonstration ${of + 1} has an empty one.`,
    );
  }
  const asked = headings.filter((h) => h.what === 'query');
  if (asked.some((h) => h.chat) && asked.some((h) => !h.chat)) {
    warnings.push('Both kinds of headings are in use; the layout of the first was taken.');
  }
  const variant = asked[0]?.chat ? 'urial-chat' : 'urial-fenced';
  return { rules, pairs, variant, spelling: { parts, tail: text.slice(written) }, warnings };
}

/**
 * Writes a URIAL prompt file. With the spelling of the file that the content came from, and as many
 * pairs, its own white space is kept; else the layout is the one of the prompt (domain/template.ts). A
 * query without an answer stands alone there; an answer without a query keeps an empty one above it, since
 * a file's answers belong to queries.
 */
export function writeUrial(content: UrialContent, spelling: UrialSpelling | null = null): string {
  if (spelling && fits(content, spelling)) {
    const texts = spelling.parts.map(({ what, of, before }) => {
      const pair = content.pairs[of];
      return before + (what === 'rules' ? content.rules : (pair?.[what] ?? ''));
    });
    return texts.join('') + spelling.tail;
  }
  const { rules, demonstration, open, close } = layouts[content.variant];
  const pairs = content.pairs.map(({ query, answer }) =>
    demonstration && query !== '' && answer === ''
      ? demonstration(query, '')
      : open(query) + close(answer),
  );
  const head = content.rules.trim() === '' ? '' : (rules?.(content.rules.trim()) ?? '');
  return (head + pairs.join('')).replace(/\n\n$/, '\n');
}

/** Whether every text has its place in the spelling, and every place its text. */
function fits({ rules, pairs }: UrialContent, { parts }: UrialSpelling): boolean {
  const places = (what: 'query' | 'answer') =>
    new Set(parts.filter((p) => p.what === what).map((p) => p.of));
  const [queries, answers] = [places('query'), places('answer')];
  return (
    (rules.trim() === '' || parts.some((p) => p.what === 'rules')) &&
    queries.size === pairs.length &&
    pairs.every((p, i) => queries.has(i) && (p.answer === '' || answers.has(i)))
  );
}
