import { armsOf } from '../../experiments/document/arms.ts';
import type { ExperimentDocument } from '../../experiments/document/document.ts';
import { servedName } from '../../experiments/document/served.ts';
import { counted } from '../parts/format.ts';

/** Arms that are named one by one. */
const mostNamed = 4;

function armsInWords(labels: readonly string[]): string[] {
  if (labels.length === 0) return [];
  if (labels.length > mostNamed) return [counted(labels.length, 'arm')];
  const named = new Intl.ListFormat('en').format(labels.map((label) => `“${label}”`));
  return [`${labels.length === 1 ? 'the arm' : 'the arms'} ${named}`];
}

/** What of a document asks a served model, in words: "the arm “far” and 2 judges". */
export function askersOf(document: ExperimentDocument, name: string): string {
  const labels = armsOf(document)
    .filter(({ setting }) => servedName(setting.model) === name)
    .map(({ label }) => label);
  const judges = document.scorers.filter(
    (scorer) =>
      scorer.kind === 'judge' && scorer.judge.by === 'served' && scorer.judge.endpoint === name,
  ).length;
  const askers = [
    ...armsInWords(labels),
    ...(judges > 0 ? [judges === 1 ? 'a judge' : counted(judges, 'judge')] : []),
  ];
  return askers.length === 0 ? 'its search' : new Intl.ListFormat('en').format(askers);
}
