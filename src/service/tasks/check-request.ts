import { Findings } from '../../contract/reading/findings.ts';
import { type PlanOrder, readPlanRequest } from '../../contract/service/plan-request.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { CheckReply, CheckTask, OrderFacts } from '../messages.ts';

/** Reads a request for a plan, and tells what it asks for or all that is wrong with it. */
export function checkRequest({ body, limits }: CheckTask): CheckReply {
  const findings = new Findings();
  const order = readPlanRequest(new Uint8Array(body), limits, findings);
  return order === null ? { ok: false, findings: findings.inOrder() } : { ok: true, facts: factsOf(order) };
}

const factsOf = ({ territory, horizon }: PlanOrder): OrderFacts => ({
  territory: territory.id,
  policy: territory.policy.id,
  from: formatDay(horizon.first),
  to: formatDay(horizon.last),
  customers: territory.customers.length,
  reps: territory.reps.length,
});
