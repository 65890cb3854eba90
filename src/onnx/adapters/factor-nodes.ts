import { int } from '../model/attributes.ts';
import { dtypeCode, type DType } from '../model/dtypes.ts';
import { floatTensor, halfTensor, int64Tensor } from '../model/tensor.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import { sizeOf, splitFlat } from '../graph/flat.ts';
import { factorNames, factorSpecs, type AdapterShape } from './factors.ts';
import type { LinearLayer } from './linear-layers.ts';
import type { LinearSite } from '../importing/hooks.ts';

/** Name of the input that takes the factors. */
export const adapterInput = 'adapter';

/** Gives the names of a site's factors as they are multiplied, in a layer's element type. */
export type FactorSource = (
  site: LinearSite,
  start: number,
  layer: LinearLayer,
) => readonly [a: string, b: string];

/** Writes the nodes that adapters add, under names that no exporter has. */
export class AdapterWriter {
  readonly w = new NodeWriter();

  node(name: string, op: string, inputs: string[], attributes = {}, output?: string): string {
    return this.w.node(`/adapter/${name}`, op, inputs, attributes, output ? [output] : undefined);
  }

  integers(...values: number[]): string {
    return this.w.constant(
      `adapter.integers.${values.join('.')}`,
      int64Tensor([values.length], values),
    );
  }

  floats(name: string, dims: readonly number[], values: Float32Array, dtype: DType): string {
    const make = dtype === 'float16' ? halfTensor : floatTensor;
    return this.w.constant(`adapter.${name}`, make(dims, values));
  }
}

/** Factors as constants, the scale multiplied into B. */
export function storedFactors(
  writer: AdapterWriter,
  adapter: AdapterShape,
  factors: Float32Array,
): FactorSource {
  const views = splitFlat(factorSpecs(adapter), factors);
  const { rank, scale } = adapter;
  return (site, start, { columns, dtype }) => {
    const [a, b] = factorNames(site.name).map((name) => views.get(name)) as [
      Float32Array,
      Float32Array,
    ];
    const wide = new Float32Array(rank * columns);
    for (let row = 0; row < rank; row++)
      for (let i = 0; i < site.columns; i++)
        wide[row * columns + start + i] = scale * (b[row * site.columns + i] as number);
    return [
      writer.floats(`${site.name}.A`, [site.rows, rank], a, dtype),
      writer.floats(`${site.name}.B`, [rank, columns], wide, dtype),
    ];
  };
}

/** Factors cut from the input `adapter`, on every run: those that a training moves meanwhile. */
export function givenFactors(writer: AdapterWriter, adapter: AdapterShape): FactorSource {
  const { rank, scale } = adapter;
  const starts = new Map<string, number>();
  let end = 0;
  for (const spec of factorSpecs(adapter)) {
    starts.set(spec.name, end);
    end += sizeOf(spec);
  }
  const cut = (name: string, rows: number, columns: number, dtype: DType): string => {
    const from = starts.get(name) as number;
    const part = writer.node(`${name}/Slice`, 'Slice', [
      adapterInput,
      writer.integers(from),
      writer.integers(from + rows * columns),
      writer.integers(0),
    ]);
    const matrix = writer.node(`${name}/Reshape`, 'Reshape', [
      part,
      writer.integers(rows, columns),
    ]);
    return dtype === 'float32'
      ? matrix
      : writer.node(`${name}/Cast`, 'Cast', [matrix], { to: int(dtypeCode(dtype)) });
  };
  return (site, start, { columns, dtype }) => {
    const [nameA, nameB] = factorNames(site.name);
    const scaled = writer.node(`${nameB}/scaled`, 'Mul', [
      cut(nameB, rank, site.columns, dtype),
      writer.floats(`scale.${dtype}`, [], Float32Array.of(scale), dtype),
    ]);
    const after = columns - start - site.columns;
    const zeros = (width: number) =>
      width === 0
        ? []
        : [
            writer.floats(
              `zeros.${dtype}.${rank}.${width}`,
              [rank, width],
              new Float32Array(rank * width),
              dtype,
            ),
          ];
    const parts = [...zeros(start), scaled, ...zeros(after)];
    const b =
      parts.length === 1 ? scaled : writer.node(`${nameB}/wide`, 'Concat', parts, { axis: int(1) });
    return [cut(nameA, site.rows, rank, dtype), b];
  };
}
