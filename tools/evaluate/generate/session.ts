import { InferenceSession } from 'onnxruntime-node';
import type { OpenSession } from '../../../workers/batch/open-batch.ts';

/**
 * Opens graphs on the CPU.
 * @param threads 0: as many as the machine has cores
 */
export const sessionsOn =
  (threads: number): OpenSession =>
  (graph, _, beside) =>
    InferenceSession.create(graph, {
      externalData: beside,
      executionProviders: ['cpu'],
      interOpNumThreads: 1,
      intraOpNumThreads: threads,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      // Sizes change with every run: patterns of memory would be kept for each of them.
      enableMemPattern: false,
      // As in pre-training: a fifth slower on a free machine, several times faster on a busy one.
      extra: { session: { dynamic_block_base: '4', intra_op: { allow_spinning: '0' } } },
    });
