import type { PlanningRequest } from '../contract/service/plan-request.ts';

/**
 * Small work has a lane of its own, with processes of its own, so that it never waits behind large work. The size of a
 * request decides, since several callers may share a token.
 */
export type LaneName = 'small' | 'large';

/** The largest body of the small lane, in bytes: some hundred customers. */
const SMALL_BODY = 128_000;
/** The largest plan whose formats are written in the small lane, in bytes, its request included. */
const SMALL_PLAN = 512_000;
/** The longest search of the small lane, in seconds and in steps, and its customers times days. */
const [SMALL_SECONDS, SMALL_WORK, SMALL_CUSTOMER_DAYS] = [2, 10_000, 5000];

/** The lane in which a body is read. */
export const laneOfBody = (bytes: number): LaneName => (bytes <= SMALL_BODY ? 'small' : 'large');

/** The lane in which a format of a plan is written. */
export const laneOfPlan = (bytes: number): LaneName => (bytes <= SMALL_PLAN ? 'small' : 'large');

/** The lane in which a plan is searched. */
export function laneOfSearch({ territory, horizon, budget }: Pick<PlanningRequest, 'horizon' | 'budget' | 'territory'>): LaneName {
  const isBrief = 'work' in budget ? budget.work <= SMALL_WORK : budget.seconds <= SMALL_SECONDS;
  const days = horizon.last - horizon.first + 1;
  return isBrief && territory.customers.length * days <= SMALL_CUSTOMER_DAYS ? 'small' : 'large';
}
