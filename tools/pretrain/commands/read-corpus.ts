import {
  corpusStatistics,
  documents,
  languages,
  sampleDocuments,
  stageNames,
  type Document,
} from '../corpus/index.ts';
import type { SampleRequest } from '../command-line.ts';
import { fertility, trainTokenizer } from '../tokenizer/index.ts';
import type { ProgressPrinter } from '../training/progress.ts';
import { NothingYetError } from './nothing-yet.ts';

/** How many documents to look through for a family before giving up. */
const patience = 20_000;

/** Prints documents of the corpus, each under a line that names its family and language. */
export function printSample(request: SampleRequest, printer: ProgressPrinter): void {
  const { seed, stage, count, family } = request;
  const found = family === undefined ? sampleDocuments(seed, stage, count) : ofFamily(request);
  for (const [n, document] of found.entries())
    printer.note(
      `=== ${n + 1}: ${document.family}, ${document.language}\n${document.text.trimEnd()}\n`,
    );
}

function ofFamily({ seed, stage, count, family }: SampleRequest): Document[] {
  const found: Document[] = [];
  const seen = new Set<string>();
  let looked = 0;
  for (const document of documents(seed, stage)) {
    seen.add(document.family);
    if (document.family === family) found.push(document);
    if (found.length === count || ++looked === patience) break;
  }
  if (found.length > 0) return found;
  throw new NothingYetError(
    `The stage ${stage} has no family "${family}". It has: ${[...seen].sort().join(', ')}.`,
  );
}

/** Prints what each stage is made of, and how finely a tokenizer cuts each language. */
export function printStatistics(
  { seed, count }: { seed: number; count: number },
  printer: ProgressPrinter,
): void {
  for (const stage of stageNames) {
    const statistics = corpusStatistics(sampleDocuments(seed, stage, count));
    const share = (characters: number) =>
      `${((100 * characters) / statistics.characters).toFixed(1).padStart(6)} %`;
    printer.note(
      `${stage}: ${count} documents, ${Math.round(statistics.characters / count)} characters ` +
        `and ${(statistics.examples / count).toFixed(1)} examples each`,
    );
    for (const [name, { documents: n, characters }] of [
      ...byShare(statistics.families),
      ...byShare(statistics.languages),
    ])
      printer.note(`  ${name.padEnd(20)}${share(characters)}  ${String(n).padStart(6)} documents`);
  }
  printFertility(seed, count, printer);
}

const byShare = <T extends { characters: number }>(counts: Record<string, T>): [string, T][] =>
  Object.entries(counts).sort(([, a], [, b]) => b.characters - a.characters);

function printFertility(seed: number, count: number, printer: ProgressPrinter): void {
  const sample = sampleDocuments(seed, 'general', count);
  const tokenizer = trainTokenizer(
    sample.map((document) => document.text),
    2048,
  );
  printer.note(`tokens per word, ${tokenizer.vocabularySize} tokens learnt from this sample:`);
  for (const language of languages) {
    const texts = sample.filter((d) => d.language === language).map((d) => d.text);
    const value = fertility((text) => tokenizer.encode(text), texts);
    printer.note(`  ${language.padEnd(20)}${value.toFixed(2).padStart(8)}`);
  }
}
