import * as v from 'valibot';

// A browser may refuse this small storage (cookies blocked, disk full): then a choice is forgotten when
// the page closes, and nothing else breaks.

/** A choice remembered on this machine; `otherwise` where there is none that fits. */
export function recall<Choice>(
  key: string,
  schema: v.GenericSchema<Choice>,
  otherwise: Choice,
): Choice {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const parsed = v.safeParse(schema, stored);
    return parsed.success ? parsed.output : otherwise;
  } catch {
    return otherwise;
  }
}

/** Remembers a choice on this machine, where the browser lets it. */
export function remember(key: string, choice: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // told above: it is only forgotten
  }
}
