import { describe, expect, it } from 'vitest';
import { EvaluationDocument } from '../../src/contract/service/evaluation.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { aService, post, requestFor } from '../support/service.ts';

describe('POST /v1/evaluations', () => {
  it(
    'scores the plan that the service made as it did itself, and a changed one by what is wrong with it',
    { timeout: 60_000 },
    async () => {
      const { url } = await aService();
      const { plan } = PlanDocument.parse(await (await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=30' })).json());
      const { files } = requestFor('hamlet-4');
      const same = EvaluationDocument.parse(await (await post(`${url}/v1/evaluations`, { files, plan })).json());
      expect(same).toEqual({ clean: true, findings: [], cost: plan.cost, kpis: plan.kpis });

      const emptied = { ...plan, days: plan.days.map((day) => ({ ...day, stops: [], legs: [] })) };
      const changed = EvaluationDocument.parse(await (await post(`${url}/v1/evaluations`, { files, plan: emptied })).json());
      expect(changed.clean).toBe(false);
      expect(changed.kpis.total.visits).toBe(0);
      expect(changed.findings.map(({ check }) => check)).toContain('structure/once');
    },
  );

  it('tells what is wrong with territory and plan', async () => {
    const { url } = await aService();
    const { files } = requestFor('hamlet-4');
    const answer = await post(`${url}/v1/evaluations`, {
      files,
      plan: { horizon: { from: '2026-12-08', to: '2026-12-08' }, days: 'none' },
    });
    expect(answer.status).toBe(422);
    expect(ProblemDocument.parse(await answer.json()).errors).toMatchObject([{ code: 'TYPE_WRONG', in: 'body', pointer: '/plan/days' }]);
  });
});
