import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { caseFolder, isAbsent, planOf, territoryOf } from './cases.ts';

const JANUARY = ['--month', '2027-01', '--work', '3000'];
const WEEK = ['--from', '2027-01-11', '--days', '5', '--work', '3000'];

const CUSTOMER = 'id,name,lat,lng,tier\nC1,One,51.46,-0.97,A\n';
const REQUESTS = 'id,customer,contact,from,deadline,kind,required,source,purpose,dwell_minutes,rep,appointment_day,appointment_at';

/** A policy with one frequency of tier A. */
const policyWith = (frequency: object, more: object = {}) =>
  JSON.stringify({
    extends: 'check-in',
    id: 'p',
    remove: ['day-plan', 'day-report', 'day/duties', 'day/fewest-visits', 'day/reserve', 'plan/even-load', 'tier-a'],
    frequencies: [{ id: 'f', tiers: ['A'], every: 'P1M', ...frequency }],
    ...more,
  });

/** The days of all visits, in order: `2027-01-12 ordinary Q1+Q2`. */
const visitsOf = ({ plan }: PlanDocument): readonly string[] =>
  plan.days
    .flatMap(({ day, stops }) =>
      stops.flatMap((stop) =>
        stop.type === 'visit' ? [`${day} ${stop.kind} ${(stop.answers ?? []).map(({ request }) => request).join('+')}`.trim()] : [],
      ),
    )
    .toSorted();

const gapsOf = (visits: readonly string[]): readonly number[] => {
  const days = visits.map((visit) => Date.parse(visit.slice(0, 10)) / 86_400_000);
  return days.slice(1).map((day, i) => day - (days[i] ?? 0));
};

