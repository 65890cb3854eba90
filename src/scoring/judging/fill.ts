import type { JudgePrompt } from '../../domain/judgment.ts';
import { Problem } from '../../domain/problem.ts';

/** A conversation of one turn or two as a judge is shown it. */
export interface JudgedConversation {
  readonly questions: readonly string[];
  /** By turn; null where no right answer is shown. */
  readonly references: readonly string[] | null;
  /** One answer's turns, or both answers': A first. */
  readonly answers: readonly (readonly string[])[];
}

/** FastChat's names of places, and a brace that stands for itself. */
const place = /\{\{|\}\}|\{([a-z_0-9]+)\}/g;

/** The texts that a template may name. */
function textsOf({ questions, references, answers }: JudgedConversation): Map<string, string> {
  const texts = new Map<string, string>();
  const name = (key: string, list: readonly string[]) => {
    list.forEach((text, i) => texts.set(`${key}_${i + 1}`, text));
  };
  const [a = [], b] = answers;
  texts.set('question', questions.at(-1) ?? '');
  name('question', questions);
  if (references) name('ref_answer', references);
  if (b === undefined) {
    texts.set('answer', a.at(-1) ?? '');
    name('answer', a);
    return texts;
  }
  texts.set('answer_a', a.at(-1) ?? '').set('answer_b', b.at(-1) ?? '');
  name('answer_a', a);
  name('answer_b', b);
  return texts;
}

/** Names of the places in a template. */
export const placesIn = ({ prompt_template }: Pick<JudgePrompt, 'prompt_template'>): string[] =>
  [...prompt_template.matchAll(place)].flatMap(([, name]) => name ?? []);

/**
 * A template with texts in its places. It is read once, from left to right: what looks like a place within an
 * answer stays what it is.
 * @throws Problem 'bad-input' where the template names a text that is not there
 */
export function fillPrompt(
  { name, prompt_template }: Pick<JudgePrompt, 'name' | 'prompt_template'>,
  conversation: JudgedConversation,
): string {
  const texts = textsOf(conversation);
  return prompt_template.replace(place, (found: string, key: string | undefined) => {
    if (key === undefined) return found.charAt(0);
    const text = texts.get(key);
    if (text !== undefined) return text;
    throw new Problem({
      code: 'bad-input',
      message: `The judge prompt “${name}” has a place {${key}}, and there is no such text.`,
      remedy: `Texts here are ${[...texts.keys()].map((one) => `{${one}}`).join(', ')}. Braces of its own are written {{ and }}.`,
    });
  });
}

/** The template up to its first place: what all prompts written with it begin with. */
export function headOf({ prompt_template }: Pick<JudgePrompt, 'prompt_template'>): string {
  const [first] = [...prompt_template.matchAll(place)];
  return first ? prompt_template.slice(0, first.index) : prompt_template;
}
