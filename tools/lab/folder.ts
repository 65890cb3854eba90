import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '../../src/domain/cell.ts';
import type { ExperimentRecord } from '../../src/domain/experiment.ts';
import type { Message, Outcome } from '../../src/headless/driver.ts';
import type { Adapter } from '../../src/domain/training/adapter.ts';
import { AdapterFiles } from './adapter-files.ts';
import { CellLog } from './cell-log.ts';
import { UsageError } from './command-line.ts';
import { checkPart, keysOf, readPart, writePart, type Belongings, type Part } from './part.ts';
import { replaceFile } from './json-lines.ts';

/**
 * A folder of results, on the way and finished: experiment.json (document, record, rounds), runs.jsonl (a
 * cell a line), prompts.jsonl (a recipe's text a line, by its hash), adapters/ (what was trained); at the end
 * summary.json and report.html.
 */
export class ResultsFolder {
  readonly #path: string;
  readonly #belongings: Belongings;
  readonly #adapters: AdapterFiles;
  #cells: CellLog | null;
  #record: ExperimentRecord | null;
  readonly #rounds: unknown[];

  private constructor(
    path: string,
    belongings: Belongings,
    part: Part | null,
    cells: CellLog | null,
    adapters: AdapterFiles,
  ) {
    this.#path = path;
    this.#belongings = belongings;
    this.#cells = cells;
    this.#adapters = adapters;
    this.#record = part?.record ?? null;
    this.#rounds = [...(part?.rounds ?? [])];
  }

  /**
   * Opens a folder with what an earlier part of the same experiment left in it. Nothing is made before
   * there is something to keep: a document that is refused leaves nothing behind.
   * @throws UsageError where it holds another experiment, or lines that nobody wrote so
   */
  static async open(path: string, belongings: Belongings): Promise<ResultsFolder> {
    const part = await readPart(path);
    if (part) checkPart(part, belongings, path);
    else if (existsSync(join(path, 'runs.jsonl')))
      throw new UsageError(`${path} holds runs.jsonl and no experiment.json: name another folder.`);
    const adapters = await AdapterFiles.open(path);
    return new ResultsFolder(path, belongings, part, part && (await CellLog.open(path)), adapters);
  }

  /** The record of the earlier part; null where there is none. */
  get record(): ExperimentRecord | null {
    return this.#record;
  }

  get rounds(): unknown[] {
    return this.#rounds;
  }

  get recipes(): string[] {
    return this.#cells?.recipes ?? [];
  }

  get adapters(): Adapter[] {
    return this.#adapters.all;
  }

  /** An adapter's file in base64; null where it is not kept. */
  weights(adapter: string): Promise<string | null> {
    return this.#adapters.weights(adapter);
  }

  /** The cells kept so far. */
  cells(): Iterable<Cell> {
    return this.#cells?.read() ?? [];
  }

  /** Keeps what the page tells; resolves when it is on the disk. */
  async keep(message: Exclude<Message, { kind: 'progress' }>): Promise<void> {
    if (message.kind === 'cell') return this.#cells?.add(message.line, message.recipe);
    if (message.kind === 'adapter') return this.#adapters.put(message.adapter, message.weights);
    if (message.kind === 'record') this.#record = message.record;
    else this.#rounds[message.round.number] = message.round;
    if (!this.#record || this.#rounds.length === 0) return;
    await mkdir(this.#path, { recursive: true });
    const { model } = this.#belongings;
    await writePart(this.#path, { model, record: this.#record, rounds: this.#rounds });
    this.#cells ??= await CellLog.open(this.#path);
  }

  /** Puts cells into the order of the plan and writes the results beside them. */
  async finish({ summary, report }: Outcome): Promise<void> {
    await this.#cells?.finish(keysOf(this.#rounds));
    await replaceFile(join(this.#path, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    await replaceFile(join(this.#path, 'report.html'), report);
  }

  async close(): Promise<void> {
    await this.#cells?.close();
  }
}
