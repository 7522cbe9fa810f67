import { type Day, holds } from '../../domain/calendar.ts';
import { coversAreaOf, mayMake } from '../../domain/may-serve.ts';
import { companionHours, fixedTimes, welcomeHours } from '../../domain/hours/meeting-hours.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import { type RoomQuestion, roomFor } from '../../domain/room-for.ts';
import { type VisitSeries, gapsOf } from '../../domain/visit.ts';
import type { Agenda } from '../rule.ts';

/** Whether a visit of the series may be on the rep-day, by the hours of customer, contact and companion. */
export const isPossibleOn = (
  { territory }: Pick<Agenda, 'territory'>,
  one: VisitSeries,
  { rep, day }: Pick<RepDay, 'rep' | 'day'>,
): boolean =>
  mayMake(rep, one) &&
  !one.customer.closedDays.includes(day) &&
  (fixedTimes(one, day) ?? welcomeHours(territory, one, day)).length > 0 &&
  companionHours(territory, one, day)?.length !== 0;

/**
 * For each series, the days on which a visit would leave the other required visits of its cycle no room at their least
 * distance. In a week from Monday to Friday, two visits at least four days apart can only be on Monday and on Friday.
 */
export function daysWithoutRoom(agenda: Agenda): (series: VisitSeries) => readonly Day[] {
  const daysOfRep = Map.groupBy(agenda.repDays, ({ rep }) => rep.id);
  return (one) => {
    const { minGapDays } = gapsOf(one);
    const required = Map.groupBy(
      one.visits.filter((visit) => visit.required),
      ({ days }) => `${days.first} ${days.last}`,
    );
    return [...required.values()].flatMap((visits): readonly Day[] => {
      const cycle = visits[0]?.days;
      if (cycle === undefined || visits.length < 2 || minGapDays < 2) return [];
      const able = one.makers.flatMap((rep) => daysOfRep.get(rep) ?? []).filter((repDay) => holds(cycle, repDay.day));
      const days = able
        .filter((repDay) => coversAreaOf(repDay.rep, one.customer) && isPossibleOn(agenda, one, repDay))
        .map(({ day }) => day);
      return withoutRoom(
        [...new Set(days)].toSorted((a, b) => a - b),
        { minGapDays, lastVisit: one.lastVisit, visits: visits.length },
      );
    });
  };
}

/** The days, of those in order, on which a visit leaves less room for so many visits than another day would. */
function withoutRoom(
  days: readonly Day[],
  { visits, ...asked }: Pick<RoomQuestion, 'minGapDays' | 'lastVisit'> & { readonly visits: number },
) {
  const needed = Math.min(visits, roomFor({ ...asked, days }));
  const upTo = (last: number) => roomFor({ ...asked, days: days.filter((day) => day <= last) });
  // The first of these days is taken first: it is the visit's own.
  const from = (first: Day) => roomFor({ ...asked, days: days.filter((day) => day >= first), lastVisit: null });
  return days.filter((day) => upTo(day - asked.minGapDays) + from(day) < needed);
}
