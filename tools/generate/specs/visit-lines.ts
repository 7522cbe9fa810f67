import { type Weekday, day } from '../../../src/domain/calendar.ts';
import type { VisitRequest } from '../../../src/domain/request.ts';
import { customerId, repId, requestId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../../src/kernel/random.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { visitLines } from '../../../src/policies/visit-lines.ts';
import type { Point } from '../map/plane.ts';
import { drawOpening } from '../people/opening.ts';
import type { CustomerGroup, CustomerTraits, Expectation, TeamSpec } from '../spec.ts';
import { decemberTeam, wholeMonth } from './december.ts';
import { plainRep } from './people.ts';
import { plainRequest } from './requests.ts';

/** A visit line: its weekday and the place of its customers. */
interface Line {
  readonly rep: string;
  readonly prefix: string;
  readonly name: string;
  /** The weekday of the line's visits, 1 Monday … 5 Friday. */
  readonly on: Weekday;
  readonly middle: Point;
}

const NEXT: Readonly<Record<number, Weekday>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 1 };

/** The first customers are of tier A, the next of B, the others of C. Every second one orders on the line's weekday, the others on the next. */
const customersOf =
  ({ rep, name, on }: Line, counts: { readonly a: number; readonly b: number }) =>
  (n: number, random: Random): CustomerTraits => ({
    tier: n <= counts.a ? 'A' : n <= counts.a + counts.b ? 'B' : 'C',
    requiredRep: repId(rep),
    orderWeekday: n % 2 === 0 ? on : (NEXT[on] ?? on),
    line: name,
    hours: drawOpening(random),
  });

const lines: readonly Line[] = [
  { rep: 'N1', prefix: 'N1', name: '城北一线', on: 1, middle: { east: 0, north: 2600 } },
  { rep: 'N1', prefix: 'N2', name: '城北二线', on: 2, middle: { east: 2600, north: 2200 } },
  { rep: 'N1', prefix: 'N3', name: '城北三线', on: 3, middle: { east: -2600, north: 2200 } },
  { rep: 'N1', prefix: 'N4', name: '城北四线', on: 4, middle: { east: 1500, north: 5200 } },
  { rep: 'N1', prefix: 'N5', name: '城北五线', on: 5, middle: { east: -1500, north: 5000 } },
  { rep: 'S1', prefix: 'S1', name: '城南一线', on: 1, middle: { east: 0, north: -2600 } },
  { rep: 'S1', prefix: 'S2', name: '城南二线', on: 2, middle: { east: 2600, north: -2200 } },
  { rep: 'S1', prefix: 'S3', name: '城南三线', on: 3, middle: { east: -2600, north: -2200 } },
  { rep: 'S1', prefix: 'S4', name: '城南四线', on: 4, middle: { east: 1500, north: -5200 } },
  { rep: 'S1', prefix: 'S5', name: '城南五线', on: 5, middle: { east: -1500, north: -5000 } },
];

/** Friday's lines are shorter: the week's plan takes the end of the day. */
const groups: readonly CustomerGroup[] = lines.map((line) => ({
  prefix: line.prefix,
  count: line.on === 5 ? 16 : 23,
  setting: 'town',
  middle: line.middle,
  spread: 0.25,
  traits: customersOf(line, line.on === 5 ? { a: 4, b: 4 } : { a: 5, b: 5 }),
}));

/** A request that comes up on the first day of its due window. */
const adHoc = (id: string, customer: string, given: Pick<VisitRequest, 'purpose' | 'due'>): VisitRequest => ({
  ...plainRequest,
  id: requestId(id),
  customer: customerId(customer),
  source: 'ad-hoc',
  dwell: minutes(15),
  ...given,
});

const requests: readonly VisitRequest[] = [
  adHoc('shelf-1203', 'N2016', { purpose: '新品上柜检查', due: { first: day('2026-12-03'), last: day('2026-12-04') } }),
  adHoc('terminal-1209', 'S1016', { purpose: '订货终端故障', due: { first: day('2026-12-09'), last: day('2026-12-10') } }),
  adHoc('stock-1216', 'N4014', { purpose: '上级交办：核查库存', due: { first: day('2026-12-16'), last: day('2026-12-17') } }),
];

const ordinary = { kind: 'visitsByKindAtLeast', visitKind: 'ordinary' };

const expectations: readonly Expectation[] = [
  { kind: 'orderDaysOnly', about: 'Visits fall on the order day or the working day before it, never after', lead: [0, 1] },
  { kind: 'reserveKept', about: 'Half an hour of each day is kept for ad-hoc work', minutes: 30, fullFieldMinutes: 460 },
  { kind: 'linesADay', about: 'A day keeps to the customers of one line, but for ad-hoc requests', most: 1, exceptions: 8 },
  { ...ordinary, about: 'A customers every week', tiers: ['A'], least: 1, every: 'week' },
  { ...ordinary, about: 'B customers every other week', tiers: ['B'], least: 1, every: { days: 14 } },
  { ...ordinary, about: 'C customers once a month', tiers: ['C'], least: 1, every: 'month' },
  { kind: 'dutiesDoneBy', about: 'The day plan is made before setting out', clock: '09:20' },
  { kind: 'officeDuty', about: 'The week plan is made on Fridays', from: '16:30', weekday: 5 },
  { kind: 'officeDuty', about: "The next month's plan at the month's end", from: '16:00', lastWorkingDay: true },
  { kind: 'openingHours', about: 'Within hours', unknown: { town: '08:00-20:00', country: '07:30-19:00' } },
  { kind: 'ownReps', about: 'Own customers only' },
];

/** The territory of the visit-lines preset. */
export const visitLinesTerritory: TeamSpec = {
  ...decemberTeam,
  id: 'visit-lines',
  name: '临桥',
  purpose:
    'Two customer managers with five visit lines each, divided by place and order day, for a month: a reserve every day, what comes up, and what last week left undone.',
  seed: 37,
  policy: visitLines,
  reps: [
    { ...plainRep, id: repId('N1'), name: '方子航', post: 'account-manager', vehicles: ['e-bike'] },
    { ...plainRep, id: repId('S1'), name: '夏知微', post: 'account-manager', vehicles: ['e-bike'] },
  ],
  groups,
  lastVisits: { N1008: day('2026-11-09'), N3010: day('2026-11-11'), S2009: day('2026-11-17'), S5007: day('2026-11-16') },
  requests,
  orderLead: { least: 0, most: 1 },
  horizons: [{ ...wholeMonth, expectations, unserved: 0 }],
  notes: [
    'Each line has a weekday; its customers order on that day or on the next.',
    'N1008, N3010, S2009 and S5007 were last seen in the middle of November.',
    'Three requests come up on a day and are done on that day or the next, wherever their line is.',
  ],
};
