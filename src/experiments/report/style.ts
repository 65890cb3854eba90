import { tokens } from '../figures/draw/palette.ts';

const colours = Object.entries(tokens)
  .map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`)
  .join(';');

/** The look of a report: the lab's colours by day and night, readable on paper too. */
export const style = `
:root{color-scheme:light dark;${colours}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:70rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--sheet)}
h1,h2,h3{line-height:1.25;text-wrap:balance;overflow-wrap:anywhere}
h2{margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line-strong)}
p,li{max-width:46rem}
a{color:var(--accent)}
figure{margin:1.5rem 0;overflow-x:auto}
figcaption,.soft{color:var(--ink-soft);font-size:.875rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.375rem .75rem .375rem 0;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-size:.8125rem;border-bottom:2px solid var(--line-strong)}
tbody th{font-weight:600;min-width:7rem;max-width:22rem;overflow-wrap:anywhere}
.warn{padding:.75rem 1rem;border:1px solid var(--line-strong);border-inline-start:.375rem solid var(--bad)}
pre,.said{font-family:ui-monospace,monospace;font-size:.875rem;white-space:pre-wrap;overflow-wrap:anywhere}
pre{padding:.75rem;background:var(--sunk)}
.said{margin:0}
.whole{white-space:nowrap}
summary{cursor:pointer;padding:.25rem 0}
article{padding:.75rem 0;border-bottom:1px solid var(--line)}
article>*{margin:.25rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.25rem 1rem}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0}figure,tr,article{break-inside:avoid}}
`.trim();
