import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { aService, post, requestFor } from '../support/service.ts';

const WAIT = { prefer: 'wait=30' };
const planOf = async (response: Response) => PlanDocument.parse(await response.json());
const runOf = z.object({ id: z.string() });

describe('a request with earlier plans', () => {
  it('takes a document or the id of a plan that the service keeps', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const first = await planOf(await post(`${url}/v1/plans`, requestFor('hamlet-4'), WAIT));
    const next = (after?: readonly unknown[]) =>
      post(`${url}/v1/plans`, requestFor('hamlet-4', { from: '2026-12-14', ...(after && { after }) }), WAIT).then(planOf);
    const [byDocument, byId, without] = [await next([first]), await next([runOf.parse(first.run).id]), await next()];
    expect(byId.plan).toEqual(byDocument.plan);
    expect(without.plan).not.toEqual(byDocument.plan);
  });

  it('starts from a document or the id of a plan, and keeps what is fixed', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const first = await planOf(await post(`${url}/v1/plans`, requestFor('hamlet-4'), WAIT));
    const from = (start: unknown) =>
      post(`${url}/v1/plans`, requestFor('hamlet-4', { start, fix: [first.plan.horizon.from] }), WAIT).then(planOf);
    const [byDocument, byId] = [await from(first), await from(runOf.parse(first.run).id)];
    expect(byId.plan).toEqual(byDocument.plan);
    expect(byId.plan.cost.total).toBeLessThanOrEqual(first.plan.cost.total);
    const refused = await post(`${url}/v1/plans`, requestFor('hamlet-4', { fix: ['c1'] }));
    expect(refused.status).toBe(422);
  });

  it('is refused for a plan that the service does not keep', async () => {
    const { url } = await aService();
    const refused = await post(`${url}/v1/plans`, requestFor('hamlet-4', { after: ['nope'] }));
    expect(refused.status).toBe(422);
    expect(ProblemDocument.parse(await refused.json())).toMatchObject({
      errors: [{ code: 'EARLIER_PLAN_UNKNOWN', pointer: '/after/0', value: 'nope' }],
    });
  });
});
