import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/** A linear layer that an adapter can stand beside: y [.., columns] of x [.., rows]. */
export interface LinearSite {
  /** PEFT's name of it within the model: 'model.layers.0.self_attn.q_proj'. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Called for each linear layer with a PEFT name, with its input and output; gives the output to go on with. */
export type LinearHook = (g: GraphBuilder, site: LinearSite, x: Value, y: Value) => Value;

/** Called for each float weight ('model.norm.weight'), linear ones [in, out]; gives the one to use. */
export type WeightHook = (g: GraphBuilder, name: string, value: Value) => Value;

/** What may change a decoder while it is built. */
export interface Hooks {
  readonly linear?: LinearHook | undefined;
  readonly weight?: WeightHook | undefined;
}
