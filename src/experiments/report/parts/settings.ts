import type { ExperimentRecord } from '../../../domain/experiment.ts';
import type { ExperimentDocument } from '../../document/document.ts';
import type { Environment } from '../../results/environment.ts';
import { markup, type Markup } from '../markup.ts';

/** Where and when a report was written: what no cell knows. */
export interface ReportEnvironment {
  /** The browser, as it calls itself. */
  readonly browser: string;
  /** ISO 8601. */
  readonly writtenAt: string;
}

const listed = (names: readonly string[]): string => names.join(', ') || '–';

/** What the cells were made with, and the report with. */
export function environmentPart(
  { models, devices, app, engine }: Environment,
  { browser, writtenAt }: ReportEnvironment,
  { id, createdAt, updatedAt }: ExperimentRecord,
): Markup {
  return markup`<h2>Environment</h2>
    <dl>
      ${models.map(
        ({ label, id: model, precision, fingerprint }) =>
          markup`<dt>Model</dt>
            <dd>${label} (${model}), ${precision}, fingerprint ${fingerprint}</dd>`,
      )}
      <dt>Device</dt>
      <dd>${listed(devices)}</dd>
      <dt>Browser</dt>
      <dd>${browser}, which wrote this report</dd>
      <dt>Incontext Lab</dt>
      <dd>${listed(app)}, engine ${listed(engine)}</dd>
      <dt>Experiment</dt>
      <dd>${id}</dd>
      <dt>Begun</dt>
      <dd>${createdAt}</dd>
      <dt>Last changed</dt>
      <dd>${updatedAt}</dd>
      <dt>Report written</dt>
      <dd>${writtenAt}</dd>
    </dl>`;
}

/** The document, and how to run it again. */
export function settingsPart(document: ExperimentDocument, { models }: ExperimentRecord): Markup {
  const chosen = models[0] ? ` --model ${models[0].id}` : '';
  return markup`<h2>Settings, and how to run it again</h2>
    <p>
      Save the document below as <code>experiment.json</code>. Open it in the lab’s Experiments, or
      run it from the lab’s folder:
    </p>
    <pre>npm run lab -- experiment.json --out DIR${chosen}</pre>
    <p class="soft">
      The same weights, document and engine give the same draws. Scores are worked out anew from the
      answers.
    </p>
    <details>
      <summary>The document</summary>
      <pre>${JSON.stringify(document, null, 2)}</pre>
    </details>`;
}
