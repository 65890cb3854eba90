import { splitFlat } from '../../graph/flat.ts';
import { factorNames, factorSpecs, type AdapterShape } from '../factors.ts';
import type { LinearSite } from '../../importing/hooks.ts';
import { AdapterFileError } from './errors.ts';
import { floatValues } from './float-values.ts';
import type { FloatTensor, StoredTensor } from './safetensors.ts';

/** What PEFT puts before the base model's own names. */
const wrapper = 'base_model.model.';

/** PEFT's name of a site's factor in adapter_model.safetensors. */
export const peftName = (site: string, factor: 'A' | 'B'): string =>
  `${wrapper}${site}.lora_${factor}.weight`;

/** A row-major matrix [rows, columns] with its axes exchanged. */
function exchanged(values: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = values[row * columns + column] as number;
  return result;
}

/**
 * Factors as PEFT stores them: lora_A [r, in], lora_B [out, r], ours with their axes exchanged. They are
 * so for GPT-2's Conv1D too, whose own weight is [in, out]: there the configuration has to say
 * fan_in_fan_out, which only matters when PEFT merges.
 * @param factors the flat vector of `factorSpecs`
 */
export function toPeft(
  adapter: Pick<AdapterShape, 'sites' | 'rank'>,
  factors: Float32Array,
): Map<string, FloatTensor> {
  const views = splitFlat(factorSpecs(adapter), factors);
  const { rank } = adapter;
  return new Map(
    adapter.sites.flatMap(({ name, rows, columns }) => {
      const [a, b] = factorNames(name).map((each) => views.get(each)) as [
        Float32Array,
        Float32Array,
      ];
      return [
        [peftName(name, 'A'), { shape: [rank, rows], values: exchanged(a, rows, rank) }],
        [peftName(name, 'B'), { shape: [columns, rank], values: exchanged(b, rank, columns) }],
      ] as [string, FloatTensor][];
    }),
  );
}

/** What adapter_config.json says of the scale, by its own names. */
export interface PeftScaling {
  readonly r: number;
  readonly lora_alpha: number;
  readonly use_rslora?: boolean | undefined;
  /** By regular expressions that a layer's name ends with. */
  readonly rank_pattern?: Readonly<Record<string, number>> | undefined;
  readonly alpha_pattern?: Readonly<Record<string, number>> | undefined;
}

/** The entry that is meant for a layer, as PEFT looks it up. */
function patterned(
  patterns: Readonly<Record<string, number>> | undefined,
  site: string,
): number | undefined {
  return Object.entries(patterns ?? {}).find(([key]) => {
    if (site === key || site.endsWith(`.${key}`)) return true;
    try {
      return new RegExp(`^(.*\\.)?(${key})$`).test(site);
    } catch {
      return false;
    }
  })?.[1];
}

function scaleOf(config: PeftScaling, site: string, rank: number): number {
  const alpha = patterned(config.alpha_pattern, site) ?? config.lora_alpha;
  return alpha / (config.use_rslora ? Math.sqrt(rank) : rank);
}

interface Pair {
  readonly site: LinearSite;
  readonly rank: number;
  /** [r, in] and [out, r]. */
  readonly a: Float32Array;
  readonly b: Float32Array;
}

const factorOf = /^(?:base_model\.model\.)?(.+)\.lora_(A|B)(?:\.default)?\.weight$/;

/** Tensors by layer and factor. */
function grouped(
  tensors: ReadonlyMap<string, StoredTensor>,
): Map<string, Partial<Record<'A' | 'B', string>>> {
  const groups = new Map<string, Partial<Record<'A' | 'B', string>>>();
  for (const name of tensors.keys()) {
    const [, site, factor] = factorOf.exec(name) ?? [];
    if (site === undefined || factor === undefined)
      throw new AdapterFileError(
        `tensor ${name}`,
        'it is no lora_A or lora_B of a linear layer; adapters of other kinds are not supported',
      );
    const group = groups.get(site) ?? {};
    if (group[factor as 'A' | 'B'] !== undefined)
      throw new AdapterFileError(`tensor ${name}`, `the file has lora_${factor} of ${site} twice`);
    groups.set(site, { ...group, [factor]: name });
  }
  return groups;
}

