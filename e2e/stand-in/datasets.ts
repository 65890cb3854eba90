import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can go wrong with one reply. */
export type DatasetTrouble =
  | 'busy' // 429, come back at once
  | 'failing' // 500
  | 'broken' // half of the JSON
  | 'gone' // the connection ends
  | 'other rows' // not those that were asked for
  | 'no rows' // none, though there are more
  | 'short'; // fewer than were asked for

export interface StandInSet {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly licence?: string;
  /** Fields that are cut short, by the number of their row. */
  readonly cut?: Readonly<Record<number, readonly string[]>>;
}

export interface DatasetStandInOptions {
  /** By name; each has the config "default" and the split "train". */
  readonly sets?: Readonly<Record<string, StandInSet>>;
  /** Texts of files, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The troubles of the first requests, in the order they come; null for none. */
  readonly script?: readonly (DatasetTrouble | null)[];
  /** Milliseconds before each reply. */
  readonly delay?: number;
}

/** A server that speaks the Hugging Face dataset server's API, and has files: well, or badly where told to. */
export class DatasetStandIn {
  /** Paths and queries, as they came. */
  readonly asked: string[] = [];
  /** Of all requests: what a server could know readers by. */
  readonly told: Readonly<Record<string, unknown>>[] = [];
  readonly #options: DatasetStandInOptions;
  readonly #server: Server;
  #port = 0;

  private constructor(options: DatasetStandInOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(options: DatasetStandInOptions): Promise<DatasetStandIn> {
    const standIn = new DatasetStandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(0, '127.0.0.1', resolve));
    standIn.#port = (standIn.#server.address() as AddressInfo).port;
    return standIn;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.origin);
    const trouble = this.#options.script?.[this.asked.length] ?? null;
    this.asked.push(request.url ?? '');
    const { cookie, referer, authorization } = request.headers;
    this.told.push({ cookie, referer, authorization });
    await new Promise((resolve) => setTimeout(resolve, this.#options.delay ?? 0));
    response.setHeader('Access-Control-Allow-Origin', '*');
    const file = this.#options.files?.[pathname];
    if (trouble === 'gone') request.socket.destroy();
    else if (trouble === 'busy') {
      response.setHeader('Retry-After', '0');
      send(response, 429, JSON.stringify({ error: 'Too many requests.' }));
    } else if (trouble === 'failing')
      send(response, 500, JSON.stringify({ error: 'Out of luck.' }));
    else if (file !== undefined) send(response, 200, file);
    else this.#answer(response, pathname, searchParams, trouble);
  }

  #answer(
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
    trouble: DatasetTrouble | null,
  ): void {
    const name = query.get('dataset') ?? '';
    const set = this.#options.sets?.[name];
    if (!set) return send(response, 404, JSON.stringify({ error: 'The dataset does not exist.' }));
    const where = { dataset: name, config: 'default' };
    const replies: Readonly<Record<string, () => unknown>> = {
      '/splits': () => ({ splits: [{ ...where, split: 'train' }], pending: [], failed: [] }),
      '/info': () => ({
        dataset_info: { license: set.licence ?? '', features: {} },
        partial: false,
      }),
      '/rows': () => rowsOf(set, query, trouble),
    };
    const reply = JSON.stringify(replies[path]?.() ?? null);
    send(response, 200, trouble === 'broken' ? reply.slice(0, reply.length / 2) : reply);
  }
}

function rowsOf(set: StandInSet, query: URLSearchParams, trouble: DatasetTrouble | null): unknown {
  const [offset, asked] = [Number(query.get('offset')), Number(query.get('length'))];
  const length = trouble === 'no rows' ? 0 : trouble === 'short' ? Math.ceil(asked / 3) : asked;
  const shift = trouble === 'other rows' ? 1 : 0;
  return {
    features: [],
    rows: set.rows.slice(offset, offset + Math.min(length, 100)).map((row, i) => ({
      row_idx: offset + i + shift,
      row,
      truncated_cells: set.cut?.[offset + i] ?? [],
    })),
    num_rows_total: set.rows.length,
    num_rows_per_page: 100,
    partial: false,
  };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(text);
}
