import { Problem } from '../../domain/problem.ts';
import { findHeadings, lineOf } from '../urial-blocks.ts';
import { readUrial } from '../urial-file.ts';
import { type Found, type Records } from './found.ts';

/** Whether a text has the headings of a URIAL prompt. */
export const looksLikeUrial = (text: string): boolean =>
  findHeadings(text).some(({ what }) => what !== 'rules');

/** The demonstrations of a URIAL prompt file. @throws Problem 'bad-input' that names the line */
export function readUrialPairs(text: string, name: string): Records {
  const { pairs, warnings, rules } = readUrial(text, name);
  const lines = findHeadings(text)
    .filter(({ what }) => what === 'query')
    .map(({ start }) => lineOf(text, start));
  const left = 'Line 1: the rules were left out: training has none before its questions.';
  return {
    container: 'urial',
    found: pairs.map((record, i) => ({ line: lines[i] ?? 1, record })),
    notes: [...(rules === '' ? [] : [left]), ...warnings],
  };
}

const marks = [
  ['query', /^\s*(?:q|question|query|user|human|instruction)\s*:[ \t]?/i],
  ['answer', /^\s*(?:a|answer|assistant|response|output)\s*:[ \t]?/i],
] as const;

interface Block {
  readonly line: number;
  query: string[];
  answer: string[] | null;
  fault: string | null;
}

/**
 * Text with lines that begin with "Q:" and "A:" (or "User:" and "Assistant:", and the like), several lines
 * each where need be. Every question begins an example of its own.
 */
export function readPasted(text: string, name: string): Records {
  const blocks: Block[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const [what, mark] = marks.find(([, pattern]) => pattern.test(line)) ?? [];
    const rest = mark ? line.replace(mark, '') : line;
    const block = blocks.at(-1);
    if (what === 'query') {
      blocks.push({ line: i + 1, query: [rest], answer: null, fault: null });
    } else if (!block) {
      if (line.trim() !== '') throw unknownText(name, i + 1);
    } else if (what === 'answer') {
      if (block.answer)
        block.fault = `a second answer stands on line ${i + 1}, with no question between`;
      block.answer = [...(block.answer ?? []), rest];
    } else {
      (block.answer ?? block.query).push(line);
    }
  }
  if (blocks.length === 0) throw unknownText(name, 1);
  return { container: 'pasted', found: blocks.map(foundOf), notes: [] };
}

function foundOf({ line, query, answer, fault }: Block): Found {
  if (fault !== null) return { line, fault };
  if (!answer) return { line, fault: 'the question has no answer' };
  return { line, record: { query: query.join('\n').trim(), answer: answer.join('\n').trim() } };
}

/** What files and texts the reader of data sets knows. */
export const knownForms =
  'It reads JSON or JSON lines with {"query", "answer"}, {"prompt", "completion"}, {"instruction", "input", "output"} (Alpaca), {"conversations"} (ShareGPT), {"messages"} or {"prompt", "chosen", "rejected"}; CSV with such columns; URIAL prompts; and text with lines that begin with “Q:” and “A:”.';

function unknownText(name: string, line: number): Problem {
  return new Problem({
    code: 'bad-input',
    message: `${name}: line ${line}: this is no data set that the lab knows.`,
    remedy: `${knownForms} Nothing was imported.`,
  });
}
