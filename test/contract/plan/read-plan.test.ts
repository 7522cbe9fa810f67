import { describe, expect, it } from 'vitest';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { writePlan } from '../../../src/contract/plan/write-plan.ts';
import type { PlanDocument } from '../../../src/contract/plan/plan-document.ts';
import { readPlan } from '../../../src/contract/plan/read-plan.ts';
import { documentSource } from '../../../src/contract/reading/source.ts';
import { plannedFixture } from '../../support/planned-fixture.ts';

type Content = PlanDocument['plan'];

const { territory, result, content } = await plannedFixture('hamlet-4');

/** What is found in the plan after a change. */
function findingsIn(change: (plan: Content) => unknown): readonly string[] {
  const changed = structuredClone(content);
  const findings = new Findings();
  const value = change(changed) ?? changed;
  expect(readPlan(documentSource('request', value), territory, findings)).toBeNull();
  return findings.inOrder().map(({ code, at }) => `${code} ${at.pointer ?? ''}`);
}

describe('readPlan', () => {
  it.each(['hamlet-4', 'key-accounts', 'health-products', 'real-estate'])(
    'reads what writePlan wrote: %s',
    { timeout: 30_000 },
    async (name) => {
      const planned = await plannedFixture(name);
      const findings = new Findings();
      const plan = readPlan(documentSource('request', planned.content), planned.territory, findings);
      expect(findings.inOrder()).toEqual([]);
      if (plan === null) return;
      const { cost, kpis } = planned.result;
      const again = writePlan(plan, { territory: planned.territory, cost, kpis, run: {} }).plan;
      expect(again).toEqual(planned.content);
      expect(plan.days).toEqual(planned.result.plan.days);
    },
  );

  it('needs only the days and for which days they are', () => {
    const findings = new Findings();
    const { days, horizon } = content;
    const plan = readPlan(documentSource('request', { days, horizon }), territory, findings);
    expect(findings.inOrder()).toEqual([]);
    expect(plan).toMatchObject({ territory: 'hamlet-4', timeZone: 'Asia/Shanghai', unserved: [], days: result.plan.days });
  });

  it('reports all findings together', () => {
    const found = findingsIn((plan) => {
      plan.horizon = { from: '2026-12-11', to: '2026-12-07' };
      plan.days.push({ rep: 'r9', day: '2026-12-08', vehicle: 'broom', stops: [], legs: [] });
      const visit = plan.days.flatMap(({ stops }) => stops).find((stop) => stop.type === 'visit');
      if (visit?.type !== 'visit') throw new Error('The plan has no visit.');
      visit.customer = 'h9';
      visit.start = '2027-01-01T08:00:00+08:00';
    });
    expect(found.map((one) => one.replaceAll(/\d+/g, 'n'))).toEqual(
      expect.arrayContaining([
        'HORIZON_REVERSED /horizon/to',
        'REP_UNKNOWN /days/n/rep',
        'MODE_UNKNOWN /days/n/vehicle',
        'CUSTOMER_UNKNOWN /days/n/stops/n/customer',
        'OUT_OF_RANGE /days/n/stops/n/start',
      ]),
    );
  });

  it('reports a document that makes no sense as a plan', () => {
    expect(findingsIn(() => 5)).toEqual(['TYPE_WRONG ']);
    expect(findingsIn(() => ({ dayz: [] }))).toEqual(
      expect.arrayContaining(['FIELD_MISSING /horizon', 'FIELD_MISSING /days', 'FIELD_UNKNOWN /dayz']),
    );
    expect(findingsIn((plan) => ({ ...plan, horizon: { from: 'today', to: '2026-12-11' } }))).toEqual(['TYPE_WRONG /horizon/from']);
  });
});
