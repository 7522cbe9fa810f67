import { describe, expect, it } from 'vitest';
import { mayServe } from '../../src/domain/may-serve.ts';
import { aCustomer, aRep } from '../support/builders.ts';

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

  it('customers who require them, and nobody whom another has to serve', () => {
    expect(mayServe(anywhere, aCustomer({ requiredRep: 'free-rep' }))).toBe(true);
    expect(mayServe(anywhere, aCustomer({ requiredRep: 'north-rep' }))).toBe(false);
  });

  it('no customer outside of their areas, not even one who requires them', () => {
    expect(mayServe(north, aCustomer({ area: 'south', requiredRep: 'north-rep' }))).toBe(false);
  });
});
