import { breathing } from '../../../domain/breathing.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Rest } from '../../../scoring/statistics/steps.ts';
import type { FlatRows } from './flat-rows.ts';
import type { ParquetOrder } from './parquet-worker.ts';

/** Rows that are copied to the worker between two rests. */
const slice = 200;

const failed = (event: Event): Problem =>
  new Problem({
    code: 'internal',
    message: 'The Parquet file could not be written.',
    remedy: 'Take the rows as JSON, or as CSV.',
    detail: event instanceof ErrorEvent ? event.message : 'The worker did not start.',
  });

/**
 * Rows as a Parquet file, written in a worker: the format is written at one go, which would hold up the page.
 * @throws Problem 'internal' where the worker fails
 */
export async function parquetFile(
  { columns, rows }: FlatRows,
  rest: Rest = breathing(),
): Promise<Blob> {
  const worker = new Worker(new URL('./parquet-worker.ts', import.meta.url), {
    type: 'module',
    name: 'parquet',
  });
  const send = (order: ParquetOrder) => worker.postMessage(order);
  try {
    const written = new Promise<ArrayBuffer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(failed(event));
      };
      worker.onmessageerror = (event) => reject(failed(event));
    });
    // it may fail while rows are still being sent: that is told below
    written.catch(() => undefined);
    send({ kind: 'columns', columns });
    for (let from = 0; from < rows.length; from += slice) {
      send({ kind: 'rows', rows: rows.slice(from, from + slice) });
      await rest();
    }
    send({ kind: 'write' });
    return new Blob([await written], { type: 'application/vnd.apache.parquet' });
  } finally {
    worker.terminate();
  }
}
