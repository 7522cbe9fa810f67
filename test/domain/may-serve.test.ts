import { describe, expect, it } from 'vitest';
import { makersOf, mayMake, mayMeet, mayServe } from '../../src/domain/may-serve.ts';
import type { Customer } from '../../src/domain/customer.ts';
import type { VisitKind } from '../../src/domain/policy.ts';
import type { Rep } from '../../src/domain/rep.ts';
import { repId } from '../../src/kernel/ids.ts';
import { aCustomer, aFrequency, aPolicy, aRep, aTerritory } from '../support/builders.ts';

const north = aRep({ id: 'north-rep', areas: ['north'] });
const anywhere = aRep({ id: 'free-rep', areas: [] });

describe('a rep may serve', () => {
  it('customers of their areas, and customers in no area', () => {
    expect(mayServe(north, aCustomer({ area: 'north' }))).toBe(true);
    expect(mayServe(north, aCustomer({ area: null }))).toBe(true);
    expect(mayServe(north, aCustomer({ area: 'south' }))).toBe(false);
  });

  it('every area when none is theirs', () => {
    expect(mayServe(anywhere, aCustomer({ area: 'south' }))).toBe(true);
  });

  it('customers who require them, and none who require another', () => {
    expect(mayServe(anywhere, aCustomer({ requiredRep: 'free-rep' }))).toBe(true);
    expect(mayServe(anywhere, aCustomer({ requiredRep: 'north-rep' }))).toBe(false);
  });

  it('no customer outside of their areas, not even one who requires them', () => {
    expect(mayServe(north, aCustomer({ area: 'south', requiredRep: 'north-rep' }))).toBe(false);
  });
});

describe('visits are made by', () => {
  const reps = [
    aRep({ id: 'r1', manager: 'm1' }),
    aRep({ id: 'r2' }),
    aRep({ id: 'm1', role: 'manager' }),
    aRep({ id: 'm2', role: 'manager', areas: ['north'] }),
  ];
  const makers = (kind: VisitKind, customer = aCustomer({ requiredRep: 'r1', area: 'south' }), posts: readonly string[] = []) =>
    makersOf(reps, customer, { kind, posts }).map(({ id }) => id);

  it('reps, but for the visits of managers', () => {
    expect(makers('ordinary')).toEqual(['r1', 'r2']);
    expect(makers('manager')).toEqual(['m1']);
    expect(makers('inspection')).toEqual(['m1']);
  });

  it('managers whose team serves the customer, or their area when they have no team', () => {
    expect(makers('manager', aCustomer({ requiredRep: 'r2', area: 'north' }))).toEqual(['m2']);
    expect(makers('manager', aCustomer({ requiredRep: 'r2', area: 'south' }))).toEqual([]);
  });

  it('a manager whom the customer requires or prefers', () => {
    expect(makers('ordinary', aCustomer({ preferredRep: 'm2' }))).toEqual(['r1', 'r2', 'm2']);
  });

  it('managers where there are no reps', () => {
    expect(makersOf([aRep({ role: 'manager' })], aCustomer(), { kind: 'ordinary', posts: [] })).toHaveLength(1);
  });

  it('of the posts that are named only reps who may serve the customer', () => {
    const seniors = [aRep({ id: 'r1', post: 'senior' }), aRep({ id: 'r2', post: 'senior' })];
    const senior = (customer: Customer) => makersOf(seniors, customer, { kind: 'ordinary', posts: ['senior'] }).map(({ id }) => id);
    expect(senior(aCustomer())).toEqual(['r1', 'r2']);
    expect(senior(aCustomer({ requiredRep: 'r2' }))).toEqual(['r2']);
    // Whoever belongs to a rep of another post is visited as often as that post says.
    expect(senior(aCustomer({ requiredRep: 'r3' }))).toEqual([]);
  });

  it('the posts that are named, whatever the kind', () => {
    const posted = [aRep({ id: 'r1', post: 'senior' }), aRep({ id: 'm1', post: 'head', role: 'manager' })];
    expect(makersOf(posted, aCustomer(), { kind: 'call', posts: ['head'] }).map(({ id }) => id)).toEqual(['m1']);
  });

  it('one rep where the customer requires one, and by the manager all the same', () => {
    const [r1, r2, m1] = reps.slice(0, 3);
    const customer = aCustomer({ requiredRep: 'r1' });
    const may = (rep: Rep | undefined, ...ids: readonly string[]) =>
      rep !== undefined && mayMake(rep, { customer, makers: ids.map(repId) });
    expect([may(r1, 'r1', 'r2'), may(r2, 'r1', 'r2'), may(m1, 'm1'), may(r1, 'm1')]).toEqual([true, false, true, false]);
  });
});

describe('somebody may meet', () => {
  const manager = aRep({ id: 'm1', role: 'manager' });
  const customer = aCustomer({ requiredRep: 'r1' });
  const reps = [aRep({ id: 'r1', manager: 'm1' }), manager];

  it('the customers of the team where the policy plans visits of managers', () => {
    const policy = (kind: VisitKind) => aPolicy({ frequencies: [aFrequency({ kind })] });
    expect(mayMeet(aTerritory({ reps, policy: policy('manager') }), manager, customer)).toBe(true);
    expect(mayMeet(aTerritory({ reps, policy: policy('ordinary') }), manager, customer)).toBe(false);
  });
});
