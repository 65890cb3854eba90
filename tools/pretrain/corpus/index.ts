export { documentAt, documents, validationDocuments, validationPerFamily } from './corpus.ts';
export { languages, stageNames } from './document.ts';
export type { Document, Language, Span, StageName } from './document.ts';
export { corpusStatistics, sampleDocuments } from './statistics.ts';
