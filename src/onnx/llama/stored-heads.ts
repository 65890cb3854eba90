import { rotaryTables } from '../composites/rotary.ts';
import { headSize, type LlamaConfig } from './config.ts';

/** The runtime's attention takes heads of a multiple of this. */
const step = 16;

/** Width of a head as files store it: a head of another width is filled up with zeros. */
export const storedHeadSize = (config: LlamaConfig): number =>
  Math.ceil(headSize(config) / step) * step;

/** Place of an element of a head in its stored head: each rotary half begins a stored half. */
function placeOf(config: LlamaConfig, i: number): number {
  const [half, storedHalf] = [headSize(config) / 2, storedHeadSize(config) / 2];
  return i < half ? i : storedHalf + (i - half);
}

/** Which of a matrix's axes is made of heads; undefined: none. */
function headAxis(name: string): 'rows' | 'columns' | undefined {
  if (/\.[qkv]_proj\./.test(name)) return 'columns';
  return /\.o_proj\./.test(name) ? 'rows' : undefined;
}

/** Calls back with the place of every element in the matrix and in the stored one. */
function eachElement(
  config: LlamaConfig,
  axis: 'rows' | 'columns',
  count: number,
  visit: (at: number, stored: number) => void,
): void {
  const [size, wide] = [headSize(config), storedHeadSize(config)];
  const along = axis === 'columns' ? 1 : config.hiddenSize;
  const across = count / config.hiddenSize;
  for (let at = 0; at < count; at++) {
    // the index on the axis of heads, and the other one
    const head = axis === 'columns' ? at % across : Math.floor(at / along);
    const other = axis === 'columns' ? Math.floor(at / across) : at % along;
    const stored = Math.floor(head / size) * wide + placeOf(config, head % size);
    const columns = axis === 'columns' ? (across / size) * wide : along;
    visit(at, axis === 'columns' ? other * columns + stored : stored * columns + other);
  }
}

/** A parameter as files store it: projections of heads filled up, all else as it is. */
export function toStored(config: LlamaConfig, name: string, floats: Float32Array): Float32Array {
  const axis = headAxis(name);
  if (!axis || storedHeadSize(config) === headSize(config)) return floats;
  const stored = new Float32Array((floats.length / headSize(config)) * storedHeadSize(config));
  eachElement(config, axis, floats.length, (at, to) => (stored[to] = floats[at] as number));
  return stored;
}

/** A parameter out of what files store: the inverse of `toStored`. */
export function fromStored(
  config: LlamaConfig,
  name: string,
  stored: Float32Array,
  count: number,
): Float32Array {
  const axis = headAxis(name);
  if (!axis || stored.length === count) return stored;
  const floats = new Float32Array(count);
  eachElement(config, axis, count, (at, from) => (floats[at] = stored[from] as number));
  return floats;
}

/** A parameter's shape as files store it. */
export function storedShape(config: LlamaConfig, name: string, shape: readonly number[]): number[] {
  const [rows = 1, columns = 1] = shape;
  const wider = (count: number) => (count / headSize(config)) * storedHeadSize(config);
  const axis = headAxis(name);
  if (axis === 'rows') return [wider(rows), columns];
  return axis === 'columns' ? [rows, wider(columns)] : [...shape];
}

/** Rotary tables [contextLength, stored size / 2] of stored heads: what was filled up is not turned. */
export function storedRotaryTables(config: LlamaConfig): { cos: Float32Array; sin: Float32Array } {
  const { contextLength, ropeTheta } = config;
  const [half, wide] = [headSize(config) / 2, storedHeadSize(config) / 2];
  const tables = rotaryTables(contextLength, headSize(config), ropeTheta);
  const widened = (table: Float32Array, fill: number) => {
    const stored = new Float32Array(contextLength * wide).fill(fill);
    for (let position = 0; position < contextLength; position++)
      stored.set(table.subarray(position * half, (position + 1) * half), position * wide);
    return stored;
  };
  return { cos: widened(tables.cos, 1), sin: widened(tables.sin, 0) };
}
