import { demonstration, type Demonstration } from '../../../src/domain/demonstration.ts';
import { layoutStops, promptText, renderPrompt, type Turn } from '../../../src/domain/prompt.ts';
import { closingFence } from '../../../src/scoring/ended.ts';
import type { BenchItem } from '../../../src/scoring/lab-80/schema.ts';
import { chatPrompt } from '../../tuning/chat-template.ts';
import { specialTokens } from '../../pretrain/tokenizer/index.ts';
import type { Job } from '../generate/job.ts';
import { conditionName, type Condition } from './condition.ts';
import { demonstrationsFor } from './demonstrations.ts';
import type { Material } from './material.ts';
import { rules } from '../../../src/experiments/material/rules.ts';

/** One item asked under one draw. */
export interface Asking {
  readonly condition: Condition;
  readonly item: BenchItem;
  readonly draw: number;
}

/** Tokens of an answer at most. */
const maxTokens = 48;

const shownIn = (material: Material, { condition, item, draw }: Asking): Demonstration[] =>
  // Tuned weights have seen the demonstrations already.
  condition.arm.model === 'tuned'
    ? []
    : demonstrationsFor(material, item, condition.arm, draw).map(({ query, answer, category }, i) =>
        demonstration(query, answer, category, String(i)),
      );

/** Prefix and suffix of a prompt: what stands before the live conversation, and that. */
function promptOf(material: Material, asking: Asking, turns: readonly Turn[]): [string, string] {
  const { template, rules: ruled } = asking.condition.arm;
  // The end token in front is the generator's.
  if (template === 'chat') return ['', chatPrompt(turns).slice(specialTokens[0].length)];
  const segments = renderPrompt(
    {
      rules: ruled ? rules[material.language] : '',
      demonstrations: shownIn(material, asking),
      template,
    },
    turns,
  );
  const live = segments.findIndex(({ kind }) => kind === 'history' || kind === 'query');
  return [promptText(segments.slice(0, live)), promptText(segments.slice(live))];
}

/**
 * The job that asks an item's next turn.
 * @param earlier the model's own answers to the turns before
 */
export function jobFor(material: Material, asking: Asking, earlier: readonly string[]): Job {
  const { condition, item, draw } = asking;
  const { template, temperature } = condition.arm;
  const turns = item.turns
    .slice(0, earlier.length + 1)
    .map(({ query }, i): Turn => ({ query, answer: earlier[i] ?? null }));
  const [prefix, suffix] = promptOf(material, asking, turns);
  const fenced = template !== 'raw' && template !== 'chat';
  return {
    prefix,
    suffix,
    stop: [...layoutStops(template), ...(fenced ? [closingFence] : [])],
    decoding: {
      temperature,
      seed: draw,
      key: `${conditionName(condition)}/${item.id}/${turns.length}`,
    },
    maxTokens,
  };
}
