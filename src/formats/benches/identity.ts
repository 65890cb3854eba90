import { canonicalJson, sha256 } from '../../domain/hash.ts';
import type { BenchContent } from './types.ts';

/**
 * The id of a set: SHA-256 of its content as canonical JSON. What readers may correct (name, licence,
 * source) and what a file told beside its records are no part of it, so a document that names a set by its
 * id means the same questions wherever they came from.
 */
export const contentId = (content: BenchContent): Promise<string> =>
  sha256(canonicalJson(identityOf(content)));

function identityOf(content: BenchContent): unknown {
  if (content.kind === 'questions') {
    const { kind, bench, items } = content;
    return { kind, bench, items };
  }
  if (content.kind === 'pool') {
    const { method, examples } = content.data.set;
    return { kind: content.kind, method, examples: examples.map(({ example }) => example) };
  }
  if (content.kind === 'prompt') {
    const { rules, pairs, variant } = content.file;
    return { kind: content.kind, rules, pairs, variant };
  }
  return content;
}
