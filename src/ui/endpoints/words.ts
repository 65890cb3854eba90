import { armsOf } from '../../experiments/document/arms.ts';
import type { ExperimentDocument } from '../../experiments/document/document.ts';
import { servedName } from '../../experiments/document/served.ts';
import { counted } from '../parts/format.ts';

/** Arms that are named one by one. */
const mostNamed = 4;

/** What of a document asks a served model, in words: "the arm “far”". */
export function askersOf(document: ExperimentDocument, name: string): string {
  const labels = armsOf(document)
    .filter(({ setting }) => servedName(setting.model) === name)
    .map(({ label }) => `“${label}”`);
  if (labels.length === 0) return 'what its search or its judges name it for';
  if (labels.length > mostNamed) return counted(labels.length, 'arm');
  return `${labels.length === 1 ? 'the arm' : 'the arms'} ${new Intl.ListFormat('en').format(labels)}`;
}
