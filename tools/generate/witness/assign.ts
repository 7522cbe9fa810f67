import type { Customer } from '../../../src/domain/customer.ts';
import { mayServe } from '../../../src/domain/may-serve.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { RepId } from '../../../src/kernel/ids.ts';
import { apart, planeAround } from '../map/plane.ts';
import type { DueSeries } from './due-series.ts';

/**
 * Gives each series to one of the reps who may make its visits: to the customer's own rep where there is one, else to the
 * nearest. Reps who start at the same place each take a sector around it, with as much work in each.
 */
export function assignSeries(reps: readonly Rep[], all: readonly DueSeries[]): ReadonlyMap<RepId, readonly DueSeries[]> {
  const assigned = new Map<RepId, DueSeries[]>(reps.map(({ id }) => [id, []]));
  const free: Choice[] = [];
  for (const due of all) {
    const able = nearestOf(ableFor(reps, due), due.series.customer);
    const [only] = able;
    if (able.length > 1) free.push({ due, able });
    else if (only !== undefined) assigned.get(only.id)?.push(due);
  }
  for (const group of Map.groupBy(free, ({ able }) => able.map(({ id }) => id).join()).values()) {
    for (const { rep, due } of sectors(group)) assigned.get(rep.id)?.push(due);
  }
  return assigned;
}

function ableFor(reps: readonly Rep[], { series: { makers, customer } }: DueSeries): readonly Rep[] {
  const able = reps.filter((rep) => makers.includes(rep.id) && (rep.role === 'manager' || mayServe(rep, customer)));
  const own = [customer.requiredRep, customer.preferredRep].flatMap((id) => able.filter((rep) => rep.id === id));
  return own.length > 0 ? own.slice(0, 1) : able;
}

/** The reps who start nearest. */
function nearestOf(able: readonly Rep[], { location }: Customer): readonly Rep[] {
  const plane = planeAround(location);
  const away = ({ start }: Rep) => Math.round(apart(plane.place(start), plane.place(location)));
  const least = Math.min(...able.map(away));
  return able.filter((rep) => away(rep) === least);
}

interface Choice {
  readonly due: DueSeries;
  readonly able: readonly Rep[];
}

/** Cuts the circle around a base into a sector for each rep. All series of a customer go to one rep. */
function sectors(group: readonly Choice[]): readonly { readonly due: DueSeries; readonly rep: Rep }[] {
  const work = ({ due: { ranges, series } }: Choice) => ranges.length * series.dwell;
  const idOf = ({ due }: Choice) => due.series.customer.id;
  const turned = group.toSorted((a, b) => directionOf(a) - directionOf(b) || (idOf(a) < idOf(b) ? -1 : 1));
  const all = turned.reduce((sum, choice) => sum + work(choice), 0);
  const takenBy = new Map<string, Rep>();
  let done = 0;
  return turned.flatMap((choice) => {
    const { due, able } = choice;
    const rep = takenBy.get(idOf(choice)) ?? able[Math.min(able.length - 1, Math.floor(((done + work(choice) / 2) * able.length) / all))];
    done += work(choice);
    if (rep === undefined) return [];
    takenBy.set(idOf(choice), rep);
    return [{ due, rep }];
  });
}

/** The direction in which a customer lies, in radians. */
function directionOf({ due, able }: Choice): number {
  const [base] = able;
  if (base === undefined) return 0;
  const { east, north } = planeAround(base.start).place(due.series.customer.location);
  return Math.atan2(north, east);
}
