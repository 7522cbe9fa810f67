import { describe, expect, it } from 'vitest';
import { type Stop, call, farm, fixtureWith, horizon, messages, oneDay, planOf, planOver, shop, visit } from './small-plan.ts';

const failures = (expectation: object, stops: readonly Stop[], changes: object = {}) =>
  messages(planOf({ '2026-12-07': stops, '2026-12-08': [] }), fixtureWith(expectation, { horizon, ...changes }));

const request = { id: 'q1', customer: 'c1', source: 'promise', from: '2026-12-07', deadline: '2026-12-07' };

describe('appointmentsKept', () => {
  const kept = { kind: 'appointmentsKept' };
  const requests = [{ ...request, appointment_day: '2026-12-07', appointment_at: '10:00', early_minutes: '10' }];
  const at = (from: string, facts: object = {}) => [visit('c1', from, '10:40', { answers: [{ request: 'q1' }], ...facts })];

  it('wants the rep there as early as was meant', () => {
    expect(failures(kept, at('09:50'), { requests })).toEqual([]);
    expect(failures(kept, at('09:55'), { requests })).toEqual([
      'The appointment q1 at 10:00 on 2026-12-07 is not kept: the rep is there on 2026-12-07 from 09:55.',
    ]);
    // There in time, but with the customer only later.
    expect(failures(kept, at('10:05', { arrival: '09:45' }), { requests })).toHaveLength(1);
  });

  it('misses one that is not visited, and an agenda without any', () => {
    expect(failures(kept, [visit('c1', '09:50', '10:40')], { requests })).toEqual([
      'The appointment q1 at 10:00 on 2026-12-07 is not kept.',
    ]);
    expect(failures(kept, [])).toEqual(['Nothing is agreed on in the horizon.']);
  });
});

describe('requestsKept', () => {
  const complaint = { id: 'q1', customer: 'c1', from: '2026-12-07', deadline: '2026-12-07' };
  const kept = (request: object, stops: Parameters<typeof planOf>[0][string]) =>
    messages(planOf({ '2026-12-07': stops }), fixtureWith({ kind: 'requestsKept' }, { ...oneDay, requests: [request] }));

  it('wants a visit or a call for each request in time', () => {
    expect(kept(complaint, [visit('c1', '09:00', '09:10', { answers: [{ request: 'q1' }] })])).toEqual([]);
    expect(kept(complaint, [{ ...call('c1', '09:00', '09:10'), answers: [{ request: 'q1' }] }])).toEqual([]);
    const usual = [visit('c1', '09:00', '09:10')];
    expect(kept(complaint, usual)).toEqual(['q1 of c1 is not done from 2026-12-07 to 2026-12-07.']);
    expect(kept({ ...complaint, from: '2026-12-08', deadline: '2026-12-08' }, usual)).toEqual(['Nothing has to be done in the horizon.']);
  });

  it('lets mere wishes be', () => {
    expect(kept({ ...complaint, required: 'no' }, [])).toEqual(['Nothing has to be done in the horizon.']);
  });
});

describe('commitmentsKept', () => {
  const promised = { customer: 'c1', day: '2026-12-07', rep: 'r1', firmness: 'confirmed' };
  const kept = (commitment: object, customer = 'c1') =>
    messages(
      planOf({ '2026-12-07': [visit(customer, '09:00', '09:10')] }),
      fixtureWith({ kind: 'commitmentsKept' }, { ...oneDay, commitments: [commitment] }),
    );

  it('wants a visit on the day, by whoever was to come', () => {
    expect(kept(promised)).toEqual([]);
    expect(kept(promised, 'c2')).toEqual(['c1 was promised 2026-12-07 and r1, and is not visited then.']);
    expect(kept({ ...promised, rep: 'r2' })).toHaveLength(1);
    expect(kept({ ...promised, rep: '', firmness: 'announced' }, 'c2')).toEqual(['c1 was told of 2026-12-07, and is not visited then.']);
  });

  it('lets days be that were only planned', () => {
    expect(kept({ ...promised, firmness: 'planned' })).toEqual(['Nobody was told of a day in the horizon.']);
  });
});

