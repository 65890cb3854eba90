import { Problem } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import { RuleFiles, ruleTrainings, type TrainingTrouble } from './rule-trainings.ts';
import { modelFacts } from './world.ts';

const timings = { queued: 0, prefill: 0, firstToken: 0, total: 0 };

/** What a rule engine is made to suffer. */
export interface Trouble extends TrainingTrouble {
  /** Told before each cell of a block is answered: 'crash' breaks the worker there and then. */
  beforeCell?: () => 'crash' | undefined;
  /** What it writes, by a job's key; absent for a sentence that names key and prompt. */
  says?: (key: string) => string;
}

/**
 * An engine that answers by a rule, to look at what a run does around it: when it is asked, what is kept,
 * what happens when its worker breaks. It knows nothing of models (a code point is a token); what real ones
 * do is tested in a real browser, end to end.
 */
export function ruleEngine(
  { beforeCell, says, ...trouble }: Trouble = {},
  files = new RuleFiles(),
): Engine & { readonly asked: string[]; readonly adapters: (string | undefined)[] } {
  const crashed = new Set<(problem: Problem) => void>();
  const asked: string[] = [];
  const adapters: (string | undefined)[] = [];
  const crash = (): Problem => {
    const problem = new Problem({ code: 'worker-crashed', message: 'struck', remedy: 'r' });
    for (const listener of crashed) listener(problem);
    return problem;
  };
  const refuse = () => Promise.reject(new Error('A run asks many at a time.'));
  return {
    asked,
    adapters,
    inspect: modelFacts,
    load: async ({ model, precision }) => {
      const { identity, contextLength } = await modelFacts({ model, precision });
      return {
        identity,
        contextLength,
        device: {
          kind: 'wasm',
          requested: 'auto',
          adapter: null,
          threads: 1,
          reason: '',
          selfTest: { passed: true, maxDifference: null, tolerance: 0 },
        },
        vocabularySize: 0x110000,
        endTokens: [0],
        hasChatTemplate: true,
        loadTime: 0,
      };
    },
    tokenize: async ({ texts }) =>
      texts.map((text) => Array.from(text, (c) => c.codePointAt(0) ?? 0)),
    renderChat: async ({ messages }) => messages.map(({ content }) => content).join('\n'),
    generateAll: async ({ jobs }, { signal, onEvent } = {}) => {
      for (const [job, { key, promptTokens, adapter }] of jobs.entries()) {
        await Promise.resolve();
        if (signal?.aborted) return null;
        if (beforeCell?.() === 'crash') throw crash();
        if (adapter !== undefined && !files.adapters.has(adapter)) throw new Error(adapter);
        asked.push(key);
        adapters.push(adapter);
        const text = says?.(key) ?? `A ${key.slice(0, 6)} after ${promptTokens.length}.`;
        const tokens = Array.from(text, (c) => c.codePointAt(0) ?? 0);
        onEvent?.({
          job,
          generation: {
            ...{ text, tokens, timings },
            logProbabilities: tokens.map(() => -1),
            stopReason: 'end-token',
            stopString: null,
          },
        });
      }
      return null;
    },
    score: async ({ jobs }) => {
      if (beforeCell?.() === 'crash') throw crash();
      return jobs.map(({ promptTokens, tokens }) => ({
        logProbabilities: tokens.map((token) => -(token % 7) - promptTokens.length / 1000),
        ranks: tokens.map((token) => token % 3),
        entropies: tokens.map(() => 1),
        alternatives: tokens.map(() => []),
      }));
    },
    onCrash: (listener) => {
      crashed.add(listener);
      return () => void crashed.delete(listener);
    },
    memory: async () => null,
    pieces: refuse,
    decode: refuse,
    generate: refuse,
    ...ruleTrainings(files, trouble, crash),
    pauseTraining: refuse,
    resumeTraining: refuse,
    storedTrainings: refuse,
    discardTraining: refuse,
    removeAdapter: refuse,
    mergeAdapter: refuse,
    dispose: () => undefined,
  };
}
