import { fareOn, paymentFor } from '../../../domain/fare.ts';
import type { Leg } from '../../../domain/plan.ts';
import type { AuditTravel, Check } from '../../audit-case.ts';
import { dayName, placeName } from '../../wording.ts';

/** A leg has the time, the distance, their source and the fare that its mode needs, and the mode can make the leg. */
export const distances: Check = {
  id: 'movement/distances',

  *violations({ plan, travel, territory, horizon }) {
    for (const planned of plan.days) {
      for (const leg of planned.legs) {
        const wrong = mistake(travel, leg);
        const fare = fareOn(territory.policy.fares, leg.mode, horizon.first);
        const due = fare === null ? null : paymentFor(fare, leg.distance).amount;
        if (due !== (leg.fare?.amount ?? null)) {
          yield `${dayName(planned)}: the fare by ${leg.mode} is ${due ?? 'nothing'}; the leg says ${leg.fare?.amount ?? 'nothing'}.`;
        }
        if (wrong !== null) yield `${dayName(planned)}: from ${placeName(leg.from)} to ${placeName(leg.to)} by ${leg.mode} ${wrong}.`;
      }
    }
  },
};

function mistake(travel: AuditTravel, { from, to, mode, travel: time, distance, source }: Leg): string | null {
  const actual = travel.between(from, to, mode);
  if (actual === null) return 'there is no route';
  if (actual.seconds === time && actual.metres === distance) {
    return actual.source === source ? null : `time and distance come from "${actual.source}"; the leg says "${source}"`;
  }
  return `it is ${actual.seconds} s and ${actual.metres} m; the leg says ${time} s and ${distance} m`;
}
