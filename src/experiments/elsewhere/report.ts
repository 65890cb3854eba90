import { markup, Markup } from '../report/markup.ts';
import { grid } from '../report/parts/tables.ts';
import { style } from '../report/style.ts';
import { benchNames, type ScoreCell, type Scored } from './scored.ts';
import { cellCount, cellText } from './text.ts';

function cell(of: ScoreCell): Markup {
  const count = cellCount(of);
  return markup`<span class="whole">${cellText(of)}</span>${
    count && markup`<br /><span class="soft">${count}</span>`
  }`;
}

/** The scores as one HTML file that needs nothing else: no scripts, all names of files and systems escaped. */
export function scoresReport({ bench, files, tables, notes }: Scored): string {
  const title = `${benchNames[bench]}: scores`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Incontext Lab">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>Scored from files, by programs alone: no model was asked.</p>
<ul>${files.map(
    ({ name, recognised, leftOut }) =>
      markup`<li>${name}: ${recognised}${leftOut > 0 && `, records left out: ${leftOut}`}</li>`,
  )}</ul>
${tables.map(
  (table) => markup`<h2>${table.title}</h2>
${grid(
  table.head,
  table.rows.map(([heading, ...cells]) => [heading, ...cells.map(cell)]),
)}
<p class="soft">${table.about}</p>
`,
)}
<h2>What to know</h2>
<ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul>
</main>
</body>
</html>
`.text;
}
