/** Cases that the long run of the laws takes instead of a law's usual number; null in a usual run. */
const LONG_RUN = process.env['BEATPLAN_LAWS'] === undefined ? null : Number(process.env['BEATPLAN_LAWS']);

/**
 * Number of random cases of a law: its usual number in `npm test`, more in `npm run laws`. A law whose cases are slow
 * takes only a share of the long run.
 */
export const lawCases = (usual: number, share = 1): number => (LONG_RUN === null ? usual : Math.max(usual, Math.round(LONG_RUN * share)));
