import type { InferenceSession } from 'onnxruntime-common';
import { besideFile } from '../../../src/onnx/model/beside.ts';
import type { Model } from '../../../src/onnx/model/types.ts';
import { writeModel } from '../../../src/onnx/model/write.ts';
import type { TrainingDecoder } from '../../../src/onnx/training/decoder.ts';
import {
  buildGradients,
  buildLogProbs,
  buildLoss,
  buildUpdate,
  type UpdateOptions,
} from '../../../src/onnx/training/graphs.ts';
import type { StepShape } from '../../../src/onnx/training/learnt-rows.ts';
import type { Method } from '../../../src/onnx/training/method.ts';
import type { Trained } from '../../../src/onnx/training/trained.ts';
import type { OpenSession } from '../../batch/open-batch.ts';
import type { FileBeside } from '../../runtime/file-beside.ts';

/** All that a training's graphs are made of. */
export interface GraphParts {
  readonly decoder: TrainingDecoder;
  /** The decoder's own file, in which the graphs find their weights, and what lies beside it. */
  readonly file: Uint8Array;
  readonly beside: () => Promise<readonly FileBeside[]>;
  readonly trained: Trained;
  readonly method: Method;
  readonly update: UpdateOptions;
  /** By the number of a bucket; the last one is the largest. */
  readonly shapes: readonly StepShape[];
  /** Whether blocks are worked out twice, to save memory. */
  readonly recompute: boolean;
}

/** Under which the graphs name the decoder's file. */
const original = 'original.onnx';

/** A training's graphs in sessions, each opened when it is first asked for. */
export class GraphSessions {
  readonly #parts: GraphParts;
  readonly #open: OpenSession;
  readonly #opened = new Map<string, InferenceSession>();

  constructor(parts: GraphParts, open: OpenSession) {
    this.#parts = parts;
    this.#open = open;
  }

  gradients(bucket: number): Promise<InferenceSession> {
    const { decoder, trained, method, recompute } = this.#parts;
    return this.#session(`gradients ${bucket}`, ['nextGradient'], () =>
      buildGradients(decoder, trained, this.#shape(bucket), method, { recompute }),
    );
  }

  /** Of the largest bucket. */
  loss(): Promise<InferenceSession> {
    const { decoder, trained, method } = this.#parts;
    return this.#session('loss', [], () =>
      buildLoss(decoder, trained, this.#shape(this.#parts.shapes.length - 1), method),
    );
  }

  update(): Promise<InferenceSession> {
    const { trained, update } = this.#parts;
    return this.#session('update', ['nextParameters', 'nextMoment1', 'nextMoment2'], () =>
      buildUpdate(trained, update),
    );
  }

  /** The base's log-probabilities, in the largest bucket; the caller closes it. */
  logProbs(): Promise<InferenceSession> {
    const { decoder } = this.#parts;
    const shape = this.#shape(this.#parts.shapes.length - 1);
    return this.#openGraph(buildLogProbs(decoder, null, shape), []);
  }

  async release(): Promise<void> {
    const sessions = [...this.#opened.values()];
    this.#opened.clear();
    for (const session of sessions) await session.release();
  }

  async #session(
    name: string,
    staying: readonly string[],
    build: () => Model,
  ): Promise<InferenceSession> {
    const opened = this.#opened.get(name);
    if (opened) return opened;
    const session = await this.#openGraph(build(), staying);
    this.#opened.set(name, session);
    return session;
  }

  async #openGraph(model: Model, staying: readonly string[]): Promise<InferenceSession> {
    const { file, beside } = this.#parts;
    const graph = writeModel(besideFile(model, file, original));
    return this.#open(graph, staying, [{ path: original, data: file }, ...(await beside())]);
  }

  #shape(bucket: number): StepShape {
    const shape = this.#parts.shapes[bucket];
    if (!shape) throw new RangeError(`no bucket ${bucket}`);
    return shape;
  }
}
