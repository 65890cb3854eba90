import type * as v from 'valibot';
import type { ClaimId } from '../document/contrast.ts';
import type { ExperimentDocument } from '../document/document.ts';

export const templateIds = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E7',
  'E8',
  'E9',
  'E10',
  'E11',
  'E12',
  'E13',
  'E14',
  'E15',
] as const;
export type TemplateId = (typeof templateIds)[number];

/** A document before defaults are filled in. */
export type DocumentInput = v.InferInput<typeof ExperimentDocument>;

/** How a study was done, for the reader to set beside a document; a field is absent where it does not apply. */
export interface PaperSettings {
  models?: string;
  questions?: string;
  /** Who gave the scores. */
  judge?: string;
  temperature?: string;
  repetitionPenalty?: string;
  maxNewTokens?: string;
  seeds?: string;
  demonstrations?: string;
  training?: string;
  stop?: string;
}

/** A study of the papers, or one beyond them, as a document to start from. */
export interface Template {
  readonly id: TemplateId;
  readonly title: string;
  /** The question it asks, in one sentence. */
  readonly question: string;
  /** What to look at in the figure, in one or two sentences. */
  readonly look: string;
  /** Where it comes from; null for what goes beyond the papers. */
  readonly source: string | null;
  readonly paper: PaperSettings;
  readonly claims: readonly ClaimId[];
  /** A few minutes on two cores; the questions, seeds and candidates of the paper. */
  readonly quick: DocumentInput;
  readonly full: DocumentInput;
}
