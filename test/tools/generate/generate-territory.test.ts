import { describe, expect, it } from 'vitest';
import { readTerritory } from '../../../src/contract/territory/read-territory.ts';
import { day } from '../../../src/domain/calendar.ts';
import { generateTerritory } from '../../../tools/generate/generate-territory.ts';
import type { TeamSpec } from '../../../tools/generate/spec.ts';
import { WEEKDAYS, between, clock, hoursOn, plainRep } from '../../../tools/generate/specs/people.ts';
import { plainRequest } from '../../../tools/generate/specs/requests.ts';
import { companionId, contactId, customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { parse } from 'csv-parse/sync';
import { checkExpectations } from '../../support/check-expectations.ts';
import { planOfWitness, witnessDocument } from '../../support/witness-plan.ts';
import { aMonthly, aTeam } from './a-team.ts';

/** A small territory with every part that a spec can have. */
const rich: TeamSpec = aTeam({
  policy: {
    ...aTeam().policy,
    frequencies: [
      aMonthly('leaders', 3, { kind: 'return', contact: 'leader' }),
      aMonthly('warehouses', 1, { kind: 'return', contact: 'warehouse' }),
      aMonthly('calls', 1, { kind: 'call', cycle: { every: 'days', length: 7 }, dwell: minutes(5) }),
      aMonthly('managers', 1, { kind: 'manager' }),
      aMonthly('lost', 1, { statuses: ['lost'] }),
      aMonthly('new', 2, { statuses: ['new'], firstWithinDays: 7 }),
      aMonthly('others', 2, { tags: ['shop'] }),
    ],
  },
  reps: [
    {
      ...plainRep,
      id: repId('r1'),
      name: 'r1',
      post: 'representative',
      manager: repId('m1'),
      vehicles: [],
      modes: ['walk', 'shared-bicycle'],
    },
    { ...plainRep, id: repId('m1'), name: 'm1', post: 'head', role: 'manager', leave: [day('2026-12-08')] },
  ],
  groups: [
    {
      prefix: 'd',
      count: 6,
      setting: 'town',
      middle: { east: 0, north: 0 },
      spread: 0.3,
      traits: (n) => ({
        tier: 'A',
        dwell: minutes(30),
        companion: companionId('guide'),
        contacts: [
          { id: contactId(`d${n}-1`), name: '', role: 'leader', hours: hoursOn([2, 4], between('09:00', '11:30')) },
          { id: contactId(`d${n}-2`), name: '', role: 'warehouse', hours: null },
        ],
      }),
    },
    {
      prefix: 's',
      count: 10,
      setting: 'town',
      middle: { east: 500, north: 0 },
      spread: 0.3,
      traits: (n) => ({
        tier: 'C',
        tags: ['shop'],
        ...(n === 1 ? { status: 'new', since: day('2026-11-27') } : n === 2 ? { status: 'lost' } : { orderWeekday: 3 }),
      }),
    },
  ],
  companions: [
    { id: companionId('guide'), name: 'guide', hours: hoursOn(WEEKDAYS, between('08:30', '12:00')), daysOff: [day('2026-12-03')] },
  ],
  requests: [
    {
      ...plainRequest,
      id: requestId('talk'),
      customer: customerId('s005'),
      source: 'promise',
      due: { first: day('2026-12-10'), last: day('2026-12-10') },
      appointment: { day: day('2026-12-10'), at: clock('15:00'), early: minutes(10), mostWait: minutes(20) },
    },
  ],
  campaigns: [
    {
      id: 'festival',
      name: '冬至',
      day: day('2026-12-22'),
      leadDays: { least: 1, most: 6 },
      ifNonWorking: 'previous',
      kind: 'ordinary',
      audience: { tiers: ['A'], tags: [], statuses: [], contact: null },
      required: true,
      weight: 1,
      dwell: minutes(15),
    },
  ],
  commitments: [
    {
      customer: customerId('s007'),
      contact: null,
      kind: 'ordinary',
      request: null,
      day: day('2026-12-15'),
      rep: repId('r1'),
      at: null,
      firmness: 'confirmed',
    },
  ],
  lastVisits: { s008: day('2026-10-02'), s009: null },
  orderLead: { least: 0, most: 1 },
});

const { files } = generateTerritory(rich);
const territory = readTerritory(new Map(Object.entries({ ...files, 'policy.json': '' }).filter(([, text]) => text !== '')));
const witness = witnessDocument.parse(JSON.parse(files['witness.json'] ?? ''));
const own = { ...territory, policy: rich.policy };
const stops = Object.values(witness.reps).flatMap(({ days }) =>
  Object.entries(days).flatMap(([at, all]) => all.map((stop) => ({ at, ...stop }))),
);

const rowsOf = (text: string): unknown => parse(text, { columns: true });

describe('generateTerritory', () => {
  it('writes the tables that have rows, and reads back the parts of the spec', () => {
    expect(
      Object.keys(files)
        .filter((name) => name.endsWith('.csv'))
        .toSorted(),
    ).toEqual([
      'campaigns.csv',
      'commitments.csv',
      'companions.csv',
      'contacts.csv',
      'customers.csv',
      'history.csv',
      'reps.csv',
      'requests.csv',
    ]);
    expect(territory.requests).toEqual(rich.requests);
    expect(territory.campaigns).toEqual(rich.campaigns);
    expect(territory.commitments).toEqual(rich.commitments);
    expect(territory.companions).toEqual(rich.companions);
    expect(territory.customers[0]?.contacts.map(({ role, hours }) => [role, hours])).toEqual([
      ['leader', hoursOn([2, 4], between('09:00', '11:30'))],
      ['warehouse', null],
    ]);
    expect(territory.reps.map(({ role, manager, modes }) => [role, manager, modes])).toEqual([
      ['rep', 'm1', ['walk', 'shared-bicycle']],
      ['manager', null, []],
    ]);
  });

  it('has a witness that beatplan can follow and the audit finds clean, contacts, companions and managers included', async () => {
    const { audit, plan, superfluous } = await planOfWitness(own, witness, rich.month);
    expect({ violations: audit.violations, superfluous, left: plan.unserved.filter(({ required }) => required) }).toEqual({
      violations: [],
      superfluous: [],
      left: [],
    });
  });

  it('meets leaders in their hours and in those of the companion', () => {
    const leaders = stops.filter(({ contact }) => contact?.endsWith('-1') === true);
    // Six leaders, three times.
    expect(leaders).toHaveLength(18);
    // Tuesdays and Thursdays, but for 3 December, when the companion is away.
    expect(leaders.every(({ at }) => [2, 4].includes(Temporal.PlainDate.from(at).dayOfWeek) && at !== '2026-12-03')).toBe(true);
  });

  it('keeps appointment, commitment, order days, and the first visit of a new customer', () => {
    const daysOf = (customer: string) => stops.filter((stop) => stop.customer === customer && stop.kind === 'ordinary').map(({ at }) => at);
    expect(daysOf('s005')).toContain('2026-12-10');
    expect(daysOf('s007')).toContain('2026-12-15');
    // Orders on Wednesday: Tuesday or Wednesday.
    expect(daysOf('s006').every((at) => [2, 3].includes(Temporal.PlainDate.from(at).dayOfWeek))).toBe(true);
    // 27 November + 7 days.
    expect((daysOf('s001')[0] ?? '') <= '2026-12-04').toBe(true);
  });

  it('calls every customer in each of the weeks that the month closes', () => {
    // Weeks that end on 6, 13, 20 and 27 December; the fifth goes on to Friday, 1 January, which owes floor(4 ÷ 5) = 0.
    const called = witness.calls.filter(({ customer }) => customer === 'd001');
    expect(called).toHaveLength(4);
    expect(called.every(({ rep, minutes: length }) => rep === 'r1' && length === 5)).toBe(true);
  });

  it('has calls in a plan that can be held against expectations', async () => {
    const { document } = await planOfWitness(own, witness, rich.month);
    const expectation = { kind: 'callsAtLeast', least: 1, every: 'week', tiers: ['A'] };
    const [customers, reps, history] = ['customers.csv', 'reps.csv', 'history.csv'].map((name) => rowsOf(files[name] ?? ''));
    const promises = { title: 'Calls', horizon: { from: '2026-12-01', days: 31 }, expectations: [expectation] };
    expect(checkExpectations(document, { customers, reps, history, expect: promises })).toEqual([]);
  });

  it('has visits before the month, except of customers whose last visit the spec gives', () => {
    const before = territory.history.filter(({ day: at, kind }) => at < rich.month.first && kind === 'ordinary');
    const seen = (customer: string) => before.filter((visit) => visit.customer === customer);
    expect(seen('s004').length).toBeGreaterThan(0);
    expect(seen('s008').map(({ day: at }) => at)).toEqual([day('2026-10-02')]);
    expect([seen('s009'), seen('s001')]).toEqual([[], []]);
  });

  it('gives the values when no witness is found', () => {
    // Twelve visits of eight hours in a day of seven.
    const impossible = aTeam({ policy: { ...aTeam().policy, tiers: [{ id: 'C', dwell: minutes(480), unserved: minutes(60) }] } });
    expect(() => generateTerritory(impossible)).toThrow(/made-up.*c001 ordinary/);
  });

  it('writes the same bytes for the same spec', () => {
    expect(generateTerritory(rich).files).toEqual(files);
  });
});
