/** Columns that a line of JSON may fill. */
const width = 96;

/**
 * JSON for people: what fits on a line stands on one, all else is spread over several, indented by two.
 * @param value plain data
 */
export function compactJson(value: unknown): string {
  return write(value, '', 0);
}

/** @param room columns that are taken on the first line already, before and after the value */
function write(value: unknown, indent: string, room: number): string {
  const line = onLine(value);
  if (typeof value !== 'object' || value === null) return line;
  if (indent.length + room + line.length <= width) return line;
  const deeper = `${indent}  `;
  const [open, parts, close] = Array.isArray(value)
    ? ['[', value.map((each) => write(each, deeper, 1)), ']']
    : [
        '{',
        entriesOf(value).map(([key, each]) => {
          const name = `${JSON.stringify(key)}: `;
          return name + write(each, deeper, name.length + 1);
        }),
        '}',
      ];
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}

/** As `JSON.stringify` has it: what is undefined is left out. */
const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, each]) => each !== undefined);

function onLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = entriesOf(value).map(([key, each]) => `${JSON.stringify(key)}: ${onLine(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
