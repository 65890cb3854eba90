import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo, type WrittenToken } from './answers.ts';
import { troubleOf, type TroubleKind, type Troubles } from './troubles.ts';
import { streamed, whole, type Told } from './writing.ts';

/** How a stand-in behaves. */
export interface StandInOptions {
  /** Without it, 401; absent: none is asked for. */
  readonly key?: string;
  readonly troubles?: Troubles;
  /** The troubles of the first requests, in the order they come; null for none. */
  readonly script?: readonly (TroubleKind | null)[];
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** What pages may ask; false for none, absent for all. */
  readonly pages?: false;
  readonly model?: string;
  /** What is answered; absent: by `answerTo`. */
  readonly answer?: (prompt: string) => WrittenToken[];
  /** Refuses log-probabilities with a 400, as some servers do. */
  readonly noLogProbabilities?: boolean;
}

/** One request as it came. */
export interface Received {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly key: string | null;
  /** How it was troubled. */
  readonly trouble: TroubleKind | null;
}

/** A server that speaks OpenAI's protocol well enough to be asked by the lab, and badly where it is told to. */
export class StandIn {
  readonly received: Received[] = [];
  /** Most requests that were under way at a time. */
  most = 0;
  readonly #options: StandInOptions;
  readonly #server: Server;
  readonly #times = new Map<string, number>();
  #now = 0;
  #port = 0;

  private constructor(options: StandInOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(options: StandInOptions = {}, port = 0): Promise<StandIn> {
    const standIn = new StandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(port, '127.0.0.1', resolve));
    standIn.#port = (standIn.#server.address() as AddressInfo).port;
    return standIn;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The protocol's base address. */
  get url(): string {
    return `${this.origin}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.most = Math.max(this.most, ++this.#now);
    response.on('close', () => this.#now--);
    try {
      this.#allow(request, response);
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      await this.#answer(request, response);
    } catch {
      response.destroy();
    }
  }

  #allow({ headers }: IncomingMessage, response: ServerResponse): void {
    const { pages } = this.#options;
    if (pages === false || headers.origin === undefined) return;
    response.setHeader('Access-Control-Allow-Origin', headers.origin);
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
    response.setHeader('Access-Control-Allow-Methods', 'POST, OPTIONS');
    response.setHeader('Access-Control-Expose-Headers', 'retry-after');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '', this.origin).pathname;
    const body = JSON.parse(await textOf(request)) as Record<string, unknown>;
    const key = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
    const asked = JSON.stringify([path, body.messages ?? body.prompt]);
    const attempt = this.#times.get(asked) ?? 0;
    this.#times.set(asked, attempt + 1);
    const { troubles, script } = this.#options;
    const drawn = troubles ? troubleOf(troubles, asked, attempt) : null;
    const trouble = script ? (script[this.received.length] ?? null) : drawn;
    this.received.push({ path, body, key, trouble });
    if (this.#refuse(path, body, key, response)) return;
    const told = this.#told(path, body);
    if (this.#options.delay) await new Promise((go) => setTimeout(go, this.#options.delay));
    if (trouble) misbehave(trouble, response, told, body.stream === true, key);
    else if (body.stream === true) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.end(`: hello\n\n${streamed(told).join('')}data: [DONE]\n\n`);
    } else json(response, 200, whole(told));
  }

  /** What a sane server refuses. */
  #refuse(
    path: string,
    body: Record<string, unknown>,
    key: string | null,
    response: ServerResponse,
  ): boolean {
    const { key: wanted, model = 'stand-in', noLogProbabilities = false } = this.#options;
    const no = (status: number, message: string) => {
      json(response, status, { error: { message, type: 'invalid_request_error' } });
      return true;
    };
    if (wanted !== undefined && key !== wanted)
      return no(401, `Incorrect API key provided: ${key ?? 'none'}.`);
    if (!/^\/v1\/(chat\/)?completions$/.test(path)) return no(404, `No such path: ${path}`);
    if (body.model !== model) return no(404, `The model ${String(body.model)} does not exist.`);
    if (noLogProbabilities && body.logprobs !== undefined)
      return no(400, 'logprobs are not supported by this model.');
    return false;
  }

  #told(path: string, body: Record<string, unknown>): Told {
    const chat = path.includes('/chat/');
    const messages = (body.messages ?? []) as { content: string }[];
    const prompt = chat ? messages.map(({ content }) => content).join('\n') : String(body.prompt);
    const all = (this.#options.answer ?? answerTo)(prompt);
    const tokens = all.slice(0, Number(body.max_tokens ?? body.max_completion_tokens ?? 16));
    const wanted = chat ? (body.logprobs === true ? body.top_logprobs : 0) : body.logprobs;
    return {
      chat,
      model: String(body.model),
      tokens,
      finish: tokens.length < all.length ? 'length' : 'stop',
      alternatives: Number(wanted ?? 0),
      promptTokens: Math.ceil(prompt.length / 4),
    };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function misbehave(
  trouble: TroubleKind,
  response: ServerResponse,
  told: Told,
  stream: boolean,
  key: string | null,
): void {
  const type = stream ? 'text/event-stream' : 'application/json';
  const written = stream ? streamed(told).join('') : JSON.stringify(whole(told));
  const error = (message: string) => ({ error: { message } });
  const send = (text: string) => response.writeHead(200, { 'Content-Type': type }).end(text);
  const busy = (after: string) => {
    response.setHeader('Retry-After', after);
    json(response, 429, error('Too many requests.'));
  };
  const half = written.slice(0, Math.ceil(written.length / 2));
  const ways: Record<TroubleKind, () => void> = {
    busy: () => busy('0'),
    'busy-date': () => busy(new Date(Date.now()).toUTCString()),
    'error-500': () => json(response, 500, error('Something broke.')),
    'error-503': () => response.writeHead(503, { 'Content-Type': 'text/html' }).end('<h1>Off</h1>'),
    silent: () => undefined,
    'cut-off': () => {
      response.writeHead(200, { 'Content-Type': type });
      response.write(half, () => response.destroy());
    },
    reset: () => response.destroy(),
    'broken-json': () => send(stream ? 'data: {"choices": [{"te\n\n' : half),
    'wrong-shape': () => send(stream ? 'data: {"choices": 7}\n\n' : '{"choices":[{"text":7}]}'),
    empty: () => send(''),
    'no-choices': () => send(stream ? 'data: [DONE]\n\n' : '{"choices":[]}'),
    unfinished: () => {
      const open = { ...told, finish: null };
      send(stream ? streamed(open).join('') : JSON.stringify(whole(open)));
    },
    'tells-key': () => json(response, 500, error(`Could not look up ${key ?? 'nobody'}.`)),
  };
  ways[trouble]();
}
