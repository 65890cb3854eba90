import { canonicalJson, sha256 } from '../hash.ts';
import type { TrainingRows, TrainingText } from './rows.ts';
import type { TrainingSettings } from './settings.ts';

/** In this order, whatever order an object's fields came in. */
const textParts = ({ tokens, learnt }: TrainingText) => [tokens, learnt];

/** SHA-256 of tokenised rows, lower-case hex: the same data, split alike, gives the same. */
export function rowsHash(rows: TrainingRows): Promise<string> {
  const { method } = rows;
  const parts =
    method === 'sft'
      ? [rows.training.map(textParts), rows.validation.map(textParts)]
      : [rows.training, rows.validation].map((pairs) =>
          pairs.map(({ chosen, rejected }) => [textParts(chosen), textParts(rejected)]),
        );
  return sha256(JSON.stringify([method, ...parts]));
}

/**
 * Which training this is: two of the same base, settings and rows are the same, and only then.
 * @param fingerprint of the base's weights (`ModelIdentity`)
 * @param rows as `rowsHash` gives it
 */
export function trainingIdentity(
  fingerprint: string,
  settings: TrainingSettings,
  rows: string,
): Promise<string> {
  return sha256(canonicalJson({ fingerprint, settings, rows }));
}
