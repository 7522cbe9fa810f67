import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/domain/customer.ts';
import type { Rep } from '../../../src/domain/rep.ts';
import { waysOf } from '../../../src/generate/team/ways.ts';
import { modeOf } from '../../../src/travel/modes/index.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { present } from '../../../src/kernel/assert.ts';
import { aCustomer, aPolicy, aRep, office } from '../../support/builders.ts';
import { anErrand } from '../an-errand.ts';

const ALL = ['walk', 'bicycle', 'e-bike', 'motorbike', 'car'];
const policy = aPolicy({ modes: ALL });
const near = aCustomer({ location: { lat: office.lat + 0.01, lng: office.lng } });
const timeBy = (rep: Rep, customer: Customer) => waysOf(policy, rep, [anErrand({ customer })])[0]?.[1] ?? 0;

describe('waysOf', () => {
  it('is never faster than the planner, by any mode, and not much slower', async () => {
    for (const id of ALL) {
      const rep = id === 'walk' ? aRep({ vehicles: [], modes: ['walk'] }) : aRep({ vehicles: [id] });
      for (const setting of ['town', 'country'] as const) {
        const mode = present(modeOf(id), id);
        const { seconds } = await estimate.matrix(
          [near.location, office].map((location) => ({ location, setting })),
          mode,
        );
        const time = timeBy(rep, aCustomer({ location: near.location, setting }));
        expect([id, setting, time >= (seconds[1] ?? 0), time < 1.1 * (seconds[1] ?? 0)]).toEqual([id, setting, true, true]);
      }
    }
  });

  it('takes the fastest free mode that the customer allows', () => {
    const rep = aRep({ vehicles: [], modes: ['walk', 'bicycle'] });
    const onFoot = aCustomer({ location: near.location, allowedModes: ['walk'] });
    expect(timeBy(rep, near)).toBeLessThan(timeBy(rep, onFoot));
  });

  it('has no way where the customer allows none of the modes', () => {
    expect(timeBy(aRep({ vehicles: ['car'] }), aCustomer({ location: near.location, allowedModes: ['walk'] }))).toBe(Infinity);
  });

  it('is a bug for a rep who has no mode that it knows', () => {
    expect(() => timeBy(aRep({ vehicles: [], modes: ['ferry'] }), near)).toThrow('the witness knows no mode of the rep');
  });
});
