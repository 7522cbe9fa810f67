import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { dueVisit } from '../../../src/planning/explain/board.ts';
import { Effort } from '../../../src/planning/explain/effort.ts';
import { explainer } from '../../../src/planning/explain/explain.ts';
import { prepareParts } from '../../../src/planning/prepare-parts.ts';
import { general } from '../../../src/policies/general.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { aCampaign, aCustomer, aPastVisit, aRep, aRequest, aTerritory, between, monday, office, week } from '../../support/builders.ts';

const near = { lat: office.lat + 0.01, lng: office.lng };
const shop = (i: number, given: Partial<ReturnType<typeof aCustomer>> = {}) =>
  aCustomer({ id: `c${i}`, tier: 'A', location: near, dwell: minutes(100), hours: dailyHours(between('08:30', '17:30')), ...given });
const policy = { ...general, duties: [], breaks: [], frequencies: [] };
const reps = [aRep({ id: 'r1', name: 'Ann', shift: between('08:30', '17:30'), vehicles: ['car'] })];

/** The reasons for what a week leaves out, by customer. */
async function reasonsOf(territory: Territory): Promise<readonly string[]> {
  const parts = await prepareParts(territory, { horizon: week, travel: estimate, endPlaces: new Map() });
  return parts.flatMap(({ compiled, travel }) => {
    const { problem } = compiled;
    const { solution } = solve(problem, { seed: 1, pace: steadyPace(300), shouldStop: () => false, onProgress: () => {} });
    const { explain } = explainer(compiled, solution, { travel, effort: new Effort() });
    const served = new Set(solution.slots.flat());
    const left = Array.from({ length: problem.visits.count }, (_, visit) => visit).filter((visit) => !served.has(visit));
    return left.flatMap((visit) =>
      explain(visit).map(
        ({ class: name, sentence }) => `${dueVisit(compiled, visit).series.customer.id} ${name}: ${sentence.values['en']}`,
      ),
    );
  });
}

const LATER =
  /^c\d no-time: Ann \(r1\) has no time left on Mon 7 December: it needs 1:\d\d, at most 0:\d\d are free, on Mon 7 December; it would fit on Tue 8 December, where 9:00 are free, but its last day is Mon 7 December\.$/;

describe('the reason for a visit whose last day is full', () => {
  it('names the first later day on which a request would fit, and is true: with that day as its last it is made', async () => {
    const requests = [1, 2, 3, 4, 5, 6].map((i) => aRequest({ id: `q${i}`, customer: `c${i}`, due: { first: monday, last: monday } }));
    const territory = aTerritory({ customers: [1, 2, 3, 4, 5, 6].map((i) => shop(i)), reps, policy, requests });
    const reasons = await reasonsOf(territory);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(LATER);
    const left = reasons[0]?.slice(0, 2);
    const later = requests.map((one) => (one.customer === left ? { ...one, due: { first: monday, last: addDays(monday, 1) } } : one));
    expect(await reasonsOf({ ...territory, requests: later })).toEqual([]);
  });

  it('does so for follow-ups of past visits and for campaigns', async () => {
    const customers = [1, 2, 3, 4, 5, 6].map((i) => shop(i));
    const history = customers.map(({ id }) => aPastVisit({ customer: id, day: addDays(monday, -10), followUp: monday }));
    const followed = await reasonsOf(aTerritory({ customers, reps, policy, history }));
    expect(followed).toEqual([expect.stringMatching(LATER)]);
    const campaigns = [aCampaign({ day: addDays(monday, 1), leadDays: { most: 1, least: 1 }, required: true })];
    const campaigned = await reasonsOf(aTerritory({ customers, reps, policy, campaigns }));
    expect(campaigned).toEqual([expect.stringMatching(LATER)]);
  });

  it('passes over days on which the customer is closed, and says nothing where no later day suits', async () => {
    const tuesday = addDays(monday, 1);
    const closed = [1, 2, 3, 4, 5, 6].map((i) => shop(i, { closedDays: [tuesday] }));
    const requests = closed.map(({ id }) => aRequest({ id: `q-${id}`, customer: id, due: { first: monday, last: monday } }));
    const [reason] = await reasonsOf(aTerritory({ customers: closed, reps, policy, requests }));
    expect(reason).toContain('would fit on Wed 9 December');
    const shut = closed.map((customer) => ({ ...customer, closedDays: [1, 2, 3, 4].map((days) => addDays(monday, days)) }));
    const [other] = await reasonsOf(aTerritory({ customers: shut, reps, policy, requests }));
    expect(other).toMatch(
      /^c\d no-time: Ann \(r1\) has no time left on Mon 7 December: it needs 1:\d\d, at most 0:\d\d are free, on Mon 7 December\.$/,
    );
  });

  it('does so for a customer that is closed on its last day', async () => {
    const customers = [shop(1, { closedDays: [monday] })];
    const requests = [aRequest({ id: 'q1', customer: 'c1', due: { first: monday, last: monday } })];
    expect(await reasonsOf(aTerritory({ customers, reps, policy, requests }))).toEqual([
      expect.stringMatching(
        /^c1 never-fits: It is closed on Mon 7 December; it would fit on Tue 8 December, .* last day is Mon 7 December\.$/,
      ),
    ]);
  });
});
