import type { Text } from '../kernel/text.ts';
import type { Weekday } from './calendar.ts';
import type { Customer, Location } from './customer.ts';
import { coversAreaOf, isOpenTo } from './may-serve.ts';
import { nameList, nameWithId } from './names.ts';
import type { Rep } from './rep.ts';
import type { Territory } from './territory.ts';
import { type Window, overlapOf } from './visiting-hours.ts';

/** Something in a territory that is possible, but hardly meant. It stops nothing. */
export interface Doubt {
  readonly about: 'exchanged' | 'zero' | 'far' | 'twice' | 'hours' | 'dwell' | 'tiers' | 'reps';
  readonly text: Text;
}

/** What is hardly meant in a territory, the gravest first. */
export const doubtsIn = (territory: Territory): readonly Doubt[] => [
  ...doubtfulPlaces(territory),
  ...shopsTwice(territory),
  ...doubtfulTimes(territory),
  ...unusedNames(territory),
];

/** Degrees: a place nearer than the first is near a rep; one farther than the second is not reached in a day's drive. */
const [NEAR, FAR] = [1, 5];

/** Customers at 0,0, or around the reps only the other way round, or beyond a day's drive of all reps. */
function doubtfulPlaces({ customers, reps }: Territory): readonly Doubt[] {
  const starts = distinct(reps.map(({ start }) => start));
  const isWithin = (degrees: number, { lat, lng }: Location) =>
    starts.some(
      (start) => Math.abs(start.lat - lat) < degrees && Math.min(Math.abs(start.lng - lng), 360 - Math.abs(start.lng - lng)) < degrees,
    );
  const [zero, others] = split(customers, ({ location }) => isZero(location));
  const [, away] = split(others, ({ location }) => isWithin(FAR, location));
  const [exchanged, far] = split(away, ({ location: { lat, lng } }) => isWithin(NEAR, { lat: lng, lng: lat }));
  const zeroReps = reps.filter(({ start, end }) => isZero(start) || isZero(end));
  return [
    ...doubt('exchanged', exchanged, (en, zh) => ({
      en: `Latitude and longitude of these customers, or of the reps, look exchanged: the other way round they would lie around the reps: ${en}.`,
      zh: `这些客户（或客户经理）的经纬度似乎颠倒：对调后就在客户经理附近：${zh}。`,
    })),
    ...doubt('zero', [...zero, ...zeroReps], (en, zh) => ({
      en: `These are at 0,0, in the sea off Africa, as where a place is not known: ${en}.`,
      zh: `坐标为 0,0（非洲附近海上），通常表示位置未知：${zh}。`,
    })),
    ...doubt('far', far, (en, zh) => ({
      en: `These customers are hundreds of kilometres from where any rep starts: ${en}.`,
      zh: `这些客户距所有客户经理的出发地数百公里：${zh}。`,
    })),
  ];
}

const isZero = ({ lat, lng }: Location) => Math.abs(lat) < 0.001 && Math.abs(lng) < 0.001;

const distinct = (places: readonly Location[]): readonly Location[] => [
  ...new Map(places.map((place) => [`${place.lat.toFixed(1)} ${place.lng.toFixed(1)}`, place])).values(),
];

/** Customers with the same name at the same place under several ids. Names that are only ids do not count. */
function shopsTwice({ customers }: Territory): readonly Doubt[] {
  const named = customers.filter(({ id, name }) => name !== id);
  const groups = Map.groupBy(named, ({ name, location }) => `${plainName(name)} ${location.lat.toFixed(4)} ${location.lng.toFixed(4)}`);
  const twins = [...groups.values()].filter(({ length }) => length > 1).flat();
  return doubt('twice', twins, (en, zh) => ({
    en: `The same name at the same place under several ids, as if one shop were listed twice: ${en}.`,
    zh: `同名同址却有多个编号，似为同一客户重复登记：${zh}。`,
  }));
}

