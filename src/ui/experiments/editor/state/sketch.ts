import * as v from 'valibot';
import { Problem } from '../../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { checkDocument, readDocument } from '../../../../experiments/document/read.ts';
import { blankDocument } from '../../../../experiments/gallery/blank.ts';
import { compactJson } from '../../../../formats/compact-json.ts';
import { lineOf } from '../../../../formats/json-places.ts';

/** What is in the editor: a document, and its JSON where the reader typed it otherwise than we write it. */
export interface Sketch {
  /** The last text that was a document. */
  readonly document: ExperimentDocument;
  readonly text: string | null;
}

/** Why a text is no document, and where. */
export interface Fault {
  readonly message: string;
  readonly line: number;
}

/** A document's JSON, as a file has it. */
export const written = (document: ExperimentDocument): string => compactJson(document);

export const textOf = ({ document, text }: Sketch): string => text ?? written(document);

/** A text typed over a sketch: its document where it is one, else the former one stays. */
export function typed(text: string, before: Sketch): Sketch {
  try {
    const document = readDocument(text);
    return { document, text: text === written(document) ? null : text };
  } catch {
    return { document: before.document, text };
  }
}

/** What is wrong with the text of a sketch; null where it is the document. */
export function faultOf({ text }: Sketch): Fault | null {
  if (text === null) return null;
  try {
    readDocument(text);
    return null;
  } catch (thrown) {
    const { message } = Problem.from(thrown);
    return { message, line: lineOf(text, message) };
  }
}

/** A sketch as it is kept between visits. */
const Kept = v.object({
  schema: v.literal(1),
  document: v.unknown(),
  text: v.nullable(v.string()),
});

export const keptOf = ({ document, text }: Sketch): v.InferOutput<typeof Kept> => ({
  schema: 1,
  document,
  text,
});

/** A kept sketch; null where there is none. What is no document any more comes as text, to be mended. */
export function sketchOf(kept: unknown): Sketch | null {
  const parsed = v.safeParse(Kept, kept);
  if (!parsed.success) return null;
  const { document, text } = parsed.output;
  try {
    return { document: checkDocument(document), text };
  } catch {
    return { document: blankDocument(), text: text ?? compactJson(document) };
  }
}
