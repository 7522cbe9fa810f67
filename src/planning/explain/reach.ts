import { type Day, holds } from '../../domain/calendar.ts';
import { welcomeHours } from '../../domain/hours/meeting-hours.ts';
import { type RepDay, backAt, mayRunLate } from '../../domain/rep-day/rep-day.ts';
import { modesOf } from '../../domain/vehicle.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import type { Text } from '../../kernel/text.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';
import { ableReps, mostOvertime, whoText } from './able-reps.ts';
import { type Alone, visitOf } from './alone.ts';
import { clockDown, clockUp, dayText, fill, same, windowsText } from './words.ts';

/** A day on which a customer has visiting hours, and when the rep can be there. */
export interface Reach {
  readonly day: Day;
  readonly repDay: RepDay;
  readonly open: readonly Window[];
  /** From the first arrival to the last departure that the field time and the way allow. */
  readonly there: Window;
  /** The longest time of the hours in which the rep can be there. */
  readonly longest: number;
}

/**
 * The day of a visit on which visiting hours, field time and the way leave most time, of those whose hours are long enough where
 * there are any; null where no day has hours.
 */
export function bestReach(alone: Alone): Reach | null {
  const reps = new Set(ableReps(alone).map(({ id }) => id));
  const { days } = visitOf(alone);
  const all = alone.repDays
    .filter(({ rep, day }) => reps.has(rep.id) && holds(days, day) && !alone.series.customer.closedDays.includes(day))
    .flatMap((repDay) => reachOn(alone, repDay));
  const holding = all.filter(({ open }) => open.some(({ from, until }) => until - from >= alone.series.dwell));
  return (holding.length > 0 ? holding : all).reduce<Reach | null>(
    (best, one) => (best === null || one.longest > best.longest ? one : best),
    null,
  );
}

function reachOn(alone: Alone, repDay: RepDay): readonly Reach[] {
  const { territory, series, travel } = alone;
  const { rep, day, field } = repDay;
  const open = welcomeHours(territory, series, day);
  const shortest = (from: Parameters<typeof travel.between>[0], to: typeof from) =>
    Math.min(...modesOf(territory.policy, rep).map((mode) => travel.between(from, to, mode)?.seconds ?? Infinity));
  const [go, back] = [shortest(rep.start, series.customer.location), shortest(series.customer.location, backAt(repDay))];
  if (open.length === 0 || !Number.isFinite(go + back)) return [];
  const late = mayRunLate(repDay) ? mostOvertime(alone) : 0;
  const there = { from: seconds(field.from + go), until: seconds(field.until + late - back) };
  const lengths = open.map(({ from, until }) => Math.min(until, there.until) - Math.max(from, there.from));
  return [{ day, repDay, open, there, longest: Math.max(...lengths) }];
}

/** Whether the visiting hours are long enough by themselves, and the rep cannot be there while they are. */
export const isOutOfReach = ({ series }: Alone, { open, longest }: Reach): boolean =>
  longest < series.dwell && open.some((window) => window.until - window.from >= series.dwell);

/** `its visiting hours are 17:00–19:00 on Mon 11 January, and Ann can be there from 08:40 to 17:20 only`. */
export function outOfReachText(alone: Alone, { day, repDay, open, there }: Reach): Text {
  const who = whoText(alone, [repDay.rep]);
  if (there.until <= there.from) {
    return fill(
      {
        en: 'its visiting hours are {hours} on {day}, and {who} cannot be there and back in the field time',
        zh: '可拜访时间为{day} {hours}，而{who}的外勤时间不够往返',
      },
      { hours: same(windowsText(open)), day: dayText(day), who },
    );
  }
  const times = { from: clockUp(there.from), until: clockDown(there.until) };
  return fill(
    {
      en: `its visiting hours are {hours} on {day}, and {who} can be there from {from} to {until} only: field time less the way`,
      zh: '可拜访时间为{day} {hours}，而{who}的外勤时间除去路程只能在{from}至{until}在场',
    },
    { hours: same(windowsText(open)), day: dayText(day), who, ...times },
  );
}

/** The time of the hours, where they are shorter than the stay. */
export function tooShortText({ series }: Alone, { day, open }: Reach, stay: string): Text | null {
  const longest: Seconds = seconds(Math.max(...open.map(({ from, until }) => until - from)));
  if (longest >= series.dwell) return null;
  return fill(
    {
      en: 'its visiting hours, {hours} on {day}, are shorter than its stay of {stay}',
      zh: '可拜访时间（{day} {hours}）短于停留时间{stay}',
    },
    { hours: same(windowsText(open)), day: dayText(day), stay },
  );
}
