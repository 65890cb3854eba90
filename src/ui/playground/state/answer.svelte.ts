import type { Problem } from '../../../domain/problem.ts';
import { cleanAnswer } from '../../../domain/prompt.ts';
import type { Generation, Run } from '../../../domain/run.ts';
import type { TokenEvent } from '../../../../workers/protocol.ts';

/** A first turn that is over, as the second turn builds on it. */
export interface FirstTurn {
  query: string;
  /** Cleaned, as it stands in the second turn's prompt. */
  answer: string;
  /** Key of its run: the same key would give the same answer. */
  key: string;
  runId: string;
}

/** What the answer on screen is an answer to. */
export interface Asked {
  /** See experiments/signature.ts. */
  signature: string;
  /** Of the model. */
  fingerprint: string;
  query: string;
  first: FirstTurn | null;
}

/** One arm's answer as the reader sees it: the old one stays until the first token of the new one. */
export class ArmAnswer {
  /** What is under way before the first token. */
  waiting = $state<'model' | 'prompt' | null>(null);
  /** What the text on screen answers; null before the first answer. */
  asked = $state.raw<Asked | null>(null);
  streaming = $state(false);
  text = $state('');
  tokens = $state(0);
  /** Tokens of the prompt that was read, for the waiting line. */
  promptTokens = $state(0);
  /** From asking to the first token, in milliseconds. */
  firstToken = $state<number | null>(null);
  /** Tokens per second after the first token. */
  rate = $state<number | null>(null);
  generation = $state.raw<Generation | null>(null);
  run = $state.raw<Run | null>(null);
  stored = $state<'no' | 'saving' | 'yes' | 'failed'>('no');
  problem = $state.raw<Problem | null>(null);
  #began = 0;
  #firstAt = 0;

  get busy(): boolean {
    return this.waiting !== null || this.streaming;
  }

  /** Work begins; what is on screen stays for now. */
  begin(waiting: 'model' | 'prompt', promptTokens = 0): void {
    this.waiting = waiting;
    this.promptTokens = promptTokens;
    this.streaming = false;
    this.problem = null;
    this.#began = performance.now();
  }

  /** A token has come: with the first, the old answer goes. */
  receive(event: TokenEvent, asked: Asked): void {
    const now = performance.now();
    if (!this.streaming) {
      this.#replace(asked);
      this.streaming = true;
      this.firstToken = now - this.#began;
      this.#firstAt = now;
    }
    this.tokens++;
    this.text += event.text;
    const seconds = (now - this.#firstAt) / 1000;
    this.rate = this.tokens > 1 && seconds > 0 ? (this.tokens - 1) / seconds : null;
  }

  /** An answer is complete, or was cancelled after its first token. */
  finish(generation: Generation, asked: Asked, run: Run | null): void {
    this.#replace(asked);
    this.streaming = false;
    this.generation = generation;
    this.text = generation.text;
    this.tokens = generation.tokens.length;
    this.run = run;
    const { total, firstToken } = generation.timings;
    this.firstToken = firstToken;
    this.rate = total > firstToken ? ((this.tokens - 1) * 1000) / (total - firstToken) : null;
  }

  /** Work ends without an answer: what is on screen stays. */
  abandon(problem: Problem | null = null): void {
    this.waiting = null;
    this.streaming = false;
    this.problem = problem;
  }

  /** Shows a stored run as the answer. */
  restore(run: Run, signature: string): void {
    const last = run.turns.at(-1);
    const [before] = run.turns;
    const first = run.turns.length > 1 && before ? { ...before, key: '', runId: '' } : null;
    const { fingerprint } = run.model;
    this.finish(run.generation, { signature, fingerprint, query: last?.query ?? '', first }, run);
    this.stored = 'yes';
  }

  /** The text without fences and end marks, or as it came. */
  shown(raw: boolean): string {
    return raw ? this.text : cleanAnswer(this.text);
  }

  #replace(asked: Asked): void {
    this.waiting = null;
    this.problem = null;
    this.asked = asked;
    this.text = '';
    this.tokens = 0;
    this.firstToken = null;
    this.rate = null;
    this.generation = null;
    this.run = null;
    this.stored = 'no';
  }
}
