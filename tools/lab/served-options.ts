import * as v from 'valibot';
import { defaultLimits, ServedLimits } from '../../src/engine/served/limits.ts';
import type { ExperimentDocument } from '../../src/experiments/document/document.ts';
import { originsOf } from '../../src/experiments/document/served.ts';
import type { ServedLeave } from '../../src/headless/driver.ts';
import { UsageError } from './usage-error.ts';

/** What `--help` says of served models. */
export const servedUsage = `Served models (where the document lists any)
  --send-to ORIGIN  lets questions and demonstrations go there, such as http://localhost:8080; repeatable
  --key-env NAME    the environment variable that holds the key; ORIGIN=NAME where there are several
                    addresses. A key is never an argument, and is written nowhere
  --concurrency N   requests at a time (default: ${defaultLimits.concurrency})
  --requests-per-minute N, --budget-requests N, --budget-tokens N
                    held; what goes on from a stop counts anew (default: no limit)
  --patience N      seconds without a sign of life after which a request is tried again (default: ${defaultLimits.seconds})`;

export const servedOptions = {
  'send-to': { type: 'string', multiple: true },
  'key-env': { type: 'string', multiple: true },
  concurrency: { type: 'string' },
  'requests-per-minute': { type: 'string' },
  'budget-requests': { type: 'string' },
  'budget-tokens': { type: 'string' },
  patience: { type: 'string' },
} as const;

type Values = {
  readonly [Name in keyof typeof servedOptions]?: string | string[] | undefined;
};

/** What a reader lets a run ask of served models. */
export interface ServedWish {
  /** Origins that may be sent to. */
  readonly sendTo: readonly string[];
  /** Names of environment variables; a null origin is the only one that there is. */
  readonly keys: readonly { readonly origin: string | null; readonly variable: string }[];
  readonly limits: ServedLimits;
}

const all = (value: string | string[] | undefined): string[] => [value ?? []].flat();

function originIn(option: string, text: string): string {
  if (URL.canParse(text) && new URL(text).origin !== 'null') return new URL(text).origin;
  throw new UsageError(`--${option} ${text}: it is an address, such as http://localhost:8080.`);
}

/** Reads the options. @throws UsageError */
export function readServed(values: Values): ServedWish {
  const limit = (option: keyof Values, name: keyof ServedLimits): Partial<ServedLimits> => {
    const [given] = all(values[option]);
    if (given === undefined) return {};
    const parsed = v.safeParse(ServedLimits.entries[name], Number(given));
    if (!parsed.success)
      throw new UsageError(`--${option} ${given}: it is a whole number above 0.`);
    return { [name]: parsed.output };
  };
  return {
    sendTo: all(values['send-to']).map((text) => originIn('send-to', text)),
    keys: all(values['key-env']).map((text) => {
      const [, origin = null, variable = text] = /^(.*)=([^=]*)$/.exec(text) ?? [];
      return { origin: origin === null ? null : originIn('key-env', origin), variable };
    }),
    limits: {
      ...defaultLimits,
      ...limit('concurrency', 'concurrency'),
      ...limit('requests-per-minute', 'requestsPerMinute'),
      ...limit('budget-requests', 'requests'),
      ...limit('budget-tokens', 'tokens'),
      ...limit('patience', 'seconds'),
    },
  };
}

/**
 * What goes to the page: keys from the environment, for the addresses of the document alone.
 * @param path of the document, for messages
 * @returns null where the document asks no served model
 * @throws UsageError that names an address that nobody agreed to, or a variable that is not there
 */
export function leaveOf(
  path: string,
  document: Pick<ExperimentDocument, 'served'>,
  { sendTo, keys, limits }: ServedWish,
  environment: Readonly<Record<string, string | undefined>>,
): ServedLeave | null {
  const origins = originsOf(document);
  if (origins.length === 0) return null;
  const missing = origins.filter((origin) => !sendTo.includes(origin));
  if (missing.length > 0)
    throw new UsageError(
      `${path}: it sends questions to ${missing.join(', ')}. Nothing was sent; agree with ${missing.map((origin) => `--send-to ${origin}`).join(' ')}.`,
    );
  return {
    limits,
    keys: keys.map(({ origin, variable }) => {
      const [only, another] = origins;
      const url = origin ?? (another === undefined ? only : undefined);
      if (url === undefined)
        throw new UsageError(`--key-env ${variable}: say for which address: ORIGIN=${variable}.`);
      if (!origins.includes(url))
        throw new UsageError(`--key-env ${url}=${variable}: the document does not ask ${url}.`);
      const key = environment[variable]?.trim() ?? '';
      if (key === '')
        throw new UsageError(`--key-env ${variable}: the environment has no such variable.`);
      return { url, key };
    }),
  };
}
