/** Letters of the last column, `XFD`. */
const LAST_LETTERS = 3;

/** The number of a column: `A` is 1, `AA` is 27. */
export const columnOf = (letters: string): number =>
  letters.length > LAST_LETTERS ? Infinity : letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The letters of a column: 1 is `A`, 27 is `AA`. */
export const lettersOf = (column: number): string =>
  column <= 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
