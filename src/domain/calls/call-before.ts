import { type VisitId, visitId } from '../../kernel/ids.ts';

/** The last part of the id of a call before a visit. */
const CALL = '/call';

/** The id of the call that comes before a visit, such as a spot check. */
export const callBefore = (visit: VisitId): VisitId => visitId(`${visit}${CALL}`);

/** The visit before which a call comes; null for a call that stands alone. */
export const visitAfterCall = (call: VisitId): VisitId | null => (call.endsWith(CALL) ? visitId(call.slice(0, -CALL.length)) : null);