describe('campaignTold', () => {
  const launch = { kind: 'campaignTold', contactRole: 'leader', visitKind: 'ordinary', from: '2026-12-01', until: '2026-12-07' };
  const contacts = [{ customer: 'c1', id: 'p1', role: 'leader' }];
  const toldOf = (facts: object, asked: object = launch) =>
    messages(planOf({ '2026-12-07': [visit('c1', '09:00', '09:10', facts)] }), fixtureWith(asked, { ...oneDay, contacts }));
  const contact = { id: 'p1', role: 'leader' };

  it('wants each contact of the role to have a visit for it between the days', () => {
    expect(toldOf({ contact, answers: [{ request: 'launch/p1' }] })).toEqual([]);
    const untold = ['p1 of c1 is not told between 2026-12-01 and 2026-12-07.'];
    expect(toldOf({ contact })).toEqual(untold);
    expect(toldOf({ answers: [{ request: 'launch/p1' }] })).toEqual(untold);
    expect(toldOf({ contact, answers: [{ request: 'launch/p1' }] }, { ...launch, until: '2026-12-06' })).toHaveLength(1);
    expect(toldOf({ contact, answers: [{ request: 'launch/p1' }] }, { ...launch, tiers: ['B'] })).toEqual(['Nobody is leader.']);
  });
});

describe('stayHonoured', () => {
  const stay = { kind: 'stayHonoured', tiers: { A: 30, B: 20 } };

  it('wants the time of the tier, the customer, or the request', () => {
    expect(failures(stay, [visit('c1', '09:00', '09:30'), visit('c2', '10:00', '10:20')])).toEqual([]);
    expect(failures(stay, [visit('c1', '09:00', '09:29')])).toEqual(['The visit to c1 on 2026-12-07 lasts 29 min; 30 were planned.']);
    expect(failures(stay, [visit('c1', '09:00', '09:30')], { customers: [{ ...shop, dwell_minutes: '45' }] })).toHaveLength(1);
    const requests = [{ ...request, dwell_minutes: '60', early_minutes: '10' }];
    expect(failures(stay, [visit('c1', '09:00', '10:10', { answers: [{ request: 'q1' }] })], { requests })).toEqual([]);
    expect(failures(stay, [])).toEqual(['The plan has no visits.']);
  });
});

describe('followUpsKept', () => {
  const again = { kind: 'followUpsKept' };
  const promise = (by: string) => ({ history: [{ customer: 'c1', day: '2026-12-01', follow_up: by }] });

  it('wants a visit by the day that was promised, or at all when that is over', () => {
    expect(failures(again, [visit('c1', '09:00', '09:10')], promise('2026-12-07'))).toEqual([]);
    expect(failures(again, [visit('c1', '09:00', '09:10')], promise('2026-12-04'))).toEqual([]);
    expect(failures(again, [visit('c2', '09:00', '09:10')], promise('2026-12-07'))).toEqual(['c1 was to be seen again by 2026-12-07.']);
  });

  it('holds to the last word, and misses promises where there are none', () => {
    const history = [
      { customer: 'c1', day: '2026-12-01', follow_up: '2026-12-07' },
      { customer: 'c1', day: '2026-12-03', follow_up: '' },
    ];
    expect(failures(again, [], { history })).toEqual(['Nothing was promised for the horizon.']);
  });
});

describe('newCustomersWithin', () => {
  const soon = { kind: 'newCustomersWithin', days: 7 };
  const won = (since: string) => ({ customers: [{ ...shop, status: 'new', since }] });

  it('wants the first visit within so many days', () => {
    expect(failures(soon, [visit('c1', '09:00', '09:10')], won('2026-11-30'))).toEqual([]);
    expect(failures(soon, [], won('2026-11-30'))).toEqual(['c1, won on 2026-11-30, is not seen by 2026-12-07.']);
    const history = [{ customer: 'c1', day: '2026-12-02' }];
    expect(failures(soon, [], { ...won('2026-11-30'), history })).toEqual([]);
  });

  it('does not look beyond the horizon', () => {
    expect(failures(soon, [], won('2026-12-04'))).toEqual(['Nobody is new.']);
  });
});

describe('longestUnseenFirst', () => {
  const first = { kind: 'longestUnseenFirst', unseenDays: 30, withinDays: 1 };
  const unseen = { customers: [shop], history: [{ customer: 'c1', day: '2026-11-07' }] };

  it('wants those unseen for long on the first days', () => {
    // 7 November is 30 days before 7 December.
    expect(failures(first, [visit('c1', '09:00', '09:10')], unseen)).toEqual([]);
    expect(failures(first, [], unseen)).toEqual(['c1, last seen on 2026-11-07, is not visited by 2026-12-07.']);
  });

  it('is not content when nobody was forgotten', () => {
    const seen = { ...unseen, history: [{ customer: 'c1', day: '2026-11-08' }] };
    expect(failures(first, [], seen)).toEqual(['Nobody was unseen for 30 days.']);
  });
});

