import { describe, expect, it } from 'vitest';
import { frequenciesFor } from '../../src/domain/frequency-for.ts';
import { aCustomer, aFrequency, aPolicy, aRep } from '../support/builders.ts';

const collection = aFrequency({ id: 'collection', tiers: [], tags: ['collection-point', 'sample'] });
const tierA = aFrequency({ id: 'a', tiers: ['A'] });
const policy = aPolicy({ frequencies: [collection, tierA] });
const idsFor = (customer: ReturnType<typeof aCustomer>, of = policy) =>
  frequenciesFor({ policy: of, reps: [aRep()] }, customer).map(({ id }) => id);

describe('frequenciesFor', () => {
  it('takes the first frequency that fits', () => {
    expect(idsFor(aCustomer({ tier: 'A', tags: ['collection-point'] }))).toEqual(['collection']);
    expect(idsFor(aCustomer({ tier: 'A' }))).toEqual(['a']);
  });

  it('needs one of the tags, not all', () => {
    expect(idsFor(aCustomer({ tier: 'C', tags: ['sample'] }))).toEqual(['collection']);
  });

  it('takes none where none fits', () => {
    expect(idsFor(aCustomer({ tier: 'C' }))).toEqual([]);
  });

  it('takes one of each kind, in the policy’s order', () => {
    const returns = aFrequency({ id: 'return', kind: 'return' });
    expect(idsFor(aCustomer({ tier: 'A' }), aPolicy({ frequencies: [returns, tierA] }))).toEqual(['return', 'a']);
  });

  it('is for potential and lost customers only where their status is named', () => {
    const lost = aCustomer({ tier: 'A', status: 'lost' });
    expect(idsFor(lost)).toEqual([]);
    expect(idsFor(lost, aPolicy({ frequencies: [aFrequency({ id: 'win-back', statuses: ['lost'] })] }))).toEqual(['win-back']);
  });

  it('is only for the statuses it names', () => {
    const firstVisits = aPolicy({ frequencies: [aFrequency({ statuses: ['new'] })] });
    expect(idsFor(aCustomer({ status: 'retained' }), firstVisits)).toEqual([]);
    expect(idsFor(aCustomer({ status: 'new' }), firstVisits)).toEqual(['monthly']);
  });
});
