/**
 * Three customers on a line through the depot, one vehicle for two visits a day, two days. Customer 1, at 3, is seen
 * on both days; 2, at 5, and 3, at -4, on either. So one day is 0 → 3 → 5 → 0 and the other 0 → 3 → -4 → 0, in any
 * order: 10 + 14 = 24.
 */
const TINY = `1 1 3 2
0 2
0 2
0 0 0 0 0 0 0
1 3 0 1 1 2 1 3
2 5 0 1 1 1 2 1 2
3 -4 0 1 1 1 2 1 2

`;

/** The tiny instance and its reference as files. */
export const tinyFiles = { 'tiny.txt': TINY, 'tiny.res': '24\n' } as const;