describe('orderDaysOnly', () => {
  const lead = { kind: 'orderDaysOnly', lead: [0, 1] };
  const ordering = { customers: [{ ...shop, order_weekday: 'We' }], horizon: { from: '2026-12-07', days: 5 } };
  const on = (day: string) => messages(planOver('2026-12-07', 5, { [day]: ['c1'] }), fixtureWith(lead, ordering));

  it('wants visits on the order day or on the working day before it', () => {
    expect(on('2026-12-08')).toEqual([]);
    expect(on('2026-12-09')).toEqual([]);
    expect(on('2026-12-07')).toEqual(['c1 orders on We and is visited on 2026-12-07.']);
    expect(on('2026-12-10')).toHaveLength(1);
  });

  it('lets requests have days of their own', () => {
    const requests = [{ ...request, deadline: '2026-12-11' }];
    const stops = [visit('c1', '09:00', '09:10', { answers: [{ request: 'q1' }] }), visit('c2', '10:00', '10:10')];
    const customers = [...ordering.customers, { ...farm, order_weekday: 'Mo' }];
    const fixture = fixtureWith(lead, { ...oneDay, customers, requests });
    expect(messages(planOf({ '2026-12-07': stops }), fixture)).toEqual([]);
  });

  it('moves an order from a day off to the next working day', () => {
    // Wednesday is off, so that the order is Thursday's; Tuesday is the working day before.
    const off = { ...ordering, horizon: { ...ordering.horizon, daysOff: ['2026-12-09'] } };
    const days = { '2026-12-07': [], '2026-12-08': [], '2026-12-11': [] };
    expect(
      messages(planOf({ ...days, '2026-12-10': [visit('c1', '09:00', '09:10')] }, { to: '2026-12-11' }), fixtureWith(lead, off)),
    ).toEqual([]);
  });

  it('is not content when nobody who orders is visited', () => {
    expect(failures(lead, [visit('c1', '09:00', '09:10')])).toEqual(['Nobody who orders on a weekday is visited.']);
  });
});

describe('noWalkInDisplaces', () => {
  const walkIn = [visit('c2', '09:00', '09:10', { kind: 'walk-in', required: false })];
  const left = (required: boolean, owner = '') =>
    messages(
      planOf({ '2026-12-07': walkIn }, { unserved: [{ visit: 'v1', customer: 'c1', required }] }),
      fixtureWith({ kind: 'noWalkInDisplaces' }, { ...oneDay, customers: [{ ...shop, required_rep: owner }, farm] }),
    );

  it('bears no walk-in while a required visit of the same rep is left out', () => {
    expect(left(true)).toEqual(['r1 walks in at c2 on 2026-12-07, and v1 is left out.']);
    expect(left(true, 'r1')).toHaveLength(1);
    expect(left(false)).toEqual([]);
    expect(left(true, 'r2')).toEqual([]);
  });
});

describe('importantFirstWhenShort', () => {
  const first = { kind: 'importantFirstWhenShort', tiers: ['A', 'B'] };
  const short = (served: readonly string[], out: readonly string[]) =>
    messages(
      planOf(
        { '2026-12-07': served.map((customer, i) => visit(customer, `1${i}:00`, `1${i}:10`)) },
        { unserved: out.map((customer, i) => ({ visit: `v${i}`, customer, required: true })) },
      ),
      fixtureWith(first, oneDay),
    );

  it('leaves no larger share of the important out', () => {
    // One of two A is left, and one of two B.
    expect(short(['c1', 'c2'], ['c1', 'c2'])).toEqual([]);
    // Two of three A are left, and one of two B.
    expect(short(['c1', 'c2'], ['c1', 'c1', 'c2'])).toEqual(['Of tier A 2 required visits are left out, a larger share than of tier B.']);
    expect(short(['c1'], ['c2'])).toEqual([]);
  });

  it('is not content when nothing is short', () => {
    expect(short(['c1'], [])).toEqual(['No required visit is left out: there is nothing to be put first.']);
  });
});
