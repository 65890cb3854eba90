import * as v from 'valibot';
import { BenchFile, PoolFile, StylesFile } from './schema.ts';

/** Reads JSON by a schema; throws an Error with the path of the first field that does not fit. */
function read<T>(what: string, schema: v.GenericSchema<unknown, T>, json: unknown): T {
  const { success, output, issues } = v.safeParse(schema, json);
  if (success) return output;
  const [issue] = issues;
  throw new Error(`${what}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** public/lab-80/<split>.<language>.json; throws an Error that names the field. */
export const readBench = (json: unknown): BenchFile => read('Lab-80 questions', BenchFile, json);

/** public/lab-80/pool[-degraded].<language>.json; throws an Error that names the field. */
export const readPool = (json: unknown): PoolFile => read('Lab-80 pool', PoolFile, json);

/** public/lab-80/styles.json; throws an Error that names the field. */
export const readStyles = (json: unknown): StylesFile => read('Lab-80 styles', StylesFile, json);
