import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { redacted } from './redact.ts';
import { EventReader } from './sse.ts';
import { badStatus, brokenReply, noReply, retryAfter, silence } from './trouble.ts';
import { Complaint, gatherPiece, gatherReply, nothing, type Gathered } from './wire/replies.ts';

/** One request as it goes out. */
export interface Attempt {
  readonly url: string;
  readonly body: Record<string, unknown>;
  readonly key: string | null;
  /** Seconds without a sign of life until it is given up. */
  readonly seconds: number;
  readonly signal: AbortSignal | undefined;
  readonly onText: ((text: string) => void) | undefined;
}

/** Characters of a reply at most: far above any answer. */
const longest = 50_000_000;

/** Characters of a server's own words that are quoted. */
const quotable = 300;

/** So many times the patience with silence, a reply may take in all: a drip is no answer. */
const drips = 10;

/** This page's origin; null where there is no page. */
const pageOrigin = (): string | null =>
  typeof location === 'undefined' || location.origin === 'null' ? null : location.origin;

/** A clock that ends an attempt when nothing has come for a while. */
class Patience {
  readonly #abort = new AbortController();
  readonly #milliseconds: number;
  readonly #whole: ReturnType<typeof setTimeout>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seconds: number) {
    this.#milliseconds = 1000 * seconds;
    this.#whole = setTimeout(() => this.#abort.abort(), drips * this.#milliseconds);
    this.heard();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abort.abort(), this.#milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#whole);
  }
}

/**
 * Sends one request and reads its reply.
 * @throws Trouble, without the key in any of its words; the signal's reason where it is aborted
 */
export async function exchange(attempt: Attempt): Promise<Gathered> {
  const { url, key, body, seconds, signal } = attempt;
  const { origin } = new URL(url);
  const patience = new Patience(seconds);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key !== null && { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
      // neither cookies nor this page's address go along, and nothing goes where nobody agreed to
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
    });
    patience.heard();
    if (!response.ok) {
      const after = retryAfter(response.headers.get('Retry-After'), Date.now());
      throw badStatus(origin, response.status, wordsIn(await all(response, patience), key), after);
    }
    return await read(response, attempt, origin, patience);
  } catch (thrown) {
    signal?.throwIfAborted();
    if (patience.signal.aborted) throw silence(origin, seconds);
    // what fetch and its streams throw when the line breaks; all else is ours
    if (thrown instanceof TypeError || (thrown as Error).name === 'NetworkError')
      throw noReply(origin, pageOrigin());
    throw thrown;
  } finally {
    patience.end();
  }
}

async function* pieces(response: Response, patience: Patience): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let length = 0;
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      patience.heard();
      length += next.value.length;
      if (length > longest) throw new RangeError('it is longer than any answer');
      yield next.value;
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

async function all(response: Response, patience: Patience): Promise<string> {
  let text = '';
  for await (const piece of pieces(response, patience)) text += piece;
  return text;
}

/** A server's own words, without the key and short. */
function wordsIn(text: string, key: string | null): string {
  const words = redacted(complaintIn(text) ?? text, key)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.length > quotable ? `${words.slice(0, quotable)}…` : words;
}

function complaintIn(text: string): string | null {
  try {
    const { error } = v.parse(Complaint, JSON.parse(text));
    return typeof error === 'string' ? error : error.message;
  } catch {
    return null;
  }
}

async function read(
  response: Response,
  { key, onText }: Attempt,
  origin: string,
  patience: Patience,
): Promise<Gathered> {
  const isStream = /event-stream/.test(response.headers.get('Content-Type') ?? '');
  try {
    if (!isStream) {
      const text = await all(response, patience);
      if (text.trim() === '') throw new SyntaxError('it is empty');
      const complaint = complaintIn(text);
      if (complaint !== null) throw new SyntaxError(`it is an error, “${complaint}”`);
      return gatherReply(JSON.parse(text));
    }
    let gathered = nothing;
    const events = new EventReader();
    for await (const piece of pieces(response, patience))
      for (const { data } of events.read(piece)) {
        if (data === '[DONE]') return gathered;
        const complaint = complaintIn(data);
        if (complaint !== null) throw new SyntaxError(`it ends in an error, “${complaint}”`);
        gathered = gatherPiece(gathered, JSON.parse(data));
        onText?.(gathered.text);
      }
    return gathered;
  } catch (thrown) {
    const what = faultOf(thrown);
    if (what === null) throw thrown;
    throw brokenReply(origin, wordsIn(what, key));
  }
}

/** What is wrong with a reply; null where something else is. */
function faultOf(thrown: unknown): string | null {
  if (v.isValiError(thrown)) return issueText(thrown.issues[0]);
  // what a stream throws when the line breaks in the middle
  if (thrown instanceof TypeError) return 'the connection broke off';
  return thrown instanceof SyntaxError || thrown instanceof RangeError ? thrown.message : null;
}
