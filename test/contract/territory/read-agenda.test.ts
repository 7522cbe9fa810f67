import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { minutes, seconds } from '../../../src/kernel/units.ts';
import { aCampaign, aCommitment, aCompanion, aContact, aPastVisit, aRequest, at, between } from '../../support/builders.ts';
import { findingsOf, read, territoryJson } from '../territory-files.ts';

const contacts = 'customer,id,name,role,hours\nc1,li,Li Wei,leader,Mo-Fr 09:00-11:00\nc1,wu,,warehouse,\n';
const companions = 'id,name,hours,days_off\ng1,Guo,Mo-Fr 08:00-12:00,2026-12-08\n';
const codesOf = (changes: Parameters<typeof findingsOf>[0]) =>
  findingsOf(changes).map(({ code, at: { file, row, column } }) => `${code} ${file}:${row} ${column}`);

describe('contacts and companions', () => {
  it('are read from their tables', () => {
    const { customers, companions: guides } = read({ 'contacts.csv': contacts, 'companions.csv': companions });
    expect(customers[0]?.contacts.map(({ id, name, role }) => [id, name, role])).toEqual([
      ['li', 'Li Wei', 'leader'],
      ['wu', 'wu', 'warehouse'],
    ]);
    expect(customers[0]?.contacts[0]?.hours?.byWeekday[1]).toEqual([between('09:00', '11:00')]);
    expect(customers[0]?.contacts[1]?.hours).toBeNull();
    expect(guides).toMatchObject([{ id: 'g1', name: 'Guo', daysOff: [day('2026-12-08')] }]);
  });

  it('are read from the document, too, and are empty by default', () => {
    const given = territoryJson({ contacts: [{ customer: 'c1', id: 'p1', role: 'leader' }], companions: [{ id: 'g1' }] });
    expect(read(given)).toMatchObject({ customers: [{ contacts: [aContact()] }], companions: [aCompanion()] });
    expect(read()).toMatchObject({ companions: [], requests: [], campaigns: [], commitments: [] });
  });

  it('belong to customers that there are, each id once', () => {
    expect(codesOf({ 'contacts.csv': 'customer,id,role\nc1,li,leader\nc1,li,sales\nc7,wu,sales\n' })).toEqual([
      'ID_TWICE contacts.csv:3 id',
      'CUSTOMER_UNKNOWN contacts.csv:4 customer',
    ]);
  });
});

describe('requests', () => {
  const heading = 'id,customer,contact,kind,source,purpose,from,deadline,if_non_working,required,weight,dwell_minutes,rep,companion';
  const wholeHeading = `${heading},appointment_day,appointment_at,early_minutes,most_wait_minutes`;
  const tables = { 'contacts.csv': contacts, 'companions.csv': companions };

  it('are read with all their columns', () => {
    const row = 'q1,c1,li,return,complaint,Broken shelf,2026-12-07,2026-12-11,previous,no,2,20,r1,g1,2026-12-09,10:00,10,30';
    expect(read({ ...tables, 'requests.csv': `${wholeHeading}\n${row}\n` }).requests).toEqual([
      aRequest({
        contact: 'li',
        kind: 'return',
        source: 'complaint',
        purpose: 'Broken shelf',
        ifNonWorking: 'previous',
        required: false,
        weight: 2,
        dwell: minutes(20),
        rep: 'r1',
        companion: 'g1',
        appointment: { day: day('2026-12-09'), at: at('10:00'), early: minutes(10), mostWait: minutes(30) },
      }),
    ]);
  });

  it('need customer and dates alone', () => {
    expect(read({ 'requests.csv': 'id,customer,from,deadline\nq1,c1,2026-12-07,2026-12-11\n' }).requests).toEqual([
      aRequest({ source: 'ad-hoc' }),
    ]);
  });

  it('name people that there are', () => {
    const rows = ['q1,c1,zhao,,,,2026-12-07,2026-12-11,,,,,r9,g9', 'q1,c9,,,,,2026-12-07,2026-12-01,,,,,,'];
    expect(codesOf({ ...tables, 'requests.csv': [heading, ...rows].join('\n') })).toEqual([
      'REP_UNKNOWN requests.csv:2 rep',
      'COMPANION_UNKNOWN requests.csv:2 companion',
      'CONTACT_UNKNOWN requests.csv:2 contact',
      'CUSTOMER_UNKNOWN requests.csv:3 customer',
      'ID_TWICE requests.csv:3 id',
      'REVERSED requests.csv:3 deadline',
    ]);
  });
});

