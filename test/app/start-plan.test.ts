import { describe, expect, it } from 'vitest';
import { planTerritory } from '../../src/app/plan-territory.ts';
import { day } from '../../src/domain/calendar.ts';
import type { PlannedDay } from '../../src/domain/plan.ts';
import { PlanningError } from '../../src/kernel/finding.ts';
import { plannedFixture, preparation } from '../support/planned-fixture.ts';

const options = { ...preparation, seed: 2, workers: 1 };
const visitsOn = (days: readonly PlannedDay[], on: string) =>
  days
    .filter((one) => one.day === day(on))
    .map(({ rep, stops }) => ({ rep, visits: stops.flatMap((stop) => (stop.type === 'visit' ? [stop.visit] : [])) }));

describe('planning from an earlier plan', () => {
  it('ends no worse, keeps the fixed days, and drops customers who are gone', { timeout: 60_000 }, async () => {
    const { territory, result } = await plannedFixture('visit-lines');
    const start = { plan: result.plan, days: [day('2026-12-08')], customers: [], gone: [] };
    const again = await planTerritory(territory, { ...options, budget: { work: 400 }, start });
    expect(again.cost.total).toBeLessThanOrEqual(result.cost.total);
    expect(again.run.leftOfStart).toEqual([]);
    expect(visitsOn(again.plan.days, '2026-12-08')).toEqual(visitsOn(result.plan.days, '2026-12-08'));

    const gone = result.plan.days.flatMap(({ stops }) => stops.flatMap((stop) => (stop.type === 'visit' ? [stop.customer] : [])))[0];
    const fewer = { ...territory, customers: territory.customers.filter(({ id }) => id !== gone) };
    const without = await planTerritory(fewer, { ...options, budget: { work: 100 }, start: { ...start, days: [] } });
    expect(without.audit.clean).toBe(true);
    const visits = result.plan.days.flatMap(({ stops, day: on }) =>
      stops.flatMap((stop) => (stop.type === 'visit' ? [{ ...stop, on }] : [])),
    );
    expect(without.run.leftOfStart).toEqual(
      visits
        .filter(({ customer }) => customer === gone)
        .map(({ visit, customer, on }) => ({ visit, customer, day: on, because: 'not-due' })),
    );
  });

  it('refuses a plan of other days', { timeout: 60_000 }, async () => {
    const { territory, result } = await plannedFixture('visit-lines');
    const horizon = { first: day('2026-12-21'), last: day('2026-12-25') };
    const start = { plan: result.plan, days: [], customers: [], gone: [] };
    const planning = planTerritory(territory, { ...options, horizon, budget: { work: 64 }, start });
    await expect(planning).rejects.toThrow('The plan to start from has no visit from 2026-12-21 to 2026-12-25 that is due');
    const empty = await planTerritory(territory, { ...options, budget: { work: 64 }, start: { ...start, plan: { days: [] } } });
    expect(empty.run.leftOfStart).toEqual([]);
  });

  it('refuses to fix a visit to a customer who is closed by now', { timeout: 60_000 }, async () => {
    const { territory, result } = await plannedFixture('visit-lines');
    const at = result.plan.days.flatMap(({ stops, ...on }) => stops.flatMap((stop) => (stop.type === 'visit' ? [{ ...on, stop }] : [])))[0];
    expect(at).toBeDefined();
    if (at === undefined) return;
    const customers = territory.customers.map((one) => (one.id === at.stop.customer ? { ...one, closedDays: [at.day] } : one));
    const start = { plan: result.plan, days: [], customers: [at.stop.customer], gone: [] };
    const planning = planTerritory({ ...territory, customers }, { ...options, budget: { work: 64 }, start });
    await expect(planning).rejects.toThrow(PlanningError);
    await expect(planning).rejects.toThrow('cannot stay as it is');
  });
});
