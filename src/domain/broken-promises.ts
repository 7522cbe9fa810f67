import type { RepId } from '../kernel/ids.ts';
import type { Seconds } from '../kernel/units.ts';
import { type Day, holds } from './calendar.ts';
import { type Commitment, isPromised } from './commitment.ts';
import type { Plan, PlannedDay, VisitFacts } from './plan.ts';
import type { Territory } from './territory.ts';

/** A promise to a customer that a plan does not keep: the customer needs a call. */
export interface BrokenPromise {
  readonly promise: Commitment;
  /** The visit that the plan has instead; null where it is left out. */
  readonly instead: InsteadVisit | null;
}

/** When and by whom a customer is visited instead. */
export interface InsteadVisit {
  readonly day: Day;
  readonly start: Seconds;
  readonly rep: RepId;
}

interface Candidate extends InsteadVisit {
  readonly facts: VisitFacts;
}

/**
 * The promises of the plan's days that customers know of and that the plan breaks, by day: with another day, time or rep, or
 * without any visit. A visit of the promised day is taken first, then the nearest that keeps no other promise.
 */
export function brokenPromises(
  { days, horizon }: Pick<Plan, 'days' | 'horizon'>,
  { commitments }: Pick<Territory, 'commitments'>,
): readonly BrokenPromise[] {
  const promises = commitments.filter((one) => isPromised(one) && holds(horizon, one.day)).toSorted((a, b) => a.day - b.day);
  if (promises.length === 0) return [];
  const byCustomer = Map.groupBy(days.flatMap(candidatesOf), ({ facts }) => facts.customer);
  const taken = new Set<Candidate>();
  const free = (promise: Commitment) =>
    (byCustomer.get(promise.customer) ?? []).filter((one) => !taken.has(one) && isSuchAVisit(one.facts, promise));
  const take = (found: Candidate | undefined) => {
    if (found !== undefined) taken.add(found);
    return found ?? null;
  };
  const onDay = promises.map((promise) => {
    const same = free(promise).filter(({ day }) => day === promise.day);
    return take(same.find((one) => keeps(one, promise)) ?? same[0]);
  });
  return promises.flatMap((promise, i): readonly BrokenPromise[] => {
    const found = onDay[i] ?? take(nearest(free(promise), promise.day));
    if (found === null) return [{ promise, instead: null }];
    if (keeps(found, promise)) return [];
    const { day, start, rep } = found;
    return [{ promise, instead: { day, start, rep } }];
  });
}

const candidatesOf = ({ day, rep, stops, calls }: PlannedDay): readonly Candidate[] =>
  [...stops.filter((stop) => stop.type === 'visit'), ...calls].map((facts) => ({ day, rep, start: facts.start, facts }));

/** Whether a visit is such a one as was promised: for its request, or else of its kind, unless one trip answers requests besides. */
function isSuchAVisit({ kind, contact, answers }: VisitFacts, promise: Commitment): boolean {
  if (promise.contact !== null && contact !== promise.contact) return false;
  if (promise.request !== null) return answers.some(({ request }) => request === promise.request);
  return kind === promise.kind || (answers.length > 0 && kind !== 'call' && promise.kind !== 'call');
}

const keeps = ({ day, start, rep }: InsteadVisit, promise: Commitment): boolean =>
  day === promise.day && (promise.at === null || start === promise.at) && (promise.rep === null || rep === promise.rep);

const nearest = (visits: readonly Candidate[], day: Day): Candidate | undefined =>
  visits.toSorted((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day) || a.day - b.day)[0];
