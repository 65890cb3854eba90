import { Problem } from '../../domain/problem.ts';
import {
  backoff,
  longestWish,
  persistence,
  wait,
  type Persistence,
} from '../../engine/served/wait.ts';

/** How a page asks another server. */
export interface Asking {
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal | undefined;
  readonly persistence?: Persistence;
  /** Milliseconds until a reply that does not come is given up. */
  readonly patience?: number;
}

const minute = 60_000;

/** A reply that may be another one the next time. */
class Hindrance extends Error {
  readonly problem: Problem;
  /** Milliseconds that the server wants to be left alone; null where it says nothing. */
  readonly after: number | null;

  constructor(problem: Problem, after: number | null = null) {
    super(problem.message);
    this.problem = problem;
    this.after = after;
  }
}

const failed = (message: string, remedy: string): Problem =>
  new Problem({ code: 'remote-failed', message, remedy });

const tryLater = 'Try again later. Nothing was imported.';

/**
 * What an address answers, as text. A busy server (429), one in trouble (5xx), silence and a broken
 * connection are tried again after growing waits; anything else is told at once.
 * @param whole gives what the text says; throws where it is no whole reply, and then it is asked again
 * @throws Problem 'remote-failed', 'remote-refused', or 'cancelled' where the signal is aborted
 */
export async function ask<T>(
  address: URL,
  whole: (text: string) => T,
  { fetch: get = fetch, signal, persistence: tries = persistence, patience = minute }: Asking,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const text = await once(address, get, patience, signal);
      return read(text, whole, address);
    } catch (thrown) {
      if (signal?.aborted) throw cancelled();
      if (!(thrown instanceof Hindrance)) throw thrown;
      if (attempt === tries.attempts || (thrown.after ?? 0) > longestWish) throw thrown.problem;
      const pause = thrown.after ?? backoff(tries, address.href, attempt);
      await wait(pause, signal).catch(() => {
        throw cancelled();
      });
    }
  }
}

async function once(
  address: URL,
  get: typeof fetch,
  patience: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { host } = address;
  const stop = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]);
  // no cookies, no referrer: the server learns the address asked for, and nothing else
  const quiet = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: stop } as const;
  const response = await get(address, quiet).catch((): never => {
    throw new Hindrance(
      failed(
        `${host} did not answer, or does not let pages read what it has (the browser does not say which).`,
        'Look at the address and at the connection; or download the file and choose it here.',
      ),
    );
  });
  const text = await response.text().catch((): never => {
    throw new Hindrance(failed(`The connection to ${host} ended in the middle.`, tryLater));
  });
  if (response.ok) return text;
  const { status } = response;
  const told = `${host} answered with status ${status}.${wordsIn(text)}`;
  if (status === 429 || status >= 500)
    throw new Hindrance(failed(told, tryLater), wishOf(response));
  throw new Problem({
    code: 'remote-refused',
    message: told,
    remedy: 'Look at the name; what needs a login cannot be read from here: download its file.',
  });
}

function read<T>(text: string, whole: (text: string) => T, { host }: URL): T {
  try {
    return whole(text);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Hindrance(failed(`The reply of ${host} cannot be read: ${why}.`, tryLater));
  }
}

/** The server's own words about an error, where it has a few. */
function wordsIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' && error !== '' ? ` It says: “${error.slice(0, 300)}”` : '';
  } catch {
    return '';
  }
}

/** Retry-After in milliseconds: seconds, or a date. */
function wishOf({ headers }: Response): number | null {
  const told = headers.get('Retry-After');
  if (told === null) return null;
  const seconds = Number(told);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(told) - Date.now() : seconds * 1000;
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}

const cancelled = (): Problem =>
  new Problem({
    code: 'cancelled',
    message: 'The download was cancelled.',
    remedy: 'Nothing was imported.',
  });
