import { describe, expect, it } from 'vitest';
import { EvaluationDocument } from '../../src/contract/service/evaluation.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { usualLimits } from '../../src/contract/service/plan-request.ts';
import { anOsrmServer } from '../support/osrm-server.ts';
import { givenTravel } from '../support/given-travel.ts';
import { aService, post } from '../support/service.ts';

const days = { from: '2026-12-31', days: 1, work: 500 };

describe('a request with travel times', { timeout: 60_000 }, () => {
  it('is planned and scored by them; other legs are estimated and say so', async () => {
    const { url } = await aService();
    const files = Object.fromEntries(givenTravel());
    const { plan } = PlanDocument.parse(await (await post(`${url}/v1/plans`, { files, ...days }, { prefer: 'wait=30' })).json());
    const legs = plan.days.flatMap((day) => day.legs);
    expect(legs[0]).toMatchObject({ travel: 'PT18M31S', source: 'given' });
    expect(new Set(legs.map(({ source }) => source))).toEqual(new Set(['given', 'estimate']));
    expect(EvaluationDocument.parse(await (await post(`${url}/v1/evaluations`, { files, plan })).json())).toMatchObject({ clean: true });

    const { 'travel/walk.csv': _, ...without } = files;
    const { clean, findings } = EvaluationDocument.parse(await (await post(`${url}/v1/evaluations`, { files: without, plan })).json());
    expect(clean).toBe(false);
    expect(findings.map(({ check }) => check)).toContain('movement/distances');
  });

  it('is refused with the place of what is wrong', async () => {
    const { url } = await aService();
    const files = Object.fromEntries(givenTravel({ 'travel/walk.csv': 'from,to,seconds,metres\nc1,c2,-1,1\n' }));
    const answer = await post(`${url}/v1/plans`, { files, ...days });
    expect(answer.status).toBe(422);
    expect(ProblemDocument.parse(await answer.json())).toMatchObject({
      errors: [{ code: 'OUT_OF_RANGE', pointer: '/files/travel~1walk.csv', row: 2, column: 'seconds' }],
    });
  });

  it('takes no address of a travel service', async () => {
    const { url } = await aService();
    const files = Object.fromEntries(givenTravel());
    const answer = await post(`${url}/v1/plans`, { files, ...days, osrm: { walk: 'http://127.0.0.1:1' } });
    expect(answer.status).toBe(422);
  });
});

describe('a service with a travel service', { timeout: 60_000 }, () => {
  it('plans and scores by its times, and says when it fails', async () => {
    const { address, asked, close } = await anOsrmServer();
    const sources = { addresses: { walk: address }, record: null };
    const { url } = await aService({ processes: { searches: 1, workers: 1, megabytes: 1024, search: usualLimits, sources } });
    const { 'travel/walk.csv': _, ...files } = Object.fromEntries(givenTravel());
    const { plan } = PlanDocument.parse(await (await post(`${url}/v1/plans`, { files, ...days }, { prefer: 'wait=30' })).json());
    expect(new Set(plan.days.flatMap((day) => day.legs.map(({ source }) => source)))).toEqual(new Set(['osrm']));
    expect(asked.length).toBeGreaterThan(0);
    expect(EvaluationDocument.parse(await (await post(`${url}/v1/evaluations`, { files, plan })).json())).toMatchObject({ clean: true });

    await close();
    const moved = { ...files, 'customers.csv': 'id,lat,lng,tier\nc1,31.3,121.4,A\n' };
    const answer = await post(`${url}/v1/plans`, { files: moved, ...days }, { prefer: 'wait=30' });
    expect(JSON.stringify(await answer.json())).toContain('TRAVEL_SERVICE_FAILED');
  });
});
