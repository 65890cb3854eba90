import type { CellModel } from '../../domain/cell.ts';

/** What the reader reads for a precision; a served model does not tell its own. */
export const precisionNames: Readonly<Record<CellModel['precision'], string>> = {
  fp32: '32-bit',
  q4: '4-bit',
  served: 'served',
};
