import type { Problem } from '../../domain/problem.ts';
import { tokensByLength, type Budget } from './budget.ts';
import { exchange } from './exchange.ts';
import type { Gate } from './gate.ts';
import type { KeyRing } from './keys.ts';
import type { ServedLimits } from './limits.ts';
import { brokenReply, Trouble, unwanted } from './trouble.ts';
import type { Endpoint, ServedClient, ServedOptions, ServedReply } from './types.ts';
import { backoff, longestWish, wait, type Persistence } from './wait.ts';
import { stopIn, tokensWithin } from './wire/cut.ts';
import type { Gathered } from './wire/replies.ts';
import {
  bodyOf,
  dialectAfter,
  pathOf,
  plainDialect,
  textOf,
  type Asked,
  type Dialect,
} from './wire/requests.ts';

/** What clients of one run have in common. */
export interface ClientParts {
  readonly keys: Pick<KeyRing, 'of'>;
  readonly limits: Pick<ServedLimits, 'seconds'>;
  readonly gate: Gate;
  readonly budget: Budget;
  readonly persistence: Persistence;
}

/** A key as short as this is a word that an answer may have by chance. */
const shortestSecret = 12;

/** A model behind an address, in OpenAI's protocol. */
export class RemoteClient implements ServedClient {
  readonly #endpoint: Endpoint;
  readonly #parts: ClientParts;
  #dialect: Dialect = plainDialect;
  #asked = 0;

  constructor(endpoint: Endpoint, parts: ClientParts) {
    this.#endpoint = endpoint;
    this.#parts = parts;
  }

  complete: ServedClient['complete'] = (request, options) => this.#ask(request, options);

  chat: ServedClient['chat'] = (request, options) => this.#ask(request, options);

  async #ask(asked: Asked, options: ServedOptions = {}): Promise<ServedReply> {
    const { persistence, gate, budget } = this.#parts;
    const name = `${this.#endpoint.url}/${this.#asked++}`;
    for (let failures = 1; ; failures++) {
      const dialect = this.#dialect;
      try {
        return await this.#attempt(asked, dialect, options);
      } catch (thrown) {
        if (!(thrown instanceof Trouble)) throw thrown;
        const { problem, again, after, status } = thrown;
        const other = status === 400 || status === 422 ? this.#learn(problem, dialect) : false;
        const patient = (after ?? 0) <= longestWish;
        if (!other && (!again || !patient || failures >= persistence.attempts)) throw problem;
        budget.retry();
        if (other) continue;
        // the wish of a server that has too much to do is for all who ask it
        if (after !== null) gate.close(after);
        await wait(Math.max(after ?? 0, backoff(persistence, name, failures)), options.signal);
      }
    }
  }

  /** Whether a refusal told how to ask otherwise; another request may have found out meanwhile. */
  #learn({ message }: Problem, dialect: Dialect): boolean {
    if (dialect !== this.#dialect) return true;
    const other = dialectAfter(message, dialect);
    if (other) this.#dialect = other;
    return other !== null;
  }

  async #attempt(
    asked: Asked,
    dialect: Dialect,
    { signal, onText }: ServedOptions,
  ): Promise<ServedReply> {
    const { gate, budget, keys, limits } = this.#parts;
    const { url, model } = this.#endpoint;
    const key = keys.of(url);
    const share = tokensByLength(textOf(asked)) + asked.maxTokens;
    await gate.enter(signal);
    try {
      budget.take(share);
      let used = 0;
      try {
        const gathered = await exchange({
          url: `${url.replace(/\/+$/, '')}/${pathOf(asked)}`,
          body: bodyOf(model, asked, onText !== undefined, dialect),
          key,
          seconds: limits.seconds,
          signal,
          onText: onText && ((text) => onText(untilStop(text, asked.stop))),
        });
        used = tokensIn(gathered, asked);
        return finished(gathered, asked, new URL(url).origin, key);
      } catch (thrown) {
        // an attempt that was cut off may have been worked on, and paid for, in full
        if (used === 0 && !(thrown instanceof Trouble && !thrown.begun)) used = share;
        throw thrown;
      } finally {
        budget.settle(share, used);
      }
    } finally {
      gate.leave();
    }
  }
}

const untilStop = (text: string, stop: readonly string[]): string =>
  text.slice(0, stopIn(text, stop)?.at ?? text.length);

function tokensIn({ usage, text }: Gathered, asked: Asked): number {
  if (usage) return usage.promptTokens + usage.completionTokens;
  return tokensByLength(textOf(asked)) + tokensByLength(text);
}

/** @throws Trouble where what came is no whole answer, or one that must not be kept */
function finished(
  { text, told, finish, tokens, usage }: Gathered,
  { stop }: Asked,
  origin: string,
  key: string | null,
): ServedReply {
  if (finish === 'content_filter')
    throw unwanted(
      `${origin} withheld its answer: its content filter.`,
      'Leave the question out, or ask a server without a filter.',
    );
  const cut = stopIn(text, stop);
  const whole = finish !== null && finish !== 'abort' && finish !== 'error';
  // a stream that broke off behind a stop string has brought all that counts
  if (!whole && !cut) throw brokenReply(origin, 'it breaks off before the answer is over');
  if (!told)
    throw brokenReply(
      origin,
      'it has no answer (a model that thinks first may have used up all its tokens)',
    );
  const written = text + JSON.stringify(tokens);
  if (key !== null && key.length >= shortestSecret && written.includes(key))
    throw unwanted(
      `${origin} wrote the key that it was sent into its answer, which is not kept.`,
      'Do not use that server, and withdraw the key.',
    );
  const end = cut?.at ?? text.length;
  return {
    text: text.slice(0, end),
    finish: finish === 'length' && !cut ? 'length' : 'stop',
    ...(cut && { stopString: cut.by }),
    tokens: tokens && tokensWithin(tokens, end),
    usage,
  };
}
