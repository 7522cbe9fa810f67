import { type Day, addDays, day, formatDay } from '../../src/domain/calendar.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { modes } from '../../src/travel/modes/index.ts';
import { type Draw, anyDuration, anyLength, drawFrom } from './draw.ts';
import { extremePolicy } from './extreme-policy.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Visiting hours, full, tight and many. */
const anyHours = ({ one }: Draw): string => one(...HOURS, ...HOURS.slice(0, 2), ...HOURS.slice(0, 2));

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const manyWindows = Array.from({ length: 48 }, (_, i) => `${clock(i * 30)}-${clock(i * 30 + 1)}`).join(',');

const HOURS = [
  'Mo-Su 00:00-24:00',
  'Mo-Su 08:00-18:00',
  'Mo-Su 00:00-00:01',
  'Mo-Su 23:59-24:00',
  'Mo-Su 12:00-12:01',
  `Mo-Su ${manyWindows}; PH off`,
];

const FIRSTS = ['2000-01-01', '2000-02-28', '2026-12-07', '2026-12-07', '2026-12-31', '2100-02-27', '2199-12-29'];

const SHIFTS = ['Mo-Su 00:00-24:00', 'Mo-Su 08:00-18:00', 'Mo-Su 08:00-08:01', 'Mo-Su 23:59-24:00', 'Mo-Su 00:00-00:01'];

/** Poles, the antimeridian, the equator, and a town. */
const SITES = [
  { lat: 90, lng: 0 },
  { lat: -90, lng: 180 },
  { lat: 0, lng: 180 },
  { lat: 0, lng: -180 },
  { lat: 89.9999, lng: 179.9999 },
  { lat: 0, lng: 0 },
  { lat: 31.2, lng: 121.4 },
  { lat: 31.2, lng: 121.4 },
];

const statuses = ['potential', 'new', 'retained', 'retained', 'retained', 'lost'] as const;
const kinds = ['return', 'ordinary', 'ordinary', 'walk-in', 'call', 'manager', 'inspection'] as const;

/** A small territory whose values lie at the bounds of the contract or near them, and the days to plan. */
export function extremeTerritory(seed: number): { readonly document: Fields; readonly first: Day; readonly days: number } {
  const draw = drawFrom(createRandom(seed));
  const { one, chance, below } = draw;
  const first = day(one(...FIRSTS));
  const site = one(...SITES);
  const reps = Array.from({ length: 1 + below(3) }, (_, i) => `r${i + 1}`);
  const customers = Array.from({ length: 1 + below(8) }, (_, i) => `c${i + 1}`);
  const tiers = Array.from({ length: one(1, 2, 3, 3, 500) }, (_, i) => `t${i + 1}`);
  const world: World = { draw, first, site, reps, customers, tiers };
  const companions = [{ id: 'g1', ...draw.some(0.7, { hours: anyHours(draw) }), ...draw.some(0.3, { daysOff: [formatDay(first)] }) }];
  const document = {
    id: 'extreme',
    timeZone: one('Asia/Shanghai', 'UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Apia'),
    setting: one('town', 'country'),
    coordinates: 'wgs84',
    policy: extremePolicy(draw, tiers),
    calendar: anyCalendar(world),
    reps: reps.map((id) => anyRep(world, id)),
    customers: customers.map((id) => anyCustomer(world, id)),
    contacts: customers.flatMap((customer) => (chance(0.3) ? [{ customer, id: 'p1', role: 'leader', hours: anyHours(draw) }] : [])),
    companions,
    history: customers.flatMap((customer) => Array.from({ length: one(0, 1, 1, 6) }, () => pastVisit(world, customer))),
    requests: Array.from({ length: one(0, 1, 3, 12) }, (_, i) => anyRequest(world, `q${i + 1}`)),
    campaigns: chance(0.2) ? [anyCampaign(world)] : [],
    commitments: customers.flatMap((customer) => (chance(0.25) ? [anyCommitment(world, customer)] : [])),
  };
  return { document, first, days: 1 + below(3) };
}

interface World {
  readonly draw: Draw;
  readonly first: Day;
  readonly site: { readonly lat: number; readonly lng: number };
  readonly reps: readonly string[];
  readonly customers: readonly string[];
  readonly tiers: readonly string[];
}

/** A place at the site, near it, or at the other end of the world. */
function anyPlace({ draw: { one, below }, site }: World, far: number) {
  if (far > 0 && below(far) === 0) return one({ lat: -site.lat, lng: site.lng <= 0 ? 180 + site.lng : site.lng - 180 }, ...SITES);
  const reach = one(0, 1, 1, 1, 20);
  const lat = site.lat + ((below(21) - 10) / 1000) * reach;
  const lng = site.lng + ((below(21) - 10) / 1000) * reach;
  return { lat: Math.max(-90, Math.min(90, lat)), lng: Math.max(-180, Math.min(180, lng)) };
}

