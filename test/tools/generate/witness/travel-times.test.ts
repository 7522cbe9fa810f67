import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../../src/domain/customer.ts';
import type { Rep } from '../../../../src/domain/rep.ts';
import { travelTimesOf } from '../../../../tools/generate/witness/travel-times.ts';
import { modes } from '../../../../src/travel/modes/index.ts';
import { estimate } from '../../../../src/travel/providers/estimate.ts';
import { aCustomer, aPolicy, aRep, office } from '../../../support/builders.ts';

// A bus does not pass everywhere, and a taxi is not for everybody.
const ALL = modes.map(({ id }) => id).filter((id) => id !== 'bus' && id !== 'taxi');
const policy = aPolicy({ modes: ALL });
const near = aCustomer({ location: { lat: office.lat + 0.01, lng: office.lng } });
const timeBy = (rep: Rep, customer: Customer) => travelTimesOf(policy, rep, [customer])[0]?.[1] ?? 0;

describe('travelTimesOf', () => {
  it("is never faster than beatplan's own estimate, by any mode, and not much slower", async () => {
    for (const mode of modes.filter(({ id }) => ALL.includes(id))) {
      const { id, ownVehicle } = mode;
      const rep = ownVehicle ? aRep({ vehicles: [id] }) : aRep({ vehicles: [], modes: [id] });
      for (const setting of ['town', 'country'] as const) {
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
    const rep = aRep({ vehicles: [], modes: ['walk', 'shared-bicycle'] });
    const onFoot = aCustomer({ location: near.location, allowedModes: ['walk'] });
    expect(timeBy(rep, near)).toBeLessThan(timeBy(rep, onFoot));
  });

  it('takes one vehicle all day, even where walking or another vehicle were faster', () => {
    // 100 m: a minute and a half on foot, more than five minutes by car with the parking.
    const door = aCustomer({ location: { lat: office.lat + 0.0009, lng: office.lng } });
    const byCar = timeBy(aRep({ vehicles: ['car'] }), door);
    expect(timeBy(aRep({ vehicles: [], modes: ['walk'] }), door)).toBeLessThan(byCar);
    expect(timeBy(aRep({ vehicles: ['car', 'e-bike'], modes: ['walk'] }), door)).toBe(byCar);
  });

  it('is infinite where the customer allows none of the modes', () => {
    expect(timeBy(aRep({ vehicles: ['car'] }), aCustomer({ location: near.location, allowedModes: ['walk'] }))).toBe(Infinity);
  });

  it('fails for a rep without any mode that it has a speed for', () => {
    expect(() => timeBy(aRep({ vehicles: [], modes: ['ferry'] }), near)).toThrow('the witness has no speed for any mode of the rep');
  });
});
