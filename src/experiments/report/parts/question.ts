import type { ExperimentRecord } from '../../../domain/experiment.ts';
import type { Difference } from '../../gallery/differences.ts';
import { templateOf } from '../../gallery/gallery.ts';
import type { Summary } from '../../results/summary.ts';
import { markup, type Markup, type Part } from '../markup.ts';
import { grid } from './tables.ts';

const many = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

/** What an experiment asked, of whom, how often, and how far it is. */
export function asked(record: ExperimentRecord, summary: Summary, about: string): Markup {
  const { template, items, seeds, cells, scorers } = summary;
  const study = templateOf(template);
  const open = cells.total - cells.done - cells.failed;
  return markup`<h1>${record.title}</h1>
    ${
      open > 0 || record.state !== 'finished'
        ? markup`<p class="warn">
            This experiment is not finished: ${many(open, 'cell')} of
            ${cells.total.toLocaleString('en')} still to come. Its numbers may change.
          </p>`
        : null
    }
    ${about === '' || about === study?.question ? null : markup`<p>${about}</p>`}
    ${
      study
        ? markup`<p>
            Study ${study.id}, “${study.title}”: ${study.question}
            ${study.source === null ? 'It goes beyond the papers.' : `After ${study.source}.`}
          </p>`
        : null
    }
    <p>
      ${many(items, 'question')}, ${many(seeds.length, 'seed')},
      ${many(record.models.length, 'model')}: ${many(cells.total, 'cell')}, of which
      ${cells.done.toLocaleString('en')} are done and ${cells.failed.toLocaleString('en')} failed.
      Scored by ${scorers.map(({ label }) => label).join(', ')}.
    </p>
    <p class="soft">
      Numbers in brackets are 95 % intervals, n is the number of questions. What failed or could not
      be judged is counted apart and is never a zero.
    </p>`;
}

/** What is done otherwise than in the paper; null where no paper stands behind it. */
export function differing(template: string | null, found: readonly Difference[]): Part {
  if (!templateOf(template)?.source) return null;
  return markup`<h2>What differs from the paper</h2>
    ${
      found.length === 0
        ? markup`<p>Nothing that the lab knows of.</p>`
        : grid(
            ['', 'paper', 'here'],
            found.map(({ what, paper, here }) => [what, paper, here]),
          )
    }`;
}
