import type { Customer } from './customer.ts';
import type { Frequency, VisitKind } from './policy.ts';
import type { Rep } from './rep.ts';
import type { Territory } from './territory.ts';
import type { VisitSeries } from './visit.ts';

/** Whether a customer is open to a rep: it requires that rep, or none. */
export const isOpenTo = ({ requiredRep }: Customer, { id }: Rep): boolean => requiredRep === null || requiredRep === id;

/** Whether a rep serves the customer's part of the territory. Reps without areas serve all of them. */
export const coversAreaOf = ({ areas }: Rep, { area }: Customer): boolean => area === null || areas.length === 0 || areas.includes(area);

/** Whether a rep may serve a customer: both the required rep and the area have to allow it. */
export const mayServe = (rep: Rep, customer: Customer): boolean => isOpenTo(customer, rep) && coversAreaOf(rep, customer);

/** Whether a rep may make the visits of a series: they are for such reps, and the customer is open to them or to their team. */
export const mayMake = (rep: Rep, { customer, makers }: Pick<VisitSeries, 'customer' | 'makers'>): boolean =>
  makers.includes(rep.id) && (rep.role === 'manager' || isOpenTo(customer, rep));

/** What decides who makes a visit. */
type Making = Pick<Frequency, 'kind' | 'posts'>;

/** Kinds of visits that are for managers. */
const FOR_MANAGERS: ReadonlySet<VisitKind> = new Set<VisitKind>(['manager', 'inspection']);

/**
 * Those who may make such visits of a customer, in the order given. Where posts are named, it is who has one of them
 * and may serve the customer. Elsewhere managers make the kinds that are theirs, and the visits of customers who ask for them by name; reps make the others.
 */
export function makersOf(reps: readonly Rep[], customer: Customer, { kind, posts }: Making): readonly Rep[] {
  const hasReps = reps.some(({ role }) => role === 'rep');
  return reps.filter((rep) => {
    if (!answersFor(rep, customer, reps)) return false;
    if (posts.length > 0) return posts.includes(rep.post) && (rep.role === 'manager' || mayServe(rep, customer));
    if (FOR_MANAGERS.has(kind)) return rep.role === 'manager';
    return rep.role === 'rep' || !hasReps || isAskedFor(rep, customer);
  });
}

/** Whether somebody may come to a customer at all: to serve it, or to visit what the team serves where the policy plans such visits. */
export function mayMeet(
  { policy, requests, reps }: Pick<Territory, 'policy' | 'requests' | 'reps'>,
  rep: Rep,
  customer: Customer,
): boolean {
  if (mayServe(rep, customer)) return true;
  if (rep.role === 'rep') return false;
  const isManaging = [...policy.frequencies, ...requests].some(({ kind }) => FOR_MANAGERS.has(kind));
  const isPosted = policy.frequencies.some(({ posts }) => posts.includes(rep.post));
  return (isManaging || isPosted) && answersFor(rep, customer, reps);
}

const isAskedFor = ({ id }: Rep, { requiredRep, preferredRep }: Customer): boolean => requiredRep === id || preferredRep === id;

/** Reps answer for whom they may serve; managers for whom their team may serve, or for all of their areas when nobody names them as superior. */
function answersFor(rep: Rep, customer: Customer, reps: readonly Rep[]): boolean {
  if (rep.role === 'rep' || isAskedFor(rep, customer)) return true;
  const team = reps.filter(({ manager }) => manager === rep.id);
  return team.length === 0 ? coversAreaOf(rep, customer) : team.some((member) => mayServe(member, customer));
}