/** A day in the plan, near it, or at an end of all dates. */
function anyDay({ draw: { one, below }, first }: World): string {
  const near = addDays(first, below(8) - 3);
  return one('2000-01-01', '2199-12-31', ...Array.from({ length: 8 }, () => inRange(near)));
}

const inRange = (at: Day): string => {
  const written = formatDay(at);
  return written < '2000' ? '2000-01-01' : written > '2200' ? '2199-12-31' : written;
};

function anyRep(world: World, id: string): Fields {
  const { draw } = world;
  const { one, some, chance } = draw;
  const vehicles = modes.filter((mode) => mode.ownVehicle && chance(0.4)).map((mode) => mode.id);
  return {
    id,
    start: chance(0.6) ? world.site : anyPlace(world, 12),
    ...some(0.3, { end: anyPlace(world, 8) }),
    vehicles,
    modes: ['walk', ...['bus', 'taxi', 'moped-taxi', 'shared-bicycle'].filter(() => chance(0.3))],
    shifts: one(...SHIFTS, ...SHIFTS.slice(0, 2), ...SHIFTS.slice(0, 2)),
    ...some(0.4, { valueOfTime: one(0.01, 1, 60, 100_000) }),
    ...some(0.05, { leave: [formatDay(world.first)] }),
  };
}

function anyCustomer(world: World, id: string): Fields {
  const { draw, reps, tiers } = world;
  const { one, some } = draw;
  return {
    id,
    location: anyPlace(world, 12),
    tier: one(...tiers.slice(0, 2), ...tiers.slice(-1)),
    status: one(...statuses),
    ...some(0.4, { setting: one('town', 'country') }),
    ...some(0.3, { since: anyDay(world) }),
    ...some(0.4, { dwell: anyLength(draw) }),
    ...some(0.35, { hours: anyHours(draw) }),
    ...some(0.1, { closedDays: [formatDay(world.first)] }),
    ...some(0.2, { orderWeekday: one(1, 3, 7) }),
    ...some(0.1, { companion: 'g1' }),
    ...some(0.2, { requiredRep: one(...reps) }),
    ...some(0.3, { preferredRep: one(...reps) }),
    ...some(0.5, { line: one('north', 'south') }),
    ...some(0.1, { allowedModes: ['walk'] }),
    busServed: one(true, false),
    tags: one<readonly string[]>([], ['volatile']),
  };
}

function anyCalendar({ draw: { one, chance }, first }: World): Fields {
  const workdays = one<readonly number[]>([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [6, 7]);
  if (!chance(0.2)) return { workdays };
  // Closed for years around the plan, but for its days.
  const around = Array.from({ length: 4000 }, (_, i) => first - 2000 + i).filter((at) => at < first || at > first + 3);
  const days = around.filter((at) => at >= day('2000-01-01') && at <= day('2199-12-31'));
  return { workdays, exceptions: days.map((at) => ({ day: formatDay(at as Day), working: false })) };
}

function pastVisit(world: World, customer: string): Fields {
  const { one, some } = world.draw;
  const at = one('2000-01-01', '2000-01-01', inRange(addDays(world.first, -1)), inRange(addDays(world.first, -366)), anyDay(world));
  return { customer, day: at, kind: one(...kinds), ...some(0.3, { rep: one(...world.reps) }), ...some(0.2, { followUp: anyDay(world) }) };
}

function anyRequest(world: World, id: string): Fields {
  const { draw, first } = world;
  const { one, some, chance } = draw;
  const from = chance(0.5) ? formatDay(first) : anyDay(world);
  const days = [from, anyDay(world)].toSorted();
  const appointment = {
    day: days[0],
    at: one('00:00', '10:00', '12:00', '24:00'),
    ...some(0.5, { early: anyDuration(draw) }),
    ...some(0.5, { mostWait: anyDuration(draw) }),
  };
  return {
    id,
    customer: one(...world.customers),
    kind: one(...kinds),
    source: one('ad-hoc', 'promise', 'follow-up'),
    from: days[0],
    deadline: days[1],
    required: one(true, false),
    weight: one(0, 1, 99.999, 100),
    ...some(0.4, { dwell: anyLength(draw) }),
    ...some(0.2, { rep: one(...world.reps) }),
    ...some(0.1, { companion: 'g1' }),
    ...some(0.2, { appointment }),
  };
}

function anyCampaign(world: World): Fields {
  const { one } = world.draw;
  const [least = 0, most = 0] = [one(0, 1, 366), one(0, 7, 366)].toSorted((a, b) => a - b);
  return { id: 'k1', day: anyDay(world), leadDays: { least, most }, weight: one(0, 1, 100), required: one(true, false) };
}

function anyCommitment(world: World, customer: string): Fields {
  const { one, some } = world.draw;
  const firmness = one('planned', 'announced', 'confirmed');
  return {
    customer,
    day: anyDay(world),
    firmness,
    ...some(0.5, { rep: one(...world.reps) }),
    ...some(0.2, { at: one('00:00', '10:00', '24:00') }),
  };
}
