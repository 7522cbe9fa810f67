import type { FindingValue, Place } from '../../kernel/finding.ts';
import { fileErrors } from './file-errors.ts';

/** What a workbook's reader writes into a cell that is part of a merged cell, and into a formula without a saved value. */
export const brokenCells = { merged: '#MERGED!', unsaved: '#UNSAVED!' } as const;

/** Error values of spreadsheet programs in any of their languages, and the signs of a number that its column was too narrow for. */
const ERROR_VALUE = /^(?:#(?:N\/?[AV]|N\/D|GETTING_DATA|[\p{Lu}_/0-9-]{2,20}[!?])|#[\p{Ll}\p{L}_]{2,20}[!?]|Err:\d{3}|#{3,})$/u;

/** Whether a cell holds the error of a spreadsheet instead of a value. */
export const isBroken = (cell: string): boolean => (cell.startsWith('#') || cell.startsWith('Err:')) && ERROR_VALUE.test(cell);

/** The finding of a cell that holds an error, by its kind. */
export function brokenCell(at: Place, value: FindingValue) {
  if (value === brokenCells.merged) return fileErrors.cellMerged({ at });
  if (value === brokenCells.unsaved) return fileErrors.formulaUnsaved({ at });
  return fileErrors.cellBroken({ at, value });
}
