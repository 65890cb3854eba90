import type { Attribute, AttributeKind, Attributes, AttributeValues } from './types.ts';

/** Short constructors: `{ axis: int(-1), epsilon: float(1e-5) }`. */
export const int = (value: number): Attribute => ({ kind: 'int', value });
export const float = (value: number): Attribute => ({ kind: 'float', value });
export const ints = (value: readonly number[]): Attribute => ({ kind: 'ints', value });

/** The attribute's value, or undefined when absent. Errors when it has another kind. */
export function attribute<K extends AttributeKind>(
  attributes: Attributes,
  name: string,
  kind: K,
): AttributeValues[K] | undefined {
  const found = attributes[name];
  if (found === undefined) return undefined;
  if (found.kind !== kind)
    throw new Error(`attribute ${name} must be of kind ${kind}, not ${found.kind}`);
  return found.value as AttributeValues[K];
}

/** An int attribute or its default. */
export const intOf = (attributes: Attributes, name: string, fallback: number): number =>
  attribute(attributes, name, 'int') ?? fallback;

/** A float attribute or its default. */
export const floatOf = (attributes: Attributes, name: string, fallback: number): number =>
  attribute(attributes, name, 'float') ?? fallback;
