import type { JudgePrompt } from '../../domain/judgment.ts';
import type { BenchContent } from '../../formats/benches/types.ts';

/**
 * What judges are told by a set of the library, as documents have it.
 * @throws RangeError for sets of another kind
 */
export function promptsOf(content: BenchContent): JudgePrompt[] {
  if (content.kind !== 'judge-prompts') throw new RangeError(`${content.kind} tell no judge`);
  return content.prompts.map(({ name, type, system, template }) => ({
    ...{ name, type, system_prompt: system, prompt_template: template },
  }));
}
