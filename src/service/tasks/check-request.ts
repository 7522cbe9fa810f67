import { Findings } from '../../contract/reading/findings.ts';
import { type PlanningRequest, readPlanRequest } from '../../contract/service/plan-request.ts';
import { clip } from '../../kernel/clip.ts';
import { formatDay } from '../../domain/calendar.ts';
import { doubtsIn } from '../../domain/doubts.ts';
import { laneOfSearch } from '../lanes.ts';
import type { CheckReply, CheckTask, RequestFacts } from '../messages.ts';
import { bytesOfValue } from '../values.ts';

/** Reads the body of a request for a plan, once: the value travels on to the search and to the formats. */
export function checkRequest({ body, limits, stored }: CheckTask): CheckReply {
  const findings = new Findings();
  const request = readPlanRequest(body, { ...limits, stored }, findings);
  if (request === null) return { ok: false, findings: findings.inOrder() };
  const reps = request.territory.reps.map(({ id }): string => id);
  return { ok: true, facts: factsOf(request), reps, request: bytesOfValue(request), lane: laneOfSearch(request) };
}

/** The most unused columns that are named. */
const MOST = 50;

const factsOf = ({ territory, horizon, unusedColumns }: PlanningRequest): RequestFacts => ({
  territory: territory.id,
  policy: territory.policy.id,
  from: formatDay(horizon.first),
  to: formatDay(horizon.last),
  customers: territory.customers.length,
  reps: territory.reps.length,
  doubts: doubtsIn(territory),
  unusedColumns: unusedColumns
    .slice(0, MOST)
    .map(({ file, headings }) => ({ file, headings: headings.slice(0, MOST).map((heading) => clip(heading, 60)) })),
});
