import { Problem } from '../../src/domain/problem.ts';
import type { Driver, Weights } from '../../src/headless/driver.ts';
import { startChromium } from './chromium.ts';
import { UsageError, type Command, type LabRequest } from './command-line.ts';
import { DrivenPage } from './driven-page.ts';
import { writeExports } from './exports.ts';
import { ResultsFolder } from './folder.ts';
import { goOn, newOrder } from './go-on.ts';
import { planText } from './plan-text.ts';
import { leaveOf } from './served-options.ts';
import type { ProgressLine } from './progress-line.ts';
import { readBenchFiles } from './benches.ts';
import { lineOf, readDocumentFile } from './read-file.ts';
import { serveLab } from './site.ts';

/** Where a program says what it does: results on one side, everything else on the other. */
export interface Talk {
  readonly print: (text: string) => void;
  readonly progress: ProgressLine;
}

/** Serves the lab and starts a browser for as long as the work takes. */
async function withBrowser(
  { device }: LabRequest,
  { progress }: Talk,
  signal: AbortSignal,
  work: (open: (driver: Driver, weights?: Weights) => Promise<DrivenPage>) => Promise<void>,
): Promise<void> {
  const note = (line: string) => progress.note(line);
  const { address, server } = await serveLab(note);
  try {
    signal.throwIfAborted();
    const browser = await startChromium(device, `${address}headless.html`, note);
    try {
      await work((driver, weights) => DrivenPage.open(browser, address, driver, weights));
    } finally {
      await browser.close().catch(() => undefined);
    }
  } finally {
    await server.close();
  }
}

/** The sets that were given, and what of them was left out. @throws UsageError */
const readBenches = ({ benches }: LabRequest, { progress }: Talk) =>
  readBenchFiles(benches, (line) => progress.note(line));

/** What the page refuses before it runs anything, as a line that names the document. */
const refusalOf =
  ({ document }: LabRequest) =>
  (thrown: unknown): never => {
    const refused =
      thrown instanceof Problem &&
      (thrown.code === 'bad-input' || thrown.code === 'context-exceeded');
    throw refused ? new UsageError(`${document}: ${lineOf(thrown)}`) : thrown;
  };

/** Prints what a document asks for. @throws UsageError, Problem */
export async function dry(
  request: Extract<Command, { name: 'dry' }>,
  talk: Talk,
  signal: AbortSignal,
): Promise<void> {
  const document = await readDocumentFile(request.document);
  const sets = await readBenches(request, talk);
  await withBrowser(request, talk, signal, async (open) => {
    const page = await open(() => Promise.resolve());
    const plan = async () => {
      await page.order(newOrder({ ...request, document, sets }));
      return page.plan(signal);
    };
    talk.print(planText(await plan().catch(refusalOf(request))));
  });
}

/**
 * Runs a document to its end, from wherever its folder is.
 * @throws UsageError for bad input that is seen without the page; Problem, 'cancelled' after an abort
 */
export async function run(
  request: Extract<Command, { name: 'run' }>,
  talk: Talk,
  signal: AbortSignal,
): Promise<void> {
  const document = await readDocumentFile(request.document);
  const sets = await readBenches(request, talk);
  const leave = leaveOf(request.document, document, request.served, process.env);
  const folder = await ResultsFolder.open(request.out, { document, model: request.model });
  try {
    await withBrowser(request, talk, signal, async (open) => {
      const page = await goOn(folder, { ...request, document, sets }, open, (progress) =>
        talk.progress.tell(progress),
      );
      if (leave) await page.serve(leave);
      const outcome = await page.run(signal).catch(refusalOf(request));
      await folder.finish(outcome);
      talk.progress.end();
      await writeExports(request.out, request.exports, (line) => talk.progress.note(line));
      talk.print(outcome.table);
    });
  } finally {
    talk.progress.end();
    await folder.close();
  }
}

/** What a thrown thing means for the program: its exit code, and a line for the reader. */
export function ending(thrown: unknown, stopped: boolean): { code: number; line: string } {
  if (thrown instanceof UsageError) return { code: 2, line: thrown.message };
  if (stopped)
    return {
      code: 130,
      line: 'Stopped. What is finished is kept; the same command goes on from there.',
    };
  if (thrown instanceof Problem) return { code: 1, line: lineOf(thrown) };
  return { code: 1, line: thrown instanceof Error ? thrown.message : String(thrown) };
}
