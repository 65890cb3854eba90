import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';
import { ask, type Asking } from './asking.ts';

/** The Hugging Face dataset server: what it has of a data set can be asked row by row. */
export const datasetServer = 'https://datasets-server.huggingface.co';

/** The server gives no more rows at once. */
const page = 100;

/** A part of a data set that can be asked for. */
export interface Split {
  readonly config: string;
  readonly split: string;
}

/** Rows of a split, in its order. */
export interface HubRows {
  /** By number in the split, from 0; null for a row that the server cut short. */
  readonly rows: readonly unknown[];
  /** What the server cut short: rows from 0, with the fields. */
  readonly cut: readonly { readonly row: number; readonly fields: readonly string[] }[];
  /** Rows that the split has. */
  readonly total: number;
}

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Splits = v.object({
  splits: v.array(v.object({ config: text, split: text })),
});
const Rows = v.object({
  rows: v.array(
    v.object({
      row_idx: count,
      row: v.record(text, v.unknown()),
      truncated_cells: v.optional(v.array(text), []),
    }),
  ),
  num_rows_total: count,
});
const Info = v.object({ dataset_info: v.object({ license: v.nullish(text) }) });

/** Who is asked, for readers. */
export const hostOf = (server: string): string => new URL(server).host;

/** A reply that fits its schema. @throws Error that names the field */
function whole<S extends v.GenericSchema>(schema: S) {
  return (reply: string): v.InferOutput<S> => {
    const { success, output, issues } = v.safeParse(schema, JSON.parse(reply));
    if (success) return output;
    throw new Error(issueText(issues[0]));
  };
}

/**
 * A data set's name in what was typed: "owner/name", or an address of its page.
 * @throws Problem 'bad-input'
 */
export function datasetName(typed: string): string {
  const named = /^(?:https:\/\/huggingface\.co\/datasets\/)?([\w.-]+(?:\/[\w.-]+)?)\/?(?:[?#].*)?$/;
  const name = named.exec(typed.trim())?.[1];
  if (name !== undefined) return name;
  throw new Problem({
    code: 'bad-input',
    message: 'This is no name of a data set on the hub.',
    remedy: 'It is written as on the data set’s page: owner/name.',
  });
}

/** A client of the dataset server. Every call throws Problems as `ask` does. */
export class Hub {
  readonly #server: string;
  readonly #asking: Omit<Asking, 'signal'>;

  /** @param server its address, without a slash at the end */
  constructor(server: string = datasetServer, asking: Omit<Asking, 'signal'> = {}) {
    this.#server = server.replace(/\/+$/, '');
    this.#asking = asking;
  }

  /** The parts of a data set, at least one. */
  async splits(dataset: string, signal?: AbortSignal): Promise<Split[]> {
    const { splits } = await this.#get('splits', { dataset }, Splits, signal);
    if (splits.length > 0) return splits;
    throw new Problem({
      code: 'remote-refused',
      message: `The server has no rows of “${dataset}”.`,
      remedy: 'Download one of its files, and choose it here.',
    });
  }

  /** The licence that the data set names; null where it names none, or the server does not know. */
  async licence(dataset: string, config: string, signal?: AbortSignal): Promise<string | null> {
    try {
      const { dataset_info: info } = await this.#get('info', { dataset, config }, Info, signal);
      return info.license?.trim() ? info.license.trim() : null;
    } catch (thrown) {
      // rows can be read without it; the reader is asked for it
      if (Problem.from(thrown).code === 'cancelled') throw thrown;
      return null;
    }
  }

  /**
   * The first rows of a split, a hundred at a time. Pages that are shorter than they should be are asked on
   * from where they end.
   * @param most rows that are wanted
   * @param tell hears how many rows are there, of how many
   */
  async rows(
    dataset: string,
    { config, split }: Split,
    most: number,
    tell: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<HubRows> {
    const rows: unknown[] = [];
    const cut: { row: number; fields: string[] }[] = [];
    let total = Infinity;
    while (rows.length < Math.min(most, total)) {
      const offset = rows.length;
      const length = Math.min(page, most - offset);
      const where = { dataset, config, split, offset: `${offset}`, length: `${length}` };
      const reply = await this.#get('rows', where, Rows, signal, (found) => {
        const odd = found.rows.find(({ row_idx: index }, i) => index !== offset + i);
        if (odd) throw new Error(`row ${odd.row_idx} stands where another should`);
        if (found.rows.length === 0 && offset < found.num_rows_total)
          throw new Error(`row ${offset} of ${found.num_rows_total} is missing`);
      });
      total = reply.num_rows_total;
      for (const { row, row_idx: index, truncated_cells: fields } of reply.rows.slice(0, length)) {
        rows.push(fields.length > 0 ? null : row);
        if (fields.length > 0) cut.push({ row: index, fields });
      }
      if (reply.rows.length === 0) break;
      tell(rows.length, Math.min(most, total));
    }
    return { rows, cut, total: Number.isFinite(total) ? total : 0 };
  }

  #get<S extends v.GenericSchema>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: S,
    signal: AbortSignal | undefined,
    check: (found: v.InferOutput<S>) => void = () => undefined,
  ): Promise<v.InferOutput<S>> {
    const address = new URL(`${this.#server}/${path}?${new URLSearchParams(query).toString()}`);
    const fits = whole(schema);
    return ask(
      address,
      (reply) => {
        const found = fits(reply);
        check(found);
        return found;
      },
      { ...this.#asking, signal },
    );
  }
}
