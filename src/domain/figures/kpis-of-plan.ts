import type { Day } from '../calendar.ts';
import type { Customer } from '../customer.ts';
import { idleNote } from './idle-day.ts';
import { forgottenCustomers } from './forgotten-customers.ts';
import type { Kpis, LeftOutKpis, TierKpis, WorkKpis } from './kpis.ts';
import type { Plan, PlannedDay, VisitStop } from '../plan.ts';
import { type RepDay, isInField, repDaysOf } from '../rep-day/rep-day.ts';
import type { Territory } from '../territory.ts';
import { leftOutOf } from '../unserved/unserved.ts';
import { present } from '../../kernel/assert.ts';
import type { CustomerId, RepId } from '../../kernel/ids.ts';
import { type Seconds, metres, seconds } from '../../kernel/units.ts';

/** Key figures of a plan by rep, by day and by tier. Days on which the rep does not work do not count. */
export function kpisOf(plan: Plan, territory: Territory): Kpis {
  const repDays = repDaysOf(territory, plan.horizon);
  const fields = new Map(repDays.map((repDay) => [keyOf(repDay.rep.id, repDay.day), repDay]));
  const days = plan.days.filter(({ rep, day }) => fields.has(keyOf(rep, day)));
  const works = days.map((planned) => workOf(planned, present(fields.get(keyOf(planned.rep, planned.day)), 'Rep-day of the plan')));
  const byRep = Map.groupBy(works, ({ rep }) => rep);
  const byDay = Map.groupBy(works, ({ day }) => day);
  return {
    total: { ...sumUp(works), ...leftOutKpisOf(plan.unserved) },
    reps: territory.reps.map(({ id }) => {
      const own = byRep.get(id) ?? [];
      return { rep: id, days: own.length, ...sumUp(own) };
    }),
    days: [...byDay.keys()]
      .toSorted((a, b) => a - b)
      .map((day) => {
        const all = byDay.get(day) ?? [];
        return { day, reps: all.length, ...sumUp(all) };
      }),
    repDays: works.map((work) => ({ rep: work.rep, day: work.day, ...sumUp([work]), idle: idleOf(work, plan, territory) })),
    tiers: tiersOf({ ...plan, days }, territory),
    forgotten: forgottenCustomers(plan, territory),
  };
}

const idleOf = (work: Work, plan: Plan, territory: Territory) =>
  work.visits.length + work.calls > 0 ? null : idleNote(territory, plan, work);

/** Numbers of visits left out, by need. */
export function leftOutKpisOf(unserved: Plan['unserved']): LeftOutKpis {
  const { required, behindPace, pullForward } = leftOutOf(unserved);
  return {
    requiredUnserved: required.length,
    behindPaceUnserved: behindPace.length,
    couldBePulledForward: pullForward.length,
  };
}

/** The work of one rep-day. */
interface Work {
  readonly rep: RepId;
  readonly day: Day;
  readonly visits: readonly VisitStop[];
  readonly calls: number;
  readonly travel: number;
  readonly distance: number;
  readonly waiting: number;
  readonly fieldTime: number;
  readonly firstStart: Seconds | null;
  readonly lastEnd: Seconds | null;
}

function workOf(planned: PlannedDay, repDay: RepDay): Work {
  const { rep, day, stops, legs, calls } = planned;
  const { field, fieldTime } = repDay;
  const visits = stops.filter((stop) => stop.type === 'visit');
  const duties = stops.filter(({ type, start, end }) => type === 'duty' && isInField(repDay, { from: start, until: end }));
  const last = [...visits, ...duties].toSorted((a, b) => a.end - b.end).at(-1);
  const base = { rep, day, visits, calls: calls.length, fieldTime };
  if (last === undefined) return { ...base, travel: 0, distance: 0, waiting: 0, firstStart: null, lastEnd: null };

  const back = legs.findLast(({ depart }) => depart >= last.end)?.arrive ?? last.end;
  const fieldLegs = legs.filter(({ arrive }) => arrive <= back);
  const travel = sum(fieldLegs, (leg) => leg.travel);
  const pauses = stops.filter(({ type, start }) => type === 'break' && start < back);
  const busy = travel + sum([...visits, ...duties, ...pauses], lengthOf);
  return {
    ...base,
    travel,
    distance: sum(fieldLegs, (leg) => leg.distance),
    waiting: back - field.from - busy,
    firstStart: visits[0]?.start ?? null,
    lastEnd: visits.length > 0 ? back : null,
  };
}

function sumUp(works: readonly Work[]): WorkKpis {
  const visits = works.flatMap((work) => work.visits);
  const requiredVisits = visits.filter(({ required }) => required).length;
  const travel = sum(works, (work) => work.travel);
  const dwell = sum(visits, lengthOf);
  const fieldTime = sum(works, (work) => work.fieldTime);
  return {
    visits: visits.length,
    requiredVisits,
    optionalVisits: visits.length - requiredVisits,
    customers: new Set(visits.map(({ customer }) => customer)).size,
    calls: sum(works, ({ calls }) => calls),
    travel: seconds(travel),
    distance: metres(sum(works, (work) => work.distance)),
    waiting: seconds(sum(works, (work) => work.waiting)),
    dwell: seconds(dwell),
    fieldTime: seconds(fieldTime),
    fieldUsed: fieldTime === 0 ? 0 : Math.round(((travel + dwell) / fieldTime) * 1000) / 10,
    firstStart: pick(works, ({ firstStart }) => firstStart, Math.min),
    lastEnd: pick(works, ({ lastEnd }) => lastEnd, Math.max),
  };
}

function tiersOf(plan: Plan, territory: Territory): readonly TierKpis[] {
  const tierOf = new Map(territory.customers.map(({ id, tier }) => [id, tier]));
  const inTier = ({ customer }: { readonly customer: CustomerId }) => present(tierOf.get(customer), `Customer ${customer}`);
  const served = Map.groupBy(
    plan.days.flatMap(({ stops }) => stops.filter((stop) => stop.type === 'visit')),
    inTier,
  );
  const unserved = Map.groupBy(
    plan.unserved.filter(({ kind }) => kind !== 'call'),
    inTier,
  );
  const customers = Map.groupBy(territory.customers, ({ tier }: Customer) => tier);
  return territory.policy.tiers.map(({ id }) => {
    const [visits, missed] = [served.get(id) ?? [], unserved.get(id) ?? []];
    const left = leftOutKpisOf(missed);
    return {
      tier: id,
      customers: customers.get(id)?.length ?? 0,
      seen: new Set(visits.map(({ customer }) => customer)).size,
      due: visits.length + left.requiredUnserved + left.behindPaceUnserved,
      visits: visits.length,
      required: visits.filter(({ required }) => required).length + left.requiredUnserved,
      ...left,
    };
  });
}

const keyOf = (rep: string, day: number): string => `${day} ${rep}`;
const lengthOf = ({ start, end }: { readonly start: Seconds; readonly end: Seconds }): number => end - start;
const sum = <T>(items: readonly T[], valueOf: (item: T) => number): number => items.reduce((total, item) => total + valueOf(item), 0);

/** The earliest or the latest of the clock times; null when there is none. */
function pick(works: readonly Work[], timeOf: (work: Work) => Seconds | null, best: (a: number, b: number) => number): Seconds | null {
  return works.reduce<Seconds | null>((found, work) => {
    const time = timeOf(work);
    if (time === null || found === null) return found ?? time;
    return seconds(best(found, time));
  }, null);
}
