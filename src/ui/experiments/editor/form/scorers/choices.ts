import { readyScorer, type Scorer } from '../../../../../scoring/scorer.ts';
import { modelJudge } from '../../edits/scorers.ts';

/** Every scorer that a document may begin with; what else they take is set beside them. */
const known: readonly { scorer: Scorer; about: string }[] = [
  { scorer: { kind: 'lab-80', part: 'score' }, about: 'The bench’s own checks together, 1 to 10.' },
  { scorer: { kind: 'lab-80', part: 'content' }, about: 'Is it right? 0 to 5.' },
  { scorer: { kind: 'lab-80', part: 'format' }, about: 'The form that was asked for, 0 to 2.' },
  { scorer: { kind: 'lab-80', part: 'style' }, about: 'Dressed as the demonstrations, 0 or 1.' },
  { scorer: { kind: 'lab-80', part: 'stop' }, about: 'Did it end by itself? 0 or 1.' },
  { scorer: { kind: 'exact', caseSensitive: false }, about: 'And nothing else.' },
  { scorer: { kind: 'contains', caseSensitive: false }, about: 'Anywhere in the answer.' },
  { scorer: { kind: 'regex', pattern: 'yes|no', flags: 'i' }, about: 'A regular expression.' },
  { scorer: { kind: 'length' }, about: 'How many tokens were drawn.' },
  { scorer: { kind: 'degeneration', of: 'loop' }, about: 'A rate: lower is better.' },
  { scorer: { kind: 'degeneration', of: 'code' }, about: 'A rate: lower is better.' },
  { scorer: { kind: 'degeneration', of: 'stop' }, about: 'A rate: lower is better.' },
  { scorer: { kind: 'degeneration', of: 'language' }, about: 'A rate: lower is better.' },
  {
    scorer: { kind: 'likelihood', as: 'mean', of: 'reference', alternatives: 0 },
    about: 'How probable a right answer is; one more cell for each answer.',
  },
  {
    scorer: { kind: 'likelihood', as: 'perplexity', of: 'reference', alternatives: 0 },
    about: 'The same as a perplexity.',
  },
  {
    scorer: { kind: 'ifeval', level: 'prompt', how: 'strict' },
    about: 'IFEval’s instructions, all or nothing: 0 or 1.',
  },
  {
    scorer: { kind: 'ifeval', level: 'instruction', how: 'strict' },
    about: 'The share of IFEval’s instructions that were followed.',
  },
  {
    scorer: modelJudge,
    about: 'A model reads each answer and rates it, 1 to 10; one more cell for each answer.',
  },
  { scorer: { kind: 'hand' }, about: 'You rate the answers, not knowing the arms.' },
];

/** The scorers that may be added to some. */
export function scorerChoices(there: readonly Scorer[]) {
  const ids = there.map((scorer) => readyScorer(scorer).id);
  return known.flatMap(({ scorer, about }) => {
    const { id, label: own } = readyScorer(scorer);
    const label = scorer.kind === 'judge' ? 'Judge: a model rates' : own;
    return ids.includes(id) ? [] : [{ label, about, scorer }];
  });
}
