import { Problem } from '../../domain/problem.ts';
import type { ExperimentDocument } from '../../experiments/document/document.ts';
import { checkDocument, readDocument } from '../../experiments/document/read.ts';
import { documentOf, templateOf } from '../../experiments/gallery/gallery.ts';
import { notices } from '../notices/notices.svelte.ts';
import { desk, mine } from './here.ts';
import { readPayload } from './link.ts';
import { editorHref, whereOf, type Origin } from './where.ts';

/** Far above any document that a person writes, in bytes. */
const largest = 20_000_000;

/** The document that an address names. @throws Problem */
async function documentFrom(origin: Origin): Promise<ExperimentDocument> {
  if (origin.kind === 'link') return readPayload(origin.payload);
  if (origin.kind === 'copy') return checkDocument((await mine.get(origin.id)).document);
  const template = templateOf(origin.id);
  if (template) return documentOf(template.id, origin.size);
  throw new Problem({
    code: 'bad-input',
    message: `The gallery has no study ${origin.id}.`,
    remedy: 'Choose one of those that are there.',
  });
}

/** A document in a text, or in a link that stands in it. @throws Problem */
async function documentIn(text: string): Promise<ExperimentDocument> {
  const [, rest] = /#\/experiments\/(\S+)/.exec(text) ?? [];
  const where = rest === undefined ? null : whereOf(rest);
  return where?.view === 'editor' && where.origin ? documentFrom(where.origin) : readDocument(text);
}

/** Opens a document in the editor, or tells why it cannot be: then nothing is changed. */
async function open(from: () => Promise<ExperimentDocument>): Promise<void> {
  await desk.begin(await from());
  location.hash = editorHref;
}

/** Opens what an address names. @throws Problem, and then nothing is changed */
export const openOrigin = async (origin: Origin): Promise<void> =>
  desk.begin(await documentFrom(origin));

/** Opens a pasted text: a document's JSON, or a link. @throws Problem, and then nothing is changed */
export const openText = (text: string): Promise<void> => open(() => documentIn(text));

/** Opens the first of some files; what is wrong with it is told. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const [file] = files;
  if (!file) return;
  try {
    await open(() => documentOfFile(file));
  } catch (thrown) {
    const problem = Problem.from(thrown);
    notices.problem(
      new Problem({ ...problem.report(), message: `${file.name}: ${problem.message}` }),
    );
  }
}

async function documentOfFile(file: File): Promise<ExperimentDocument> {
  if (file.size <= largest) return readDocument(await file.text());
  throw new Problem({
    code: 'bad-input',
    message: `${(file.size / 1e6).toFixed(0)} MB is too much for a document.`,
    remedy: 'Choose another file. Nothing was changed.',
  });
}
