export const languages = ['en', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];

/**
 * Carrying what was just asked into the answer; then mostly using the context; then the general mix; then
 * documents as long as a full prompt.
 */
export const stageNames = ['echo', 'induction', 'general', 'long'] as const;
export type StageName = (typeof stageNames)[number];

/** Where an example's answer stands in the text: characters, end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** One document of the corpus. The trainer puts an end of text between documents. */
export interface Document {
  text: string;
  family: string;
  language: Language;
  /** Answers of the first, second, ... example, where the document is a list of examples. */
  examples?: Span[];
  /** Stretches that the text before them, with knowledge of the world, determines: the rest is drawn. */
  determined?: Span[];
}
