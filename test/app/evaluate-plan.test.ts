import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../src/app/evaluate-plan.ts';
import { Findings } from '../../src/contract/reading/findings.ts';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { readPlan } from '../../src/contract/plan/read-plan.ts';
import { documentSource } from '../../src/contract/reading/source.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { plannedFixture, preparation } from '../support/planned-fixture.ts';

type Content = PlanDocument['plan'];
type Day = Content['days'][number];

describe('evaluatePlan', () => {
  it.each(['hamlet-4', 'key-accounts', 'ladder-10x1m', 'health-products', 'overloaded-hours'])(
    'finds what planning told of its plan: %s',
    { timeout: 60_000 },
    async (name) => {
      const { territory, result } = await plannedFixture(name);
      const { plan, cost, kpis } = result;
      const evaluation = await evaluatePlan(plan, territory, preparation);
      expect(evaluation).toMatchObject({ clean: true, findings: [] });
      const byRule = (one: typeof cost) => Object.entries(one.byRule).toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect([evaluation.cost.total, byRule(evaluation.cost)]).toEqual([cost.total, byRule(cost)]);
      expect(evaluation.kpis).toEqual(kpis);
    },
  );

  it('finds what is wrong with a plan', { timeout: 30_000 }, async () => {
    const { territory, content } = await plannedFixture('hamlet-4');
    const checks = async (change: (plan: Content) => void) => {
      const changed = structuredClone(content);
      change(changed);
      const plan = readPlan(documentSource('request', changed), territory, new Findings());
      if (plan === null) throw new Error('The plan cannot be read.');
      const { clean, findings } = await evaluatePlan(plan, territory, preparation);
      expect(clean).toBe(findings.length === 0);
      return [...new Set(findings.map(({ check }) => check))];
    };
    const visited = (plan: Content): Day => {
      const found = plan.days.find(({ stops }) => stops.some(({ type }) => type === 'visit'));
      if (found === undefined) throw new Error('The plan has no visit.');
      return found;
    };
    expect(await checks(() => {})).toEqual([]);
    expect(
      await checks((plan) =>
        visited(plan).stops.splice(
          visited(plan).stops.findIndex(({ type }) => type === 'visit'),
          1,
        ),
      ),
    ).toContain('structure/once');
    expect(await checks((plan) => visited(plan).legs.forEach((leg) => Object.assign(leg, { travel: 'PT1S' })))).toContain('movement/times');
    expect(await checks((plan) => plan.days.pop())).toContain('structure/rep-days');
    expect(await checks((plan) => plan.days.push(...plan.days.slice(0, 1)))).toContain('structure/rep-days');
  });

  it('takes any plan that can be read, however strange', { timeout: 60_000 }, async () => {
    const random = createRandom(5);
    for (const name of ['hamlet-4', 'real-estate']) {
      const { territory, content } = await plannedFixture(name);
      for (let n = 0; n < 60; n++) {
        const changed = structuredClone(content);
        const times = 1 + random.below(3);
        for (let i = 0; i < times; i++) spoil(changed, random);
        const plan = readPlan(documentSource('request', changed), territory, new Findings());
        if (plan === null) continue;
        const { cost, findings } = await evaluatePlan(plan, territory, { ...preparation, horizon: plan.horizon });
        expect(Number.isInteger(cost.total)).toBe(true);
        expect(findings.every(({ message }) => message !== '')).toBe(true);
      }
    }
  });
});

type Random = ReturnType<typeof createRandom>;

/** Makes one mistake. */
function spoil(plan: Content, random: Random): void {
  const one = plan.days[random.below(plan.days.length)];
  const other = plan.days[random.below(plan.days.length)];
  if (one === undefined || other === undefined) return;
  const [i, j] = [random.below(one.stops.length + 1), random.below(other.stops.length + 1)];
  const mistakes: readonly (() => unknown)[] = [
    () => one.stops.splice(i, 1),
    () => one.stops.push(...other.stops.slice(j, j + 2)),
    () => Object.assign(one, { stops: one.stops.toReversed() }),
    () => one.legs.splice(random.below(one.legs.length + 1), 1),
    () => one.legs.push(...other.legs.slice(0, 1)),
    () => plan.days.splice(plan.days.indexOf(one), 1),
    () => plan.days.push(structuredClone(one)),
    () => Object.assign(one, { rep: other.rep }),
    () => Object.assign(one, { day: other.day, stops: other.stops }),
    () => plan.unserved.push(...plan.unserved.slice(0, 1)),
    () => plan.unserved.splice(0, 1),
    () => Object.assign(plan, { horizon: { from: plan.horizon.from, to: plan.horizon.from } }),
    () => one.stops.forEach((stop) => Object.assign(stop, { start: stop.end, end: stop.start })),
    () => one.stops.forEach((stop) => Object.assign(stop, { start: stop.end })),
    () =>
      one.stops.forEach((stop) => (stop.type === 'visit' || stop.type === 'duty') && Object.assign(stop, { location: { lat: 1, lng: 2 } })),
    () =>
      one.stops.forEach((stop) => stop.type === 'visit' && Object.assign(stop, { visit: 'x', kind: 'manager', required: !stop.required })),
    () => one.stops.forEach((stop) => stop.type === 'duty' && Object.assign(stop, { duty: 'nap' })),
    () => one.legs.forEach((leg) => Object.assign(leg, { depart: leg.arrive, arrive: leg.depart, travel: 'PT0S', distance: 0 })),
    () => one.legs.forEach((leg) => Object.assign(leg, { mode: 'car', parked: leg.from })),
    () => Object.assign(one, { vehicle: 'car' }),
  ];
  mistakes[random.below(mistakes.length)]?.();
}