function pairOf(
  tensors: ReadonlyMap<string, StoredTensor>,
  name: string,
  names: Partial<Record<'A' | 'B', string>>,
  site: LinearSite | undefined,
): Pair {
  if (!site)
    throw new AdapterFileError(`layer ${name}`, 'the base model has no such layer to adapt');
  const of = (factor: 'A' | 'B') => {
    const tensor = tensors.get(names[factor] ?? '');
    if (!tensor)
      throw new AdapterFileError(`layer ${name}`, `the file has no lora_${factor} of it`);
    return tensor;
  };
  const [a, b] = [of('A'), of('B')];
  const rank = a.shape[0] ?? 0;
  const check = (factor: 'A' | 'B', tensor: StoredTensor, shape: readonly number[]) => {
    if (rank < 1 || tensor.shape.join() !== shape.join())
      throw new AdapterFileError(
        `tensor ${names[factor]}`,
        `its shape is [${tensor.shape.join(', ')}]; beside a layer from ${site.rows} to ${site.columns} it would be [${shape.join(', ')}]`,
      );
  };
  check('A', a, [Math.max(rank, 1), site.rows]);
  check('B', b, [site.columns, Math.max(rank, 1)]);
  return {
    site,
    rank,
    a: floatValues(names.A as string, a),
    b: floatValues(names.B as string, b),
  };
}

/**
 * The adapter that a file's tensors and its configuration describe. Where layers differ in rank, the
 * smaller ones are filled up with zeros; where they differ in scale, B takes the difference.
 * @param sites where the base model can have adapters
 * @throws AdapterFileError where a tensor is not of a layer that the base has, or does not fit it
 */
export function fromPeft(
  tensors: ReadonlyMap<string, StoredTensor>,
  config: PeftScaling,
  sites: readonly LinearSite[],
): { adapter: AdapterShape; factors: Float32Array } {
  if (tensors.size === 0) throw new AdapterFileError('data', 'the file has no tensors');
  const known = new Map(sites.map((site) => [site.name, site]));
  const pairs = [...grouped(tensors)].map(([name, names]) =>
    pairOf(tensors, name, names, known.get(name)),
  );
  // in the model's own order, whatever the file's
  const places = new Map(sites.map(({ name }, i) => [name, i]));
  const placeOf = ({ site }: Pair) => places.get(site.name) ?? 0;
  pairs.sort((one, other) => placeOf(one) - placeOf(other));
  const rank = Math.max(...pairs.map((pair) => pair.rank));
  const scale = scaleOf(config, '', config.r);
  if (!(Number.isFinite(scale) && scale !== 0))
    throw new AdapterFileError(
      'adapter_config.json',
      `lora_alpha ${config.lora_alpha} and r ${config.r} give no scale`,
    );
  const adapter = { sites: pairs.map(({ site }) => site), rank, scale };
  const specs = factorSpecs(adapter);
  const factors = new Float32Array(
    specs.reduce((sum, { shape }) => sum + (shape[0] as number) * (shape[1] as number), 0),
  );
  const views = splitFlat(specs, factors);
  for (const pair of pairs) {
    const { site, a, b } = pair;
    const told = patterned(config.rank_pattern, site.name) ?? config.r;
    if (told !== pair.rank)
      throw new AdapterFileError(
        `layer ${site.name}`,
        `its factors are of rank ${pair.rank}, adapter_config.json says ${told}`,
      );
    const ratio = scaleOf(config, site.name, pair.rank) / scale;
    const [nameA, nameB] = factorNames(site.name);
    const [toA, toB] = [views.get(nameA), views.get(nameB)] as [Float32Array, Float32Array];
    for (let k = 0; k < pair.rank; k++) {
      for (let row = 0; row < site.rows; row++)
        toA[row * rank + k] = a[k * site.rows + row] as number;
      for (let column = 0; column < site.columns; column++)
        toB[k * site.columns + column] = ratio * (b[column * pair.rank + k] as number);
    }
  }
  return { adapter, factors };
}
