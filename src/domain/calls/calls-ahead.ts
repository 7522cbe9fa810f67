import type { PlannedDay, VisitFacts, VisitStop } from '../plan.ts';
import type { VisitKind } from '../policy.ts';
import type { PlacedDuty } from '../rep-day/place-duties.ts';
import type { RepDay } from '../rep-day/rep-day.ts';
import type { Territory } from '../territory.ts';

/** Kinds of visits that come unannounced. */
const UNANNOUNCED: ReadonlySet<VisitKind> = new Set<VisitKind>(['walk-in', 'inspection', 'call']);

/** Whether the rep calls before such a visit: not before an unannounced one, nor before one with an appointment. */
export function isCalledAhead({ requests }: Pick<Territory, 'requests'>, { kind, answers }: Pick<VisitFacts, 'kind' | 'answers'>): boolean {
  const isAgreed = answers.some(({ request }) => (requests.find(({ id }) => id === request)?.appointment ?? null) !== null);
  return !UNANNOUNCED.has(kind) && !isAgreed;
}

/** The most calls ahead in a duty; null for a duty that is not for calls. */
export const callsWithin = ({ duty, from, until }: PlacedDuty): number | null =>
  duty.callsAhead === undefined ? null : Math.floor((until - from) / duty.callsAhead);

/** The most calls ahead on a day; null where the policy has no duty for calls. */
export function mostCallsAhead({ policy }: Pick<Territory, 'policy'>, { duties }: Pick<RepDay, 'duties'>): number | null {
  if (policy.duties.every(({ callsAhead }) => callsAhead === undefined)) return null;
  return duties.reduce((sum, placed) => sum + (callsWithin(placed) ?? 0), 0);
}

/** The visits of a day with a call ahead, in order. */
export const visitsCalledAhead = (territory: Pick<Territory, 'requests'>, { stops }: Pick<PlannedDay, 'stops'>): readonly VisitStop[] =>
  stops.filter((stop) => stop.type === 'visit').filter((visit) => isCalledAhead(territory, visit));

/**
 * The visits to call ahead in each of a day's duties for calls, by duty: in the order of the visits, as many as there is
 * time for. Duties without calls are left out.
 */
export function callsOfDuties(
  territory: Pick<Territory, 'requests' | 'policy'>,
  planned: Pick<PlannedDay, 'stops'>,
): ReadonlyMap<string, readonly VisitStop[]> {
  const left = [...visitsCalledAhead(territory, planned)];
  const calls = planned.stops.flatMap((stop): readonly [string, readonly VisitStop[]][] => {
    const duty = stop.type === 'duty' ? territory.policy.duties.find(({ id }) => id === stop.duty) : undefined;
    const most = duty === undefined ? null : callsWithin({ duty, from: stop.start, until: stop.end });
    return duty === undefined || most === null ? [] : [[duty.id, left.splice(0, most)]];
  });
  return new Map(calls.filter(([, own]) => own.length > 0));
}
