import { decodingInKey, type Decoding } from '../../domain/decoding.ts';
import { canonicalJson, sha256 } from '../../domain/hash.ts';
import type { JudgePrompt } from '../../domain/judgment.ts';
import { layoutStops } from '../../domain/prompt.ts';
import { engineVersion } from '../../../workers/protocol.ts';
import type { Setting } from '../document/setting.ts';

/** How a cell is decoded: its seed counts only where something is drawn. */
export function decodingOf({ decoding, template }: Setting, seed: number): Decoding {
  const stop = [...new Set([...layoutStops(template), ...decoding.stop])];
  return { ...decoding, stop, seed: decoding.temperature === 0 ? 0 : seed };
}

/** What stands before a cell's text: weights, recipe, and the live conversation. */
export interface KeyGround {
  readonly fingerprint: string;
  /** Name of a training or id of an adapter; absent where the base alone is asked. */
  readonly tuning?: string | undefined;
  readonly recipe: string;
  readonly template: Setting['template'];
  /** The live turns' queries, the last one open. */
  readonly queries: readonly string[];
  /** Key of the cell whose answer stands between the queries; absent in a first turn. */
  readonly after?: string | undefined;
}

/**
 * The key of an answer: equal keys get the same answer from the same engine. It is known before anything
 * runs: an earlier turn's answer follows from that cell's key.
 */
export const answerKey = (ground: KeyGround, decoding: Decoding): Promise<string> =>
  sha256(
    canonicalJson({ kind: 'answer', ...ground, decoding: decodingInKey(decoding), engineVersion }),
  );

/** The key of a likelihood: of a text, or of another cell's answer, in place of the cell's own answer. */
export const likelihoodKey = (
  ground: KeyGround,
  text: { readonly text: string } | { readonly answerOf: string },
  alternatives: number,
): Promise<string> =>
  sha256(canonicalJson({ kind: 'likelihood', ...ground, ...text, alternatives, engineVersion }));

/** What determines a judgment. */
export interface JudgmentGround {
  readonly judge: {
    readonly fingerprint: string;
    /** Of a served model: whether it is asked for its log-probabilities, which not every server gives. */
    readonly logProbabilities?: boolean;
  };
  readonly prompt: Pick<JudgePrompt, 'system_prompt' | 'prompt_template'> & {
    readonly opening: string;
  };
  readonly queries: readonly string[];
  readonly references: readonly string[] | null;
  /** Keys of the answers that are shown, in the order shown: an earlier turn's follows from each. */
  readonly answers: readonly string[];
  /** Tokens of the reply, at most. */
  readonly maxNewTokens: number;
}

/** The key of a judgment. How it is read is not in it: the same judgment serves every reading. */
export const judgmentKey = (ground: JudgmentGround): Promise<string> =>
  sha256(canonicalJson({ kind: 'judgment', ...ground, engineVersion }));
