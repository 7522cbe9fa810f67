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

  it('lists a hundred violations and counts the others', async () => {
    const { url } = await aService();
    const { files } = requestFor('hamlet-4');
    // 149 visits that are not due, each with a long name, and the four that are due and missing.
    const unserved = Array.from({ length: 149 }, (_, i) => ({
      visit: `${'x'.repeat(1900)}${i}`,
      customer: 'h1',
      name: 'c1',
      kind: 'ordinary',
      required: true,
    }));
    const answer = await post(`${url}/v1/evaluations`, {
      files,
      plan: { horizon: { from: '2026-12-08', to: '2026-12-08' }, days: [], unserved },
    });
    const body = await answer.text();
    const { clean, findings, more } = EvaluationDocument.parse(JSON.parse(body));
    expect({ clean, listed: findings.length }).toEqual({ clean: false, listed: 100 });
    expect(more).toBeGreaterThanOrEqual(49);
    expect(Math.max(...findings.map(({ message }) => message.length))).toBeLessThanOrEqual(1000);
    expect(body.length).toBeLessThan(1e6);
  });

  it('refuses days, stops, legs, calls and texts beyond their bounds', async () => {
    const { url } = await aService({ bodyMegabytes: 32 });
    const { files } = requestFor('hamlet-4');
    const many = <T>(entry: T, count = 2001) => Array.from({ length: count }, () => entry);
    const span = { start: '2026-12-08T10:00:00Z', end: '2026-12-08T10:00:00Z' };
    const day = { rep: 'r1', day: '2026-12-08', stops: [], legs: [] };
    const duty = { type: 'duty', duty: 'd', title: { en: '', zh: '' }, location: { lat: 0, lng: 0 }, arrival: span.start, ...span };
    const calls = many({ customer: 'c1', name: '' });
    const visit = { visit: 'v', customer: 'c1', name: '', kind: 'ordinary', required: true };
    const reasons = many({ rule: 'r', sentence: { en: '', zh: '' } }, 501);
    const plan = {
      horizon: { from: '2026-12-08', to: '2026-12-08' },
      timeZone: 'x'.repeat(2001),
      days: [
        { ...day, stops: many({}) },
        { ...day, legs: many({}) },
        { ...day, stops: [{ ...duty, calls }] },
      ],
      unserved: [{ ...visit, reasons }],
    };
    const refused = ProblemDocument.parse(await (await post(`${url}/v1/evaluations`, { files, plan })).json());
    expect(refused.errors.map(({ code, pointer }) => `${code} ${pointer}`).toSorted()).toEqual([
      'LIST_TOO_LONG /plan/days/0/stops',
      'LIST_TOO_LONG /plan/days/1/legs',
      'LIST_TOO_LONG /plan/days/2/stops/0/calls',
      'LIST_TOO_LONG /plan/unserved/0/reasons',
      'TEXT_TOO_LONG /plan/timeZone',
    ]);
    for (const list of ['days', 'unserved']) {
      const long = await post(`${url}/v1/evaluations`, {
        files,
        plan: { ...plan, timeZone: undefined, days: [], unserved: [], [list]: many(0, 500_001) },
      });
      expect(ProblemDocument.parse(await long.json()).errors).toMatchObject([{ code: 'LIST_TOO_LONG', pointer: `/plan/${list}` }]);
    }
  });

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
