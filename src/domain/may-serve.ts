import type { Customer } from './customer.ts';
import type { Frequency, VisitKind } from './policy.ts';
import type { Rep } from './rep.ts';
import type { Territory } from './territory.ts';
import type { VisitSeries } from './visit.ts';

/** Whether a customer accepts a rep: it requires that rep, or none. */
export const isOpenTo = ({ requiredRep }: Customer, { id }: Rep): boolean => requiredRep === null || requiredRep === id;

/** Whether a rep serves the customer's part of the territory. Reps without areas serve all of them. */
export const coversAreaOf = ({ areas }: Rep, { area }: Customer): boolean => area === null || areas.length === 0 || areas.includes(area);

/** Whether a rep may serve a customer, by the required rep and by the area. */
export const mayServe = (rep: Rep, customer: Customer): boolean => isOpenTo(customer, rep) && coversAreaOf(rep, customer);

/** Whether a rep may make the visits of a series: one of its makers, whom the customer accepts or who is a manager. */
export const mayMake = (rep: Rep, { customer, makers }: Pick<VisitSeries, 'customer' | 'makers'>): boolean =>
  makers.includes(rep.id) && (rep.role === 'manager' || isOpenTo(customer, rep));

/** The facts that decide who may make a visit. */
type Making = Pick<Frequency, 'kind' | 'posts'>;

/** Kinds of visits that managers make. */
const FOR_MANAGERS: ReadonlySet<VisitKind> = new Set<VisitKind>(['manager', 'inspection']);

/**
 * The reps who may make such visits of a customer, in the order given. Where posts are named, these are the reps with one
 * of them who may serve the customer. Otherwise managers make managers' kinds of visits, and visits of customers who
 * require or prefer them; reps make all others.
 */
export function makersOf(reps: readonly Rep[], customer: Customer, { kind, posts }: Making): readonly Rep[] {
  const hasReps = reps.some(({ role }) => role === 'rep');
  return reps.filter((rep) => {
    if (!isResponsibleFor(rep, customer, reps)) return false;
    if (posts.length > 0) return posts.includes(rep.post) && (rep.role === 'manager' || mayServe(rep, customer));
    if (FOR_MANAGERS.has(kind)) return rep.role === 'manager';
    return rep.role === 'rep' || !hasReps || isNamedBy(rep, customer);
  });
}

/** Whether a rep may come to a customer at all: to serve it or, for managers where the policy plans such visits, since the team serves it. */
export function mayMeet(
  { policy, requests, reps }: Pick<Territory, 'policy' | 'requests' | 'reps'>,
  rep: Rep,
  customer: Customer,
): boolean {
  if (mayServe(rep, customer)) return true;
  if (rep.role === 'rep') return false;
  const isManaging = [...policy.frequencies, ...requests].some(({ kind }) => FOR_MANAGERS.has(kind));
  const isPosted = policy.frequencies.some(({ posts }) => posts.includes(rep.post));
  return (isManaging || isPosted) && isResponsibleFor(rep, customer, reps);
}

const isNamedBy = ({ id }: Rep, { requiredRep, preferredRep }: Customer): boolean => requiredRep === id || preferredRep === id;

/** Whether a customer is one of a rep's own. A manager's customers are those of the team, or all of the areas where the manager has no team. */
function isResponsibleFor(rep: Rep, customer: Customer, reps: readonly Rep[]): boolean {
  if (rep.role === 'rep' || isNamedBy(rep, customer)) return true;
  const team = reps.filter(({ manager }) => manager === rep.id);
  return team.length === 0 ? coversAreaOf(rep, customer) : team.some((member) => mayServe(member, customer));
}
