import { smallDocument } from '../../testing/documents.ts';
import { madeAnswer, madeItems, madeResults, type Made } from '../../testing/results.ts';
import type { Results } from '../../results/results.ts';

/**
 * Results with texts: two arms, two seeds, two turns, one of them with its bench score in its text. The
 * bare arm answers alike under both seeds.
 */
export function ratedResults(
  questions: number,
  score: (label: string, item: string) => Made = () => 5,
): Results {
  const items = madeItems(questions).map((item) => ({
    ...item,
    turns: {
      en: [1, 2].map((turn) => ({ query: `${item.id}, turn ${turn}?`, reference: `is ${turn}` })),
    },
  }));
  const results = madeResults(smallDocument(), {
    items,
    score: ({ arm, item }) => score(arm.label, item.id),
    same: ({ label }) => label === 'bare',
  });
  const rows = results.rows.map((row) => {
    if (row.cell?.kind !== 'answer') return row;
    const made = madeAnswer(row.planned.key);
    const { label } = row.arm;
    const text = ` ${label.length} of ${row.planned.key}\`\`\`<|endoftext|>`;
    return { ...row, cell: { ...made, generation: { ...made.generation, text } } };
  });
  return { ...results, rows };
}
