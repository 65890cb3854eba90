import { gallery } from '../../../experiments/gallery/gallery.ts';
import type { Template } from '../../../experiments/gallery/template.ts';

/** Studies of the gallery that belong together. */
export interface Group {
  readonly title: string;
  readonly about: string;
  readonly templates: readonly Template[];
}

const multilingual = 'arXiv 2503.01611';
const from = (fits: (source: string | null) => boolean): readonly Template[] =>
  gallery.filter(({ source }) => fits(source));

/** The gallery by where its studies come from; each is in one group. */
export const groups: readonly Group[] = [
  {
    title: 'The paper’s studies',
    about: '“Is In-Context Learning Sufficient for Instruction Following in LLMs?”, re-created.',
    templates: from((source) => source !== null && !source.startsWith(multilingual)),
  },
  {
    title: 'Languages and sizes',
    about: 'After “In-context Learning vs. Instruction Tuning” on small and multilingual models.',
    templates: from((source) => source?.startsWith(multilingual) ?? false),
  },
  {
    title: 'Beyond the papers',
    about: 'Questions that the papers leave open.',
    templates: from((source) => source === null),
  },
];
