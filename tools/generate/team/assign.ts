import type { Customer } from '../../../src/domain/customer.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { mayServe } from '../../../src/domain/may-serve.ts';
import type { RepId } from '../../../src/kernel/ids.ts';
import { apart, planeAround } from '../map/plane.ts';
import type { Errand } from './errand.ts';

/**
 * Shares errands out among those who may make them: a customer's own rep where there is one, else the nearest. Reps who
 * start at the same place each take a sector around it, with as much to do in each.
 */
export function assignErrands(territory: Territory, errands: readonly Errand[]): ReadonlyMap<RepId, readonly Errand[]> {
  const { reps } = territory;
  const free: { readonly errand: Errand; readonly able: readonly Rep[] }[] = [];
  const assigned = new Map<RepId, Errand[]>(reps.map(({ id }) => [id, []]));
  for (const errand of errands) {
    const able = nearestOf(ableFor(reps, errand), errand.customer);
    const [only] = able;
    if (able.length > 1) free.push({ errand, able });
    else if (only !== undefined) assigned.get(only.id)?.push(errand);
  }
  for (const group of Map.groupBy(free, ({ able }) => able.map(({ id }) => id).join()).values()) {
    for (const { rep, errand } of sectors(group)) assigned.get(rep.id)?.push(errand);
  }
  return assigned;
}

function ableFor(reps: readonly Rep[], { makers, customer }: Errand): readonly Rep[] {
  const able = reps.filter((rep) => makers.includes(rep.id) && (rep.role === 'manager' || mayServe(rep, customer)));
  const own = [customer.requiredRep, customer.preferredRep].flatMap((id) => able.filter((rep) => rep.id === id));
  return own.length > 0 ? own.slice(0, 1) : able;
}

/** Those who start nearest. */
function nearestOf(able: readonly Rep[], { location }: Customer): readonly Rep[] {
  const plane = planeAround(location);
  const away = ({ start }: Rep) => Math.round(apart(plane.place(start), plane.place(location)));
  const least = Math.min(...able.map(away));
  return able.filter((rep) => away(rep) === least);
}

interface Choice {
  readonly errand: Errand;
  readonly able: readonly Rep[];
}

/** Cuts the circle around a base into a sector for each rep. All errands of a customer go to one. */
function sectors(group: readonly Choice[]): readonly { readonly errand: Errand; readonly rep: Rep }[] {
  const work = ({ errand }: Choice) => errand.cycles.length * errand.dwell;
  const turned = group.toSorted((a, b) => turnOf(a) - turnOf(b) || (a.errand.customer.id < b.errand.customer.id ? -1 : 1));
  const all = turned.reduce((sum, choice) => sum + work(choice), 0);
  const takenBy = new Map<string, Rep>();
  let done = 0;
  return turned.flatMap((choice) => {
    const { errand, able } = choice;
    const rep =
      takenBy.get(errand.customer.id) ?? able[Math.min(able.length - 1, Math.floor(((done + work(choice) / 2) * able.length) / all))];
    done += work(choice);
    if (rep === undefined) return [];
    takenBy.set(errand.customer.id, rep);
    return [{ errand, rep }];
  });
}

/** The direction in which a customer lies, in radians. */
function turnOf({ errand, able }: Choice): number {
  const [base] = able;
  if (base === undefined) return 0;
  const { east, north } = planeAround(base.start).place(errand.customer.location);
  return Math.atan2(north, east);
}