const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Customers whose visits are longer than every shift, or whose hours are never those of a rep who may come, for long enough. */
function doubtfulTimes({ customers, reps, policy }: Territory): readonly Doubt[] {
  const shifts = shiftsOf(reps);
  const longest = shifts.reduce((most, { from, until }) => Math.max(most, until - from), 0);
  const dwellOf = ({ dwell, tier }: Customer): number => dwell ?? policy.tiers.find(({ id }) => id === tier)?.dwell ?? 0;
  const [long, others] = split(customers, (customer) => dwellOf(customer) > longest);
  const meets = new Map<string, boolean>();
  const isMet = (customer: Customer): boolean => {
    const hours = customer.hours ?? policy.defaultHours[customer.setting];
    const key = JSON.stringify([customer.requiredRep, hours.byWeekday, dwellOf(customer)]);
    const known = meets.get(key) ?? overlaps(customer, reps, { hours: hours.byWeekday, dwell: dwellOf(customer) });
    meets.set(key, known);
    return known;
  };
  return [
    ...doubt('dwell', long, (en, zh) => ({
      en: `A visit takes longer than every shift: ${en}.`,
      zh: `拜访时长超过所有班次：${zh}。`,
    })),
    ...doubt('hours', split(others, isMet)[1], (en, zh) => ({
      en: `Open only while no rep works who may come, or for too short: ${en}.`,
      zh: `开放时间与可去的客户经理的班次没有足够的重合：${zh}。`,
    })),
  ];
}

const shiftsOf = (reps: readonly Rep[]) => reps.flatMap(({ shifts }) => WEEKDAYS.flatMap((weekday) => windowsOf(shifts[weekday])));

/** The windows of a shift: none where there is none. */
const windowsOf = (shift: Rep['shifts'][Weekday]): readonly Window[] => [shift ?? []].flat();

interface Times {
  readonly hours: NonNullable<Customer['hours']>['byWeekday'];
  readonly dwell: number;
}

function overlaps(customer: Customer, reps: readonly Rep[], { hours, dwell }: Times): boolean {
  return reps.some(
    (rep) =>
      isOpenTo(customer, rep) &&
      WEEKDAYS.some((weekday) =>
        overlapOf(hours[weekday], windowsOf(rep.shifts[weekday])).some(({ from, until }) => until - from >= dwell),
      ),
  );
}

/** Tiers that no customer has, and reps whose areas no customer is in. */
function unusedNames({ customers, reps, policy }: Territory): readonly Doubt[] {
  const used = new Set(customers.map(({ tier }) => tier));
  const tiers = policy.tiers.filter(({ id }) => !used.has(id)).map(({ id }) => ({ id, name: id }));
  const idle = reps.filter(
    (rep) => rep.role === 'rep' && !customers.some((customer) => isOpenTo(customer, rep) && coversAreaOf(rep, customer)),
  );
  return [
    ...doubt('reps', idle, (en, zh) => ({ en: `These reps may visit no customer: ${en}.`, zh: `这些客户经理没有可拜访的客户：${zh}。` })),
    ...doubt('tiers', tiers, (en, zh) => ({ en: `No customer is of these tiers: ${en}.`, zh: `没有客户属于这些级别：${zh}。` })),
  ];
}

type Named = Parameters<typeof nameWithId>[0];

/** A doubt about some things by name, or none without any. */
function doubt(about: Doubt['about'], things: readonly Named[], text: (en: string, zh: string) => Text): readonly Doubt[] {
  if (things.length === 0) return [];
  const names = things.map(nameWithId);
  return [{ about, text: text(nameList(names, 'en', '个'), nameList(names, 'zh', '个')) }];
}

/** The things for which something holds, and the others. */
function split<T>(things: readonly T[], holds: (thing: T) => boolean): readonly [readonly T[], readonly T[]] {
  const parts = Map.groupBy(things, holds);
  return [parts.get(true) ?? [], parts.get(false) ?? []];
}
