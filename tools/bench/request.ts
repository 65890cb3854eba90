import { parseArgs } from 'node:util';

/** What a suite of `npm run bench` that measures beside others was asked to do. */
export interface Request {
  readonly quick: boolean;
  /** File for the rows; undefined: none. */
  readonly json: string | undefined;
  /** Only entries whose name has this text; each suite's usage says what stands in one. */
  readonly only: string;
}

/**
 * @returns null where only the usage is wanted
 * @throws TypeError that names an option that is not known
 */
export function readRequest(options: string[]): Request | null {
  const { values } = parseArgs({
    args: options,
    options: {
      quick: { type: 'boolean' },
      json: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  return { quick: values.quick ?? false, json: values.json, only: values.only ?? '' };
}
