import * as v from 'valibot';
import { fileDamaged } from './problems.ts';

/**
 * A file's text as what its schema says.
 * @throws Problem 'file-damaged' that names the file, and the field where it is about one
 */
export function parseJson<Schema extends v.GenericSchema>(
  path: string,
  text: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw fileDamaged(path, 'it is not JSON', String(thrown));
  }
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'the whole file';
  throw fileDamaged(path, `${field}: ${issue.message}`);
}
