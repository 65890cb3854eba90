import type { Tensor } from 'onnxruntime-node';
import type { OptimizerVectors } from './checkpoint.ts';
import { floats } from './runtime.ts';

const inputs = ['parameters', 'moment1', 'moment2'] as const;
const outputs = ['nextParameters', 'nextMoment1', 'nextMoment2'] as const;

/**
 * Parameters and both moments, twice: a step reads one set and writes the other, then they swap.
 * Input and output are never the same buffer, and nothing is allocated per step.
 */
export class OptimizerState {
  private front: readonly Tensor[];
  private back: readonly Tensor[];

  constructor({ parameters, moment1, moment2 }: OptimizerVectors) {
    const tensor = (data: Float32Array) => floats(data, [data.length]);
    this.front = [parameters, moment1, moment2].map(tensor);
    this.back = this.front.map((t) => tensor(new Float32Array(t.size)));
  }

  /** Parameters of a model not yet trained, with moments at zero. */
  static fresh(parameters: Float32Array): OptimizerState {
    const zeros = () => new Float32Array(parameters.length);
    return new OptimizerState({ parameters, moment1: zeros(), moment2: zeros() });
  }

  /** The current vectors as inputs of the training graph. */
  feeds(): Record<string, Tensor> {
    return Object.fromEntries(inputs.map((name, i) => [name, this.front[i] as Tensor]));
  }

  /** Where the training graph writes the next vectors. */
  fetches(): Record<string, Tensor> {
    return Object.fromEntries(outputs.map((name, i) => [name, this.back[i] as Tensor]));
  }

  /** What was written becomes current. */
  swap(): void {
    [this.front, this.back] = [this.back, this.front];
  }

  /** The current vectors (not copied: valid until the next-but-one step). */
  vectors(): OptimizerVectors {
    const [parameters, moment1, moment2] = this.front.map((t) => t.data as Float32Array);
    return {
      parameters: parameters as Float32Array,
      moment1: moment1 as Float32Array,
      moment2: moment2 as Float32Array,
    };
  }
}
