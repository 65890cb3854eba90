import type { GraphBuilder } from './builder.ts';
import type { OpRule } from './rule.ts';
import type { BuiltNode, Value } from './value.ts';

/** Names of values that depend on one of `wrt`. */
function dependents(nodes: readonly BuiltNode[], wrt: readonly Value[]): Set<string> {
  const names = new Set(wrt.map(({ name }) => name));
  for (const node of nodes)
    if (node.inputs.some((input) => input && names.has(input.name)))
      for (const output of node.outputs) names.add(output.name);
  return names;
}

/** Gradients of one operator's inputs by its rule; errors name operator and node. */
function backward(
  g: GraphBuilder,
  rules: ReadonlyMap<string, OpRule>,
  node: BuiltNode,
  dys: readonly (Value | undefined)[],
  wants: (index: number) => boolean,
): readonly (Value | undefined)[] {
  const { op, name, inputs, outputs, attributes } = node;
  const vjp = rules.get(op)?.vjp;
  if (!vjp) throw new Error(`operator ${op} (node ${name}) has no differentiation rule`);
  const y = outputs[0] as Value;
  const input = (index: number) => {
    const value = inputs[index];
    if (!value) throw new Error(`operator ${op} (node ${name}): input ${index} is missing`);
    return value;
  };
  const dy = dys[0] ?? g.filled(y.shape, 0);
  return vjp({ g, attributes, inputs, outputs, input, y, dy, dys, wants });
}

/**
 * Reverse-mode differentiation: appends the nodes that compute d loss / d w for every w in `wrt`
 * and returns those gradients in the same order, each of its w's shape. `loss` must hold one
 * element. Regions use their own rule, every other node its operator's.
 * @param gradients is filled with the gradient of every value that one reaches, by name
 */
export function differentiate(
  g: GraphBuilder,
  rules: ReadonlyMap<string, OpRule>,
  loss: Value,
  wrt: readonly Value[],
  gradients = new Map<string, Value>(),
): Value[] {
  const nodes = g.nodes.slice();
  const needed = dependents(nodes, wrt);
  gradients.set(loss.name, g.filled(loss.shape, 1));
  const accumulate = (to: Value | undefined, gradient: Value | undefined) => {
    if (!to || !gradient || !needed.has(to.name)) return;
    const before = gradients.get(to.name);
    gradients.set(to.name, before ? g.add(before, gradient) : gradient);
  };
  const reaches = (values: readonly Value[]) => values.some(({ name }) => gradients.has(name));
  const asked = (value: Value | undefined) => value !== undefined && needed.has(value.name);
  const regionEndingAt = new Map(g.regions.map((region) => [region.end, region]));

  for (let i = nodes.length; i > 0; i--) {
    const unit = regionEndingAt.get(i) ?? (nodes[i - 1] as BuiltNode);
    const isRegion = 'start' in unit;
    if (reaches(unit.outputs) && unit.inputs.some(asked)) {
      const dys = unit.outputs.map(({ name }) => gradients.get(name));
      const dxs = isRegion
        ? unit.vjp(dys)
        : backward(g, rules, unit, dys, (index) => asked(unit.inputs[index]));
      unit.inputs.forEach((input, index) => accumulate(input, dxs[index]));
    }
    if (isRegion) i = unit.start + 1;
  }
  return wrt.map(({ name }) => {
    const gradient = gradients.get(name);
    if (!gradient) throw new Error(`no gradient reaches ${name}: the loss does not depend on it`);
    return gradient;
  });
}
