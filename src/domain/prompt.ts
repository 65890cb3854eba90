import type { Recipe, TemplateId } from './recipe.ts';
import { layouts, type Layout } from './template.ts';

/** A turn of the live conversation: `answer` is null in the turn that waits for the model. */
export interface Turn {
  query: string;
  answer: string | null;
}

/** What a stretch of the prompt is, so that the page can colour it and count its tokens. */
export type SegmentKind = 'rules' | 'demonstration' | 'history' | 'query';

export interface Segment {
  kind: SegmentKind;
  text: string;
  /** For a demonstration: which one. */
  demonstrationId?: string;
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/**
 * A recipe and turns in the form of a chat: rules as the system message. A demonstration's empty text
 * is no message; a model's chat template may refuse what then does not alternate.
 */
export function chatMessages(recipe: Recipe, turns: readonly Turn[]): ChatMessage[] {
  const exchange = (query: string, answer: string | null): ChatMessage[] => [
    { role: 'user', content: query },
    ...(answer === null ? [] : [{ role: 'assistant' as const, content: answer }]),
  ];
  return [
    ...(recipe.rules.trim() === '' ? [] : [{ role: 'system' as const, content: recipe.rules }]),
    ...recipe.demonstrations
      .flatMap((d) => exchange(d.query, d.answer))
      .filter(({ content }) => content !== ''),
    ...turns.flatMap((t) => exchange(t.query, t.answer)),
  ];
}

/**
 * Writes the prompt as segments; their texts joined are the exact prompt.
 * Demonstrations stand in order. An empty query or answer of theirs is left out with its heading, as the
 * published prompts of queries alone have it (arXiv 2405.19874, Table 3). Earlier turns follow in the
 * format of one more demonstration, whole even where empty (section 2; URIAL's published scripts); the
 * last turn stays open.
 * @throws RangeError for the template 'chat', which only the model's tokenizer can write.
 */
export function renderPrompt(recipe: Recipe, turns: readonly Turn[]): Segment[] {
  const layout = layoutOf(recipe.template);
  const rules = recipe.rules.trim();
  const segments: Segment[] = [];
  if (layout.rules && rules !== '') segments.push({ kind: 'rules', text: layout.rules(rules) });
  if (layout.demonstration) {
    for (const { id, query, answer } of recipe.demonstrations)
      segments.push({
        kind: 'demonstration',
        text: layout.demonstration(query, answer),
        demonstrationId: id,
      });
  }
  if (recipe.boundary) segments.push({ kind: 'rules', text: `${recipe.boundary}\n\n` });
  for (const turn of turns) {
    const open = layout.open(turn.query);
    segments.push(
      turn.answer === null
        ? { kind: 'query', text: open }
        : { kind: 'history', text: open + layout.close(turn.answer) },
    );
  }
  return segments;
}

/** The prompt as one text. */
export function promptText(segments: readonly Segment[]): string {
  return segments.map((s) => s.text).join('');
}

/** The stop strings of a layout; the model's own chat layout stops by its end token. */
export function layoutStops(template: TemplateId): readonly string[] {
  return template === 'chat' ? [] : layouts[template].stop;
}

/** What a layout writes between the open turn and the answer itself. */
export function answerStart(template: TemplateId): string {
  if (template === 'chat') return '';
  const closed = layouts[template].close('|');
  return closed.slice(0, closed.indexOf('|'));
}

/**
 * The answer as a reader should see it: URIAL's post-processing (right-trim, fences removed,
 * end-of-text marks replaced, trimmed), or with `keepCode` all but the removal of fences.
 */
export function cleanAnswer(text: string, keepCode = false): string {
  const unfenced = keepCode ? text : text.replaceAll('```', '');
  return unfenced.replaceAll('<|endoftext|>', ' ').trim();
}

function layoutOf(template: TemplateId): Layout {
  if (template === 'chat') throw new RangeError('The chat layout is written by the tokenizer.');
  return layouts[template];
}
