const WORDS: Readonly<Record<string, boolean>> = { yes: true, true: true, 是: true, no: false, false: false, 否: false };

/** A cell that says yes or no. */
export const flagCell = (cell: string): unknown => WORDS[cell.toLowerCase()] ?? cell;
