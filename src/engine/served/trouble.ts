import { Problem, type ProblemCode } from '../../domain/problem.ts';

/** What hindered one attempt, and whether another may succeed. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly problem: Problem;
  readonly again: boolean;
  /** Milliseconds that the server asks to wait; null where it says nothing. */
  readonly after: number | null;
  /** Whether the server may have worked on it, so that its tokens count. */
  readonly begun: boolean;
  /** The HTTP status; null where there was none. */
  readonly status: number | null;

  constructor(
    problem: Problem,
    more: { again?: boolean; after?: number | null; begun?: boolean; status?: number } = {},
  ) {
    super(problem.message);
    this.problem = problem;
    this.again = more.again ?? false;
    this.after = more.after ?? null;
    this.begun = more.begun ?? false;
    this.status = more.status ?? null;
  }
}

/** `remote-refused` where the next request would fare no better, `remote-failed` where one alone failed. */
const told = (code: ProblemCode, message: string, remedy: string): Problem =>
  new Problem({ code, message, remedy });

const tryLater = 'Run the failed cells again later, or ask fewer at a time.';

/** What servers need so that a page may ask them. @param page the page's own origin */
const crossOrigin = (page: string): string =>
  `Start it, and let it take requests from ${page}: Ollama with OLLAMA_ORIGINS=${page}, vLLM with --allowed-origins '["${page}"]', LM Studio with “Enable CORS”; llama.cpp’s llama-server does so by itself. A hosted address may take none from pages at all.`;

/** No reply at all. A browser does not tell a page why: a server that is off and one that refuses look alike. */
export function noReply(origin: string, page: string | null): Trouble {
  return new Trouble(
    told(
      'remote-failed',
      page === null
        ? `${origin} did not answer: it is not running, or cannot be reached.`
        : `${origin} did not answer: it is not running, cannot be reached, or refuses requests from pages (the browser does not say which).`,
      page === null ? 'Start it, and look at the address.' : crossOrigin(page),
    ),
    { again: true },
  );
}

export function silence(origin: string, seconds: number): Trouble {
  return new Trouble(
    told(
      'remote-failed',
      `${origin} said nothing for ${seconds} seconds, and the request was given up.`,
      'Ask fewer at a time, for shorter answers, or allow more seconds.',
    ),
    { again: true, begun: true },
  );
}

/** A reply that is none. @param what of it is wrong, redacted */
export function brokenReply(origin: string, what: string): Trouble {
  return new Trouble(
    told('remote-failed', `The reply of ${origin} cannot be read: ${what}.`, tryLater),
    { again: true, begun: true },
  );
}

/** An answer that must not be kept. */
export function unwanted(message: string, remedy: string): Trouble {
  return new Trouble(told('remote-failed', message, remedy), { begun: true });
}

const quoted = (words: string): string => (words === '' ? '' : ` It says: “${words}”`);

/** What statuses that are not tried again ask of the reader. */
const refusals: Readonly<Record<number, readonly [what: string, remedy: string]>> = {
  401: ['takes no request without a valid key', 'Give the key that it expects, and start again.'],
  402: ['wants to be paid first', 'Look at the account there.'],
  403: ['does not allow this', 'Look at what the key, and pages of this address, may do there.'],
  404: [
    'knows no such address or model',
    'Look at both: the address mostly ends in /v1, and the model’s name is the server’s own.',
  ],
  405: ['takes no such request', 'Look at the address: it mostly ends in /v1.'],
};

/** A reply with a status that tells of trouble. @param words the server's own, redacted */
export function badStatus(
  origin: string,
  status: number,
  words: string,
  after: number | null,
): Trouble {
  const refused = refusals[status];
  if (refused)
    return new Trouble(
      told('remote-refused', `${origin} ${refused[0]} (${status}).${quoted(words)}`, refused[1]),
      { status },
    );
  if (status === 0 || (status >= 300 && status < 400))
    return new Trouble(
      told(
        'remote-refused',
        `${origin} sends requests on to another address, and nothing was sent there.`,
        'Name the final address.',
      ),
      { status },
    );
  const again = status === 429 || status === 408 || status === 425 || status >= 500;
  const message =
    status === 429
      ? `${origin} wants fewer requests (429).${quoted(words)}`
      : status >= 500
        ? `${origin} failed (${status}).${quoted(words)}`
        : `${origin} refused the request (${status}).${quoted(words)}`;
  const remedy = again
    ? tryLater
    : 'The prompt may be too long for the model, or a setting of the arm is none that the server takes.';
  return new Trouble(told('remote-failed', message, remedy), { again, after, status });
}

/**
 * Milliseconds of a Retry-After header, in seconds or as a date (RFC 9110, section 10.2.3).
 * @param now milliseconds since 1970
 * @returns null where it says neither
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return 1000 * Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
