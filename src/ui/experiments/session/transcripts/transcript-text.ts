import { shown } from '../../../../experiments/results/texts.ts';
import type { Reading } from '../state/analysing.svelte.ts';
import type { PromptParts } from '../state/prompt-parts.ts';
import type { Transcript } from '../state/transcripts.ts';
import { cellFacts } from './cell-facts.ts';

/** A transcript as a text to paste elsewhere: the exact prompt, what came, scores, and what replays it. */
export function transcriptText(
  { row, seeds }: Transcript,
  prompt: PromptParts | null,
  { index }: Pick<Reading, 'index'>,
): string {
  const { cell, arm, planned, item } = row;
  if (!cell || cell.kind === 'failed' || cell.kind === 'judgment') return '';
  const scores = index.scorers.flatMap(({ id, label }) => {
    const scored = row.scores[id];
    if (!scored) return [];
    return [`${label}: ${'value' in scored ? shown(scored.value) : `not judged, ${scored.error}`}`];
  });
  const text = cell.kind === 'answer' ? cell.generation.text : cell.text;
  const part = (title: string, body: string) => `== ${title}\n${body}`;
  return [
    `${index.document.title}: ${arm.label}, ${item.id}, turn ${planned.turn}`,
    ...(prompt ? [part('Prompt', prompt.segments.map((each) => each.text).join(''))] : []),
    part(cell.kind === 'answer' ? 'Answer' : 'Judged text', text),
    part('Scores', scores.join('\n')),
    part(
      'Settings',
      cellFacts(row, cell, seeds)
        .map(({ name, value }) => `${name}: ${value}`)
        .join('\n'),
    ),
  ].join('\n\n');
}
