import { bundledModel, bundledModels } from '../../domain/bundled.ts';
import type { CellModel } from '../../domain/cell.ts';
import { canonicalJson, sha256 } from '../../domain/hash.ts';
import type { Precision } from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Endpoint } from '../../engine/served/types.ts';
import { servedName, servedRole } from '../document/served.ts';

/** A model that an arm asks, as it is known before it is loaded. */
export interface PlannedModel {
  readonly model: CellModel;
  /** Positions, prompt and answer together, in tokens; a served model's is not known. */
  readonly contextLength: number | null;
  /** Bytes of its files. */
  readonly bytes: number;
  /** SHA-256 of its tokenizer: only models with the same one can judge each other's tokens. */
  readonly tokenizer: string;
}

/** What the reader chose to experiment on. */
export interface ChosenModel {
  readonly id: string;
  readonly precision: Precision;
}

/** Finds the models that a document names, each looked up once. */
export class ModelBook {
  readonly #engine: Pick<Engine, 'inspect'>;
  readonly #chosen: ChosenModel;
  readonly #served: readonly Endpoint[];
  readonly #known = new Map<string, Promise<PlannedModel>>();

  /** @param served the document's */
  constructor(
    engine: Pick<Engine, 'inspect'>,
    chosen: ChosenModel,
    served: readonly Endpoint[] = [],
  ) {
    this.#engine = engine;
    this.#chosen = chosen;
    this.#served = served;
  }

  /**
   * @param name a role ('chosen', 'twin', 'smaller'), a model's id, or `served:<name>`
   * @param precision null: the chosen one where the model has it, else the model's first
   * @throws Problem 'bad-input' for a role nobody has, a model nobody knows, a precision that is not there
   */
  find(name: string, precision: Precision | null): Promise<PlannedModel> {
    const key = `${name}/${precision ?? ''}`;
    const known = this.#known.get(key) ?? this.#look(name, precision);
    this.#known.set(key, known);
    return known;
  }

  async #look(name: string, precision: Precision | null): Promise<PlannedModel> {
    const endpoint = servedName(name);
    if (endpoint !== null) return this.#servedOne(endpoint);
    const id = this.#idOf(name);
    const there = bundledModel(id)?.precisions;
    if (!there) throw unknownModel(id);
    const wanted =
      precision ?? (there.includes(this.#chosen.precision) ? this.#chosen.precision : there[0]);
    if (!there.includes(wanted)) throw noPrecision(id, wanted, there);
    const { identity, contextLength } = await this.#engine.inspect({
      model: id,
      precision: wanted,
    });
    const { label, fingerprint, files } = identity;
    return {
      model: { id, label, precision: wanted, fingerprint },
      contextLength,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      tokenizer: files.find(({ path }) => path === 'tokenizer.json')?.sha256 ?? fingerprint,
    };
  }

  /** The same address asked for the same name in the same way is the same model, as far as anyone can tell. */
  async #servedOne(name: string): Promise<PlannedModel> {
    const found = this.#served.find((each) => each.name === name);
    if (!found) throw unknownModel(servedRole(name));
    const { url, model, api } = found;
    const fingerprint = await sha256(canonicalJson({ url, model, api }));
    const label = `${model} at ${new URL(url).host}`;
    return {
      model: { id: servedRole(name), label, precision: 'served', fingerprint },
      contextLength: null,
      bytes: 0,
      tokenizer: fingerprint,
    };
  }

  #idOf(name: string): string {
    const { id } = this.#chosen;
    if (name === 'chosen') return id;
    if (name !== 'twin' && name !== 'smaller') return name;
    const relative = bundledModel(id)?.[name];
    if (relative === undefined) throw noRelative(id, name);
    return relative;
  }
}

const list = (ids: readonly string[]): string => ids.join(', ');

function unknownModel(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `model: “${id}” is not a model of this lab.`,
    remedy: `Known are ${list(bundledModels.map((model) => model.id))}, the roles chosen, twin, smaller, and what the document lists as served.`,
  });
}

function noRelative(id: string, role: 'twin' | 'smaller'): Problem {
  const what = role === 'twin' ? 'instruct twin' : 'smaller relative';
  return new Problem({
    code: 'bad-input',
    message: `model: “${role}” is asked for, and ${id} has no ${what}.`,
    remedy: 'Choose another model to experiment on, name a model by its id, or take the level out.',
  });
}

function noPrecision(id: string, wanted: string, there: readonly string[]): Problem {
  return new Problem({
    code: 'bad-input',
    message: `precision: ${id} is not there in ${wanted}.`,
    remedy: `It is there in ${list(there)}.`,
  });
}