describe('one customer, one trip', () => {
  it.skipIf(isAbsent('request-beside-visits'))('a request is one of four visits, 4 to 12 days apart', async () => {
    const { document } = await planOf(caseFolder('request-beside-visits'), JANUARY);
    const visits = visitsOf(document);
    expect(visits).toHaveLength(4);
    expect(visits.filter((visit) => visit.endsWith('Q1'))).toHaveLength(1);
    for (const gap of gapsOf(visits)) expect(gap >= 4 && gap <= 12).toBe(true);
  });

  it.skipIf(isAbsent('two-requests'))('one trip answers two requests', async () => {
    const { document } = await planOf(caseFolder('two-requests'), WEEK);
    expect(visitsOf(document).filter((visit) => visit.includes('Q'))).toEqual([expect.stringMatching(/^2027-01-1[123] ordinary Q1\+Q2$/)]);
    const answered = document.plan.days.flatMap(({ stops }) =>
      stops.flatMap((stop) => (stop.type === 'visit' ? (stop.answers ?? []) : [])),
    );
    expect(answered).toEqual([
      { request: 'Q1', purpose: 'Broken fridge' },
      { request: 'Q2', purpose: 'New order' },
    ]);
  });

  it.skipIf(isAbsent('two-contacts'))('both contacts of a customer are seen on one day, one after the other', async () => {
    const { document } = await planOf(caseFolder('two-contacts'), ['--from', '2027-01-13', '--days', '1', '--work', '3000']);
    const stops = document.plan.days.flatMap((day) => day.stops.filter((stop) => stop.type === 'visit'));
    const customers = stops.map(({ customer }) => customer);
    expect(customers.filter((customer) => customer === 'C2')).toHaveLength(2);
    expect(customers.filter((customer, i) => customer !== customers[i - 1])).toHaveLength(2);
  });

  it('a return answers a complaint that does not count for it, and takes its time', async () => {
    const folder = await territoryOf({
      'customers.csv': CUSTOMER,
      'policy.json': policyWith({ kind: 'return', count: { exactly: 2 }, minGapDays: 8 }),
      'requests.csv': `${REQUESTS}\nQ1,C1,,2027-01-13,2027-01-14,ordinary,yes,complaint,Scales,90,,,\n`,
    });
    const { document } = await planOf(folder, JANUARY);
    const visits = visitsOf(document);
    expect(visits).toHaveLength(2);
    expect(visits).toContainEqual(expect.stringMatching(/^2027-01-1[34] return Q1$/));
    expect(gapsOf(visits)[0]).toBeGreaterThanOrEqual(8);
    const stay = document.plan.days.flatMap(({ stops }) =>
      stops.flatMap((stop) => (stop.type === 'visit' && stop.answers !== undefined ? [Date.parse(stop.end) - Date.parse(stop.start)] : [])),
    );
    expect(stay).toEqual([90 * 60_000]);
  });

  it('takes the sum of all times where the policy says so', async () => {
    const folder = await territoryOf({
      'customers.csv': CUSTOMER,
      'policy.json': policyWith({ count: { exactly: 0 } }, { joinedStay: 'sum' }),
      'requests.csv': [
        REQUESTS,
        'Q1,C1,,2027-01-11,2027-01-12,ordinary,yes,order,,20,,,',
        'Q2,C1,,2027-01-12,2027-01-14,return,yes,order,,30,,,',
      ].join('\n'),
    });
    const { document } = await planOf(folder, WEEK);
    expect(visitsOf(document)).toEqual(['2027-01-12 ordinary Q1+Q2']);
    const [stop] = document.plan.days.flatMap(({ stops }) => stops.filter(({ type }) => type === 'visit'));
    expect(Date.parse(stop?.end ?? '') - Date.parse(stop?.start ?? '')).toBe(50 * 60_000);
  });

  it('an appointment, a promise to come again and a campaign are one visit', async () => {
    const folder = await territoryOf({
      'customers.csv': CUSTOMER,
      'policy.json': policyWith({ count: { exactly: 1 } }),
      'requests.csv': `${REQUESTS}\nQ1,C1,,2027-01-11,2027-01-15,ordinary,yes,order,,,,2027-01-13,10:00\n`,
      'history.csv': 'customer,day,kind,follow_up\nC1,2026-12-20,ordinary,2027-01-13\n',
      'campaigns.csv': 'id,name,day,least_lead_days,most_lead_days,kind\nfair,Fair,2027-01-20,5,9,ordinary\n',
    });
    const { document } = await planOf(folder, WEEK);
    expect(visitsOf(document)).toEqual([expect.stringMatching(/^2027-01-13 ordinary Q1\+/)]);
    expect(visitsOf(document)[0]?.split('+')).toHaveLength(3);
  });

  it('two appointments on one day are two stops', async () => {
    const folder = await territoryOf({
      'customers.csv': CUSTOMER,
      'policy.json': policyWith({ count: { exactly: 0 } }),
      'requests.csv': [
        REQUESTS,
        'Q1,C1,,2027-01-13,2027-01-13,ordinary,yes,order,,20,,2027-01-13,10:00',
        'Q2,C1,,2027-01-13,2027-01-13,ordinary,yes,order,,20,,2027-01-13,15:00',
      ].join('\n'),
    });
    const { document } = await planOf(folder, WEEK);
    expect(visitsOf(document)).toEqual(['2027-01-13 ordinary Q1', '2027-01-13 ordinary Q2']);
  });

  it('two reps whom requests name on one and the same day both come, and one of them where the days leave a choice', async () => {
    const reps = [
      'id,name,start_lat,start_lng,vehicles,shifts',
      'R1,Ann,51.4551,-0.9731,car,Mo-Fr 08:30-17:30',
      'R2,Bob,51.4551,-0.9731,car,Mo-Fr 08:30-17:30',
    ];
    const plannedWith = async (deadline: string) => {
      const folder = await territoryOf({
        'customers.csv': CUSTOMER,
        'reps.csv': reps.join('\n'),
        'policy.json': policyWith({ count: { atMost: 1 } }),
        'requests.csv': `${REQUESTS}\nQ1,C1,,2027-01-12,2027-01-12,ordinary,yes,complaint,Scales,20,R1,,\nQ2,C1,,2027-01-12,${deadline},ordinary,yes,complaint,Contract,20,R2,,\n`,
      });
      const { document } = await planOf(folder, WEEK);
      expect(document.plan.unserved).toEqual([]);
      return visitsOf(document).filter((visit) => visit.includes('Q'));
    };
    expect(await plannedWith('2027-01-12')).toEqual(['2027-01-12 ordinary Q1', '2027-01-12 ordinary Q2']);
    expect(await plannedWith('2027-01-13')).toEqual(['2027-01-12 ordinary Q1', '2027-01-13 ordinary Q2']);
  });

  it('visits of which many are owed keep their distance', async () => {
    const folder = await territoryOf({
      'territory.json': JSON.stringify({ id: 'relative', timeZone: 'Europe/London', startedOn: '2027-01-01' }),
      'customers.csv': CUSTOMER,
      'policy.json': policyWith({ count: { exactly: 4 }, minGapDays: 4 }),
    });
    const { document } = await planOf(folder, ['--from', '2027-01-25', '--days', '5', '--work', '3000']);
    const visits = visitsOf(document);
    expect(visits).toHaveLength(2);
    expect(gapsOf(visits)).toEqual([4]);
    expect(document.plan.unserved).toEqual([]);
  });

  it('a customer who is visited anyway has no walk-in that week', async () => {
    const frequencies = [
      { id: 'f', tiers: ['A'], every: 'P1W', count: { exactly: 1 } },
      { id: 'w', tiers: ['A'], kind: 'walk-in', every: 'P1W', count: { atMost: 1 } },
    ];
    const folder = await territoryOf({ 'customers.csv': CUSTOMER, 'policy.json': policyWith({}, { frequencies }) });
    const { document } = await planOf(folder, WEEK);
    expect(visitsOf(document)).toEqual([expect.stringMatching(/ ordinary$/)]);
  });
});
