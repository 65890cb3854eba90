import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { canonicalJson } from '../../../src/domain/hash.ts';
import type { GivenAnswer } from './scored.ts';

/** SHA-256 of any value, in hex. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

const schema = v.array(
  v.object({
    text: v.string(),
    stopReason: v.picklist(['end-token', 'stop-string', 'length', 'context']),
    stopString: v.nullable(v.string()),
    tokens: v.number(),
    promptHash: v.string(),
  }),
);

/**
 * Answers of finished conditions, so that a stopped run goes on where it was. Answers, not scores: a
 * change of the rubric costs no new answers.
 */
export class AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key}.json`);
  }

  /** The answers under a key; undefined where there are none, or none that can be read. */
  get(key: string): GivenAnswer[] | undefined {
    try {
      return v.parse(schema, JSON.parse(readFileSync(this.#path(key), 'utf8')));
    } catch {
      // Never there, or cut off by a full disk: asking again is always right.
      return undefined;
    }
  }

  /** Keeps answers; the file appears whole or not at all. */
  set(key: string, answers: readonly GivenAnswer[]): void {
    const path = this.#path(key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.part`, JSON.stringify(answers));
    renameSync(`${path}.part`, path);
  }
}
