import { join } from 'node:path';
import * as v from 'valibot';
import { Cell } from '../../src/domain/cell.ts';
import { issueText } from '../../src/domain/issue.ts';
import { UsageError } from './command-line.ts';
import { JsonLines, replaceFile } from './json-lines.ts';

const Recipe = v.object({ hash: v.string(), text: v.string() });

/** A file as it was opened. */
interface Opened {
  readonly path: string;
  readonly file: JsonLines;
  readonly lines: readonly string[];
}

/** The cells of a folder, a line each, and the texts of their recipes, each once. */
export class CellLog {
  readonly #runs: Opened;
  readonly #prompts: Opened;
  /** Lines as they were written, by key and by hash: what is put in order keeps its bytes. */
  readonly #cells = new Map<string, string>();
  readonly #recipes = new Map<string, string>();
  #recipesKept: Promise<void> = Promise.resolve();

  private constructor(runs: Opened, prompts: Opened) {
    this.#runs = runs;
    this.#prompts = prompts;
    for (const [line, cell] of parsed(runs, Cell)) {
      const before = this.#cells.get(cell.key);
      if (before === undefined || isFailed(before)) this.#cells.set(cell.key, line);
    }
    for (const [line, { hash }] of parsed(prompts, Recipe)) this.#recipes.set(hash, line);
  }

  /** @throws UsageError that names the line which is no cell */
  static async open(folder: string): Promise<CellLog> {
    const [runs, prompts] = [
      await opened(folder, 'runs.jsonl'),
      await opened(folder, 'prompts.jsonl'),
    ];
    try {
      return new CellLog(runs, prompts);
    } catch (thrown) {
      await Promise.all([runs.file.close(), prompts.file.close()]);
      throw thrown;
    }
  }

  /** Hashes of the recipes whose texts are kept. */
  get recipes(): string[] {
    return [...this.#recipes.keys()];
  }

  /** The texts of recipes, by their hashes. */
  texts(): Map<string, string> {
    const lines = [...this.#recipes.values()];
    return new Map(
      lines.map((line) => {
        const { hash, text } = JSON.parse(line) as v.InferOutput<typeof Recipe>;
        return [hash, text];
      }),
    );
  }

  /** Every cell once; one that failed gives way to a newer one. */
  *read(): Generator<Cell> {
    for (const line of this.#cells.values()) yield JSON.parse(line) as Cell;
  }

  /** Resolves when the cell is on the disk, its recipe's text before it. */
  async add(line: string, recipe: { hash: string; text: string } | null): Promise<void> {
    const { key } = JSON.parse(line) as Cell;
    const before = this.#cells.get(key);
    if (before !== undefined && !isFailed(before)) return;
    this.#cells.set(key, line);
    if (recipe) {
      const text = JSON.stringify(recipe);
      this.#recipes.set(recipe.hash, text);
      this.#recipesKept = this.#prompts.file.append(text);
    }
    // also a recipe that came with an earlier cell
    await this.#recipesKept;
    await this.#runs.file.append(line);
  }

  /** Writes both files anew, in the order of the plan; nothing is added any more. */
  async finish(keys: readonly string[]): Promise<void> {
    await this.close();
    const lines = keys.flatMap((key) => this.#cells.get(key) ?? []);
    const hashes = new Set(
      lines.flatMap((line) => {
        const cell = JSON.parse(line) as Cell;
        return cell.kind === 'failed' ? [] : [cell.prompt.recipe];
      }),
    );
    const recipes = [...hashes].flatMap((hash) => this.#recipes.get(hash) ?? []);
    await replaceFile(this.#prompts.path, ended(recipes));
    await replaceFile(this.#runs.path, ended(lines));
  }

  async close(): Promise<void> {
    await Promise.all([this.#runs.file.close(), this.#prompts.file.close()]);
  }
}

const isFailed = (line: string): boolean => (JSON.parse(line) as Cell).kind === 'failed';

function* ended(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

async function opened(folder: string, name: string): Promise<Opened> {
  const path = join(folder, name);
  return { path, ...(await JsonLines.open(path)) };
}

/** Lines with what they say. @throws UsageError that names the first that a schema refuses */
function* parsed<Schema extends v.GenericSchema>(
  { path, lines }: Opened,
  schema: Schema,
): Generator<[string, v.InferOutput<Schema>]> {
  for (const [i, line] of lines.entries()) {
    const value = parseLine(line);
    const checked = v.safeParse(schema, value);
    if (!checked.success)
      throw new UsageError(`${path}, line ${i + 1}: ${issueText(checked.issues[0])}.`);
    yield [line, checked.output];
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line; // no schema takes a text: refused with its line's number
  }
}
