import type { DocumentArm } from '../document/arms.ts';
import type { PlannedModel } from './models.ts';

/** An arm with the weights it asks. */
export type ModelledArm = DocumentArm & { readonly asks: PlannedModel };
