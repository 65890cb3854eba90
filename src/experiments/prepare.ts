import { budgetOf, type Budget } from '../domain/budget.ts';
import { decodingInKey, type Decoding } from '../domain/decoding.ts';
import { canonicalJson, sha256 } from '../domain/hash.ts';
import {
  chatMessages,
  layoutStops,
  promptText,
  renderPrompt,
  type Segment,
  type Turn,
} from '../domain/prompt.ts';
import { recipeForArm, type Arm, type Recipe } from '../domain/recipe.ts';
import type { Engine } from '../engine/engine.ts';
import { engineVersion, type LoadedModel } from '../../workers/protocol.ts';

/** What one press of "Run" asks of one arm. */
export interface Question {
  recipe: Recipe;
  arm: Arm;
  /** Earlier turns with the model's own answers, then the open one. */
  turns: readonly Turn[];
  decoding: Decoding;
}

/** A question ready for the engine: the exact prompt, its tokens, and the key of the run. */
export interface Prepared {
  question: Question;
  segments: Segment[];
  text: string;
  tokens: number[];
  /** With the layout's own stop strings beside the reader's. */
  decoding: Decoding;
  budget: Budget;
  key: string;
}

/** The prompt of an arm as segments; a chat layout is one segment written by the tokenizer. */
export async function segmentsOf(engine: Engine, question: Question): Promise<Segment[]> {
  const recipe = recipeForArm(question.recipe, question.arm);
  if (recipe.template !== 'chat') return renderPrompt(recipe, question.turns);
  const messages = chatMessages(recipe, question.turns);
  return [{ kind: 'query', text: await engine.renderChat({ messages }) }];
}

/** A run's decoding with the stop strings of its layout added. */
export function effectiveDecoding(question: Question): Decoding {
  const { template } = recipeForArm(question.recipe, question.arm);
  const stop = [...new Set([...layoutStops(template), ...question.decoding.stop])];
  return { ...question.decoding, stop };
}

/**
 * Hash of everything that determines an answer's tokens: weights, prompt, decoding, engine (DESIGN, "plan").
 * @param adapter absent for the base alone, whose runs keep their keys
 */
export function runKey(
  fingerprint: string,
  tokens: readonly number[],
  decoding: Decoding,
  adapter?: string,
): Promise<string> {
  const added = adapter === undefined ? {} : { adapter };
  return sha256(
    canonicalJson({
      fingerprint,
      ...added,
      tokens,
      decoding: decodingInKey(decoding),
      engineVersion,
    }),
  );
}

/** Writes and tokenises an arm's prompt. A prompt over the context shows in `budget.overBy`. */
export async function prepare(
  engine: Engine,
  model: LoadedModel,
  question: Question,
): Promise<Prepared> {
  const segments = await segmentsOf(engine, question);
  const text = promptText(segments);
  const [tokens = []] = await engine.tokenize({ texts: [text] });
  const decoding = effectiveDecoding(question);
  return {
    question,
    segments,
    text,
    tokens,
    decoding,
    budget: budgetOf(model.contextLength, tokens.length, decoding.maxNewTokens),
    key: await runKey(model.identity.fingerprint, tokens, decoding, question.arm.adapter),
  };
}
