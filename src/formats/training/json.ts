import { jsonPlaces, lineAt } from '../json-places.ts';
import { lineCounter, type Found, type Records } from './found.ts';

/** Whether a text is meant to be JSON: an array, an object, or mostly lines that are objects. */
export function looksLikeJson(text: string): boolean {
  if (/^\s*[[{]/.test(text)) return true;
  const lines = text.split('\n', 50).filter((line) => line.trim() !== '');
  const objects = lines.filter((line) => /^\s*\{.*\}\s*$/.test(line));
  return objects.length > 0 && 2 * objects.length >= lines.length;
}

/**
 * JSON as records: the entries of an array, a single object, or an object on every line. In the last, a
 * broken line is one fault; an array that is broken anywhere is one fault in all, since nobody can say where
 * its next entry begins.
 */
export function readJson(text: string): Records {
  const whole = parsed(text);
  if (whole && Array.isArray(whole.value))
    return { container: 'json', found: entries(text, whole.value), notes: [] };
  const start = text.length - text.trimStart().length;
  if (whole) {
    const line = lineAt(text, start);
    const container = text.trim().includes('\n') ? 'json' : 'jsonl';
    return { container, found: [{ line, record: whole.value }], notes: [] };
  }
  if (text[start] === '[' && !lineIsJson(text, start)) {
    const { broken } = jsonPlaces(text);
    const fault = 'this is no JSON from here on, and nothing of the list can be told from it';
    return {
      container: 'json',
      found: [{ line: lineAt(text, broken ?? text.length), fault }],
      notes: [],
    };
  }
  return { container: 'jsonl', found: lines(text), notes: [] };
}

/** Lines of JSON may be lists: each is then a record that nobody knows, but the others may be read. */
function lineIsJson(text: string, start: number): boolean {
  const [first = ''] = text.slice(start).split('\n', 1);
  return parsed(first) !== null;
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function entries(text: string, list: readonly unknown[]): Found[] {
  const { places } = jsonPlaces(text);
  const lineOf = lineCounter(text);
  let at = 0;
  return list.map((record, i) => {
    at = places.get(`[${i}]`) ?? at;
    return { line: lineOf(at), record };
  });
}

function lines(text: string): Found[] {
  return text.split('\n').flatMap((line, i): Found[] => {
    if (line.trim() === '') return [];
    const whole = parsed(line);
    return [
      whole
        ? { line: i + 1, record: whole.value }
        : { line: i + 1, fault: 'this line is no JSON: each has one whole object' },
    ];
  });
}
