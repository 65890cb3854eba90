/** Where the nodes of one training graph lie, as the runtime says when it opens it. */
export interface Placement {
  /** Which graph: "sft, adapter: gradients". */
  readonly graph: string;
  /** Nodes by the runtime's provider. */
  readonly nodes: Readonly<Record<string, number>>;
  /** Whether the session opened with the runtime's fallback to the CPU forbidden. */
  readonly alone: boolean;
  /** What it said where it did not. */
  readonly why?: string;
}
