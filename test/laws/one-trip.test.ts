import { describe, expect, it } from 'vitest';
import { auditPlan } from '../../src/audit/audit-plan.ts';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { repDaysOf } from '../../src/domain/rep-day/rep-day.ts';
import type { Territory } from '../../src/domain/territory.ts';
import type { VisitSeries } from '../../src/domain/visit.ts';
import { repId } from '../../src/kernel/ids.ts';
import { minutes } from '../../src/kernel/units.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { buildScene } from '../../src/planning/compile/build-scene.ts';
import { compileProblem } from '../../src/planning/compile/compile-problem.ts';
import { decodePlan } from '../../src/planning/decode/decode-plan.ts';
import { steadyPace } from '../../src/engine/search/pace.ts';
import { solve } from '../../src/engine/search/solve.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { loadTravel } from '../../src/travel/travel-tables.ts';
import { aFrequency, aRequest, monday } from '../support/builders.ts';
import { lawCases } from '../support/law-cases.ts';
import { randomTerritory } from '../support/random-territory.ts';

const TERRITORIES = lawCases(400);

/** A random territory whose customers each have several requests, and frequencies of several kinds and contacts. */
function crowded(seed: number): { readonly territory: Territory; readonly horizon: ReturnType<typeof randomTerritory>['horizon'] } {
  const random = createRandom(seed + 5_000_000);
  const { territory, horizon } = randomTerritory(seed);
  const one = <T>(...choices: readonly T[]): T => choices[random.below(choices.length)] as T;
  const requests = territory.customers.flatMap(({ id, contacts }) =>
    Array.from({ length: random.below(4) }, (_, i) => {
      const first = addDays(monday, random.below(4) - 1);
      return aRequest({
        id: `q${i}-${id}`,
        customer: id,
        contact: random.next() < 0.3 ? (contacts[random.below(2)]?.id ?? null) : null,
        kind: one('ordinary', 'ordinary', 'return', 'walk-in'),
        due: { first, last: addDays(first, random.below(5)) },
        required: random.next() < 0.7,
        dwell: random.next() < 0.3 ? minutes(5 + random.below(40)) : null,
        rep: random.next() < 0.1 ? repId('r1') : null,
        purpose: `Purpose ${i}`,
      });
    }),
  );
  return { territory: { ...territory, requests, policy: { ...territory.policy, ...frequencies(random, territory) } }, horizon };
}

const frequencies = (random: Random, { policy }: Territory) => ({
  joinedStay: random.next() < 0.3 ? ('sum' as const) : ('longest' as const),
  frequencies: [
    ...policy.frequencies,
    ...(random.next() < 0.4
      ? [aFrequency({ id: 'returns', kind: 'return', tiers: ['A', 'B'], minGapDays: 2, countsAlso: ['ordinary'] })]
      : []),
    ...(random.next() < 0.4 ? [aFrequency({ id: 'walk-ins', kind: 'walk-in', tiers: [], count: { bound: 'atMost', visits: 1 } })] : []),
  ],
});

async function planned({ territory, horizon }: ReturnType<typeof crowded>, seed: number) {
  const travel = await loadTravel(territory, estimate);
  const series = visitsDue(territory, horizon);
  const scene = buildScene(territory, horizon, { repDays: repDaysOf(territory, horizon), series, calls: [], travel });
  const compiled = compileProblem(scene, travel);
  const { solution } = solve(compiled.problem, { seed, pace: steadyPace(60), shouldStop: () => false, onProgress: () => {} });
  const plan = decodePlan(compiled, solution, travel);
  return { plan, series, cost: solution.cost, audit: auditPlan({ territory, horizon, series, calls: [], plan, travel }) };
}

/** By customer and day: the contacts of the stops, and how many of them answer an appointment. */
function crowdsOf({ days }: Plan, { requests }: Territory) {
  const agreed = new Set(requests.filter(({ appointment }) => appointment !== null).map(({ id }) => id));
  const stops = days.flatMap(({ day, stops: all }) => all.flatMap((stop) => (stop.type === 'visit' ? [{ day, stop }] : [])));
  return [...Map.groupBy(stops, ({ day, stop }) => `${stop.customer} ${day}`)]
    .filter(([, all]) => all.length > 1)
    .map(([key, all]) => ({
      key,
      contacts: new Set(all.map(({ stop }) => stop.contact)).size,
      agreed: all.filter(({ stop }) => stop.answers.some(({ request }) => agreed.has(request))).length,
      stops: all.length,
    }));
}

/** Pairs of visits of one frequency, and first ones after the last visit before, that are closer than their least distance. No promise or request asks for them. */
function closePairs({ days }: Plan, series: readonly VisitSeries[]) {
  const stops = days.flatMap(({ day, stops: all }) => all.flatMap((stop) => (stop.type === 'visit' ? [{ day, visit: stop.visit }] : [])));
  return series.flatMap(({ customer, visits, lastVisit, origin, commitments }) => {
    if (origin.by === 'request' || commitments.length > 0) return [];
    const ids = new Set(visits.map(({ id }) => id));
    const made = stops.filter(({ visit }) => ids.has(visit)).map(({ day }) => day);
    const all = [...(lastVisit === null ? [] : [lastVisit]), ...made].toSorted((a, b) => a - b);
    const gaps = all.slice(1).map((day, i) => day - (all[i] ?? day));
    return gaps.filter((gap) => gap < Math.max(1, origin.frequency.minGapDays)).map((gap) => ({ customer: customer.id, gap }));
  });
}

describe('one customer, one trip', () => {
  it('holds in the plans of random territories with many requests', { timeout: 3_600_000 }, async () => {
    let [joined, answered, counted, spaced] = [0, 0, 0, 0];
    for (let seed = 1; seed <= TERRITORIES; seed++) {
      const given = crowded(seed);
      const { plan, series, cost, audit } = await planned(given, seed);
      expect({ seed, violations: audit.violations, cost: audit.cost.total }).toEqual({ seed, violations: [], cost });
      if (given.territory.policy.rules.some(({ rule }) => rule === 'customer/spacing')) {
        expect({ seed, close: closePairs(plan, series) }).toEqual({ seed, close: [] });
        spaced += 1;
      }
      for (const crowd of crowdsOf(plan, given.territory)) {
        expect({ seed, ...crowd, hasReason: crowd.contacts === crowd.stops || crowd.agreed > 1 }).toMatchObject({ hasReason: true });
      }
      const all = [...plan.days.flatMap(({ stops }) => stops.filter((stop) => stop.type === 'visit')), ...plan.unserved];
      const requests = all.flatMap(({ answers, customer }) => answers.map(({ request }) => `${customer} ${request}`));
      expect(new Set(requests).size).toBe(requests.length);
      joined += all.filter(({ answers }) => answers.length > 1).length;
      answered += requests.length;
      counted += series.filter(({ origin, visits }) => origin.by === 'frequency' && visits.length === 0).length;
    }
    expect(answered).toBeGreaterThan(TERRITORIES);
    expect(joined).toBeGreaterThan(TERRITORIES / 4);
    expect(counted).toBeGreaterThan(0);
    expect(spaced).toBeGreaterThan(TERRITORIES / 4);
  });
});
