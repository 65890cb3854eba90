import type { FlatRows } from './flat-rows.ts';
import { parquetBytes } from './parquet.ts';

/** What the page sends: the columns, then rows in slices, then the word to write them. */
export type ParquetOrder =
  | { readonly kind: 'columns'; readonly columns: FlatRows['columns'] }
  | { readonly kind: 'rows'; readonly rows: FlatRows['rows'] }
  | { readonly kind: 'write' };

/** A worker that writes one Parquet file, and sends it. */
let columns: FlatRows['columns'] = [];
const rows: FlatRows['rows'][number][] = [];

self.addEventListener('message', ({ data }: MessageEvent<ParquetOrder>) => {
  if (data.kind === 'columns') ({ columns } = data);
  else if (data.kind === 'rows') rows.push(...data.rows);
  else {
    const bytes = parquetBytes({ columns, rows });
    self.postMessage(bytes, { transfer: [bytes] });
  }
});
