import type { Demonstration } from '../../../domain/demonstration.ts';
import type { ExampleProblem, TrainingSet } from '../../../domain/training/conversation.ts';
import type { Shelf } from '../../../experiments/material/shelf.ts';
import { loadMaterial } from '../../../experiments/material/load.ts';
import { setOfDemonstrations, setOfSources } from '../../../experiments/training/sets.ts';
import { readDataSet } from '../../../formats/training/data-set.ts';
import { Problem } from '../../../domain/problem.ts';
import { counted } from '../../parts/format.ts';
import type { Draft } from './draft.ts';

/** What a training could be made of. */
export interface Gathered {
  readonly set: TrainingSet;
  /** For readers: "12 of Lab-80's pool, draw 1". */
  readonly label: string;
  readonly problems: readonly ExampleProblem[];
  readonly notes: readonly string[];
}

type Imitation = Extract<TrainingSet, { method: 'sft' }>;

/** Where examples come from. */
export interface Sources {
  readonly demonstrations: readonly Demonstration[];
  readonly shelf: Shelf;
}

/**
 * The examples that a draft names, those that the reader took out included.
 * @throws Problem where there are none, or a file cannot be read
 */
export async function gather(
  { material, prefer }: Pick<Draft, 'material' | 'prefer'>,
  { demonstrations, shelf }: Sources,
): Promise<Gathered> {
  if (material.kind === 'data') {
    if (material.text === null) throw gone(material.name);
    const { set, problems, notes } = readDataSet(material.text, material.name);
    return { set, problems, notes, label: material.name };
  }
  const set =
    material.kind === 'recipe'
      ? setOfDemonstrations(demonstrations)
      : setOfSources(
          [{ take: 'pool', count: material.count }],
          await loadMaterial({ pool: 'high' }, 'en', 'test', shelf),
          { seed: material.seed, exclude: nothing },
        );
  const count = set.examples.length;
  if (count === 0) throw noDemonstrations();
  const label =
    material.kind === 'recipe'
      ? `${counted(count, 'demonstration')} of the Playground`
      : `${counted(count, 'demonstration')} of Lab-80’s pool, draw ${material.seed}`;
  return { set: prefer ? preferring(set) : set, label, problems: [], notes: [] };
}

const nothing: readonly string[] = [];

/** Every answer preferred to that of the next question: no example's own can be both. */
function preferring({ examples }: Imitation): TrainingSet {
  const answers = examples.map(({ example }) => example.turns.at(-1)?.answer ?? '');
  return {
    method: 'dpo',
    examples: examples.flatMap(({ place, example: { turns, ...rest } }, i) => {
      const last = turns.at(-1);
      if (!last) return [];
      const { query, answer: chosen } = last;
      const rejected = answers[(i + 1) % answers.length] ?? '';
      return [
        { place, example: { ...rest, history: turns.slice(0, -1), query, chosen, rejected } },
      ];
    }),
  };
}

/** A set without the examples at some places. */
export function without(set: TrainingSet, places: readonly string[]): TrainingSet {
  const stays = ({ place }: { place: string }) => !places.includes(place);
  return set.method === 'sft'
    ? { method: 'sft', examples: set.examples.filter(stays) }
    : { method: 'dpo', examples: set.examples.filter(stays) };
}

function gone(name: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `${name} was too large to be kept while the page was closed.`,
    remedy: 'Open the file again.',
  });
}

function noDemonstrations(): Problem {
  return new Problem({
    code: 'bad-input',
    message: 'The Playground has no demonstration that is switched on.',
    remedy: 'Write one there, or take some of the pool.',
  });
}
