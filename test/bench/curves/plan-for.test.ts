import { describe, expect, it } from 'vitest';
import { planFor } from '../../../bench/curves/plan-for.ts';
import { sampleTerritory } from '../../../bench/territories/sample-territory.ts';
import { addDays, day } from '../../../src/domain/calendar.ts';

const first = day('2026-12-07');
const week = { first, last: addDays(first, 4) };

describe('planFor', () => {
  it('plans with so many processor seconds, and the audit agrees on the cost', async () => {
    const { cost, steps, seconds } = await planFor(await sampleTerritory('general'), week, { seconds: 0.2, seed: 1 });
    expect(cost).toBeGreaterThan(0);
    expect(steps).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThanOrEqual(0.2);
  });

  it('names the model: the same from any search, another one for other days or customers', async () => {
    const territory = await sampleTerritory('general');
    const model = async (...[one, days, seed]: [typeof territory, typeof week, number]) =>
      (await planFor(one, days, { seconds: 0.05, seed })).model;
    const own = await model(territory, week, 1);
    expect(await model(territory, week, 2)).toBe(own);
    expect(await model(territory, { ...week, last: addDays(first, 3) }, 1)).not.toBe(own);
    expect(await model({ ...territory, customers: territory.customers.slice(1) }, week, 1)).not.toBe(own);
    const rules = territory.policy.rules.map((rule) => (typeof rule.price === 'number' ? { ...rule, price: rule.price * 2 } : rule));
    expect(rules).not.toEqual(territory.policy.rules);
    expect(await model({ ...territory, policy: { ...territory.policy, rules } }, week, 1)).not.toBe(own);
  });
});
