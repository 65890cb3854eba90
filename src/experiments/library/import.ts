import type { ImportedSet } from '../../domain/imported-set.ts';
import { contentId } from '../../formats/benches/identity.ts';
import type { BenchContent, BenchFile } from '../../formats/benches/types.ts';
import { rowsOf } from './rows.ts';

/** A set as the library keeps it. */
export interface WholeImport {
  readonly set: ImportedSet;
  readonly content: BenchContent;
}

/** What the reader says of a file that is kept. */
export interface ImportWords {
  readonly name: string;
  readonly licence: string | null;
  readonly source: string | null;
}

/** A file's content without what was only for its preview. */
export function contentOf({
  recognised: _,
  problems: __,
  notes: ___,
  ...content
}: BenchFile): BenchContent {
  // what is left of each kind of file is that kind's content
  return content as BenchContent;
}

/** A read file as a set of the library, under the hash of what it holds. */
export async function importedFrom(file: BenchFile, words: ImportWords): Promise<WholeImport> {
  const content = contentOf(file);
  return importedContent(content, file.recognised, words);
}

/** The same for content that no file had as it is. */
export async function importedContent(
  content: BenchContent,
  recognised: string,
  words: ImportWords,
): Promise<WholeImport> {
  const filled = (text: string | null) =>
    text === null || text.trim() === '' ? null : text.trim();
  return {
    content,
    set: {
      schema: 1,
      id: await contentId(content),
      kind: content.kind,
      recognised,
      count: rowsOf(content).length,
      language: content.kind === 'questions' ? content.language : null,
      name: words.name.trim() || recognised,
      licence: filled(words.licence),
      source: filled(words.source),
      createdAt: new Date().toISOString(),
    },
  };
}