describe('campaigns', () => {
  it('are read with those whom they are for', () => {
    const table = [
      'id,name,day,least_lead_days,most_lead_days,if_non_working,kind,tiers,tags,statuses,contact_role,required,weight,dwell_minutes',
      'christmas,Christmas,2026-12-25,14,30,skip,call,A;B,dealer,lost,leader,yes,1.5,5',
    ];
    expect(read({ 'campaigns.csv': table.join('\n') }).campaigns).toEqual([
      aCampaign({
        leadDays: { least: 14, most: 30 },
        ifNonWorking: 'skip',
        kind: 'call',
        audience: { tiers: ['A', 'B'], tags: ['dealer'], statuses: ['lost'], contact: 'leader' },
        weight: 1.5,
        dwell: minutes(5),
      }),
    ]);
  });

  it('lead by at least as many days at first as at last', () => {
    const table = 'id,day,least_lead_days,most_lead_days\nchristmas,2026-12-25,14,7\n';
    expect(codesOf({ 'campaigns.csv': table })).toEqual(['OUT_OF_RANGE campaigns.csv:2 most_lead_days']);
  });
});

describe('commitments and history', () => {
  it('say whom they are with and what they answer', () => {
    const territory = read({
      'contacts.csv': contacts,
      'commitments.csv': 'customer,contact,kind,request,day,rep,at,firmness\nc1,li,return,q1,2026-12-09,r1,09:30,confirmed\n',
      'history.csv': 'customer,day,kind,rep,contact,request,follow_up\nc1,2026-12-01,return,r1,li,q0,2026-12-10\n',
    });
    expect(territory.commitments).toEqual([
      aCommitment({
        contact: 'li',
        kind: 'return',
        request: 'q1',
        day: day('2026-12-09'),
        rep: 'r1',
        at: at('09:30'),
        firmness: 'confirmed',
      }),
    ]);
    expect(territory.history).toEqual([
      aPastVisit({ kind: 'return', rep: 'r1', contact: 'li', requests: ['q0'], followUp: day('2026-12-10') }),
    ]);
  });

  it('name contacts of their customer', () => {
    expect(codesOf({ 'history.csv': 'customer,day,contact\nc1,2026-12-01,li\n' })).toEqual(['CONTACT_UNKNOWN history.csv:2 contact']);
  });
});

describe('what customers, reps and frequencies say of it', () => {
  it('is read', () => {
    const customers = 'id,lat,lng,tier,since,intent,order_weekday,companion,bus_served\nc1,31.2,121.4,A,2026-12-01,clear,Tu,g1,yes\n';
    const reps =
      'id,role,manager,start_lat,start_lng,vehicles,shifts\nr1,,m1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\nm1,manager,,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\n';
    expect(read({ 'customers.csv': customers, 'reps.csv': reps, 'companions.csv': companions })).toMatchObject({
      customers: [{ since: day('2026-12-01'), intent: 'clear', orderWeekday: 2, companion: 'g1', busServed: true }],
      reps: [{ manager: 'm1' }, { manager: null }],
    });
  });

  it('names companions and managers that there are', () => {
    expect(codesOf({ 'customers.csv': 'id,lat,lng,tier,companion\nc1,31.2,121.4,A,g1\n' })).toEqual([
      'COMPANION_UNKNOWN customers.csv:2 companion',
    ]);
    const reps = 'id,manager,start_lat,start_lng,vehicles,shifts\nr1,r1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\n';
    expect(codesOf({ 'reps.csv': reps })).toEqual(['MANAGER_UNKNOWN reps.csv:2 manager']);
  });

  it('holds for frequencies and deadlines of a policy', () => {
    const { policy } = read({
      'policy.json': {
        extends: 'tobacco',
        frequencies: [
          {
            id: 'leaders',
            kind: 'return',
            contact: 'leader',
            posts: ['senior'],
            statuses: ['new'],
            count: { atLeast: 3 },
            every: 'P1M',
            firstWithinDays: 7,
            dwell: 'PT30M',
            sample: 5,
            joint: true,
          },
        ],
        deadlines: [{ plan: 'week', due: 'Friday', by: { workingDaysBefore: 1, before: 'PT2H' } }],
      },
      ...territoryJson({ policy: undefined }),
    });
    expect(policy.frequencies[0]).toMatchObject({
      contact: 'leader',
      posts: ['senior'],
      firstWithinDays: 7,
      dwell: minutes(30),
      sample: 5,
      joint: true,
    });
    const by = { workingDaysBefore: 1, clock: null, before: seconds(7200) };
    expect(policy.deadlines).toMatchObject([{ plan: 'month' }, { plan: 'week', by }, { plan: 'day' }]);
  });
});
