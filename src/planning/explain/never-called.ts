import { type Day, daysOf, holds } from '../../domain/calendar.ts';
import { callerOf } from '../../domain/calls/call-time.ts';
import { callingHours } from '../../domain/hours/meeting-hours.ts';
import { freeTimes } from '../../domain/rep-day/free-time.ts';
import type { RepDay } from '../../domain/rep-day/rep-day.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Reason } from '../../domain/unserved/unserved.ts';
import type { Visit, VisitSeries } from '../../domain/visit.ts';
import { overlapOf } from '../../domain/visiting-hours.ts';
import { type Text, literalSentence } from '../../kernel/text.ts';
import { callTime } from '../../rules/day/call-time.ts';
import { whoText } from './able-reps.ts';
import { sentenceOf } from './never-fits.ts';
import { dayText, daysText, fill, joined, lengthDown, lengthInFull, rangeText, same, windowsText } from './words.ts';

/** A call that is due, and the rep-days of its territory. */
export interface DueCall {
  readonly territory: Territory;
  readonly repDays: readonly RepDay[];
  readonly series: VisitSeries;
  readonly visit: Visit;
}

/** A call with its caller and the caller's days. */
interface Calling extends DueCall {
  readonly caller: Rep;
  readonly days: readonly RepDay[];
}

/** Things that may keep a call off the days of its caller, the first that say most. */
const THINGS = ['closed-days', 'duties', 'visiting-hours'] as const;
type Thing = (typeof THINGS)[number];

/**
 * The reason why a call fits on no day of its caller even if the caller does nothing but duties: nobody may make it, the
 * caller is away, or the first one or two things without which it would fit. Null where it fits.
 */
export function neverCalled(call: DueCall): Reason | null {
  const { territory, repDays, series, visit } = call;
  const caller = territory.reps.find(({ id }) => id === callerOf(territory.reps, series));
  if (caller === undefined) return reasonOf('stop/allowed-rep', ['required-rep'], NOBODY);
  const days = repDays.filter(({ rep, day }) => rep.id === caller.id && holds(visit.days, day));
  const calling: Calling = { ...call, caller, days };
  if (days.length === 0) return awayReason(calling);
  const isEnough = (without: readonly Thing[]) => days.some((repDay) => hasRoom(calling, repDay, new Set(without)));
  if (isEnough([])) return null;
  const found = [...THINGS.map((thing) => [thing]), ...PAIRS].find(isEnough);
  if (found === undefined)
    return reasonOf(callTime.id, isEnough(THINGS) ? [] : ['stay'], isEnough(THINGS) ? MORE_THAN_TWO : stayText(calling));
  const [one = MORE_THAN_TWO, other] = found.map((thing) => textOf(calling, thing));
  return reasonOf(
    callTime.id,
    found,
    other === undefined ? one : fill({ en: '{one}; and {other}', zh: '{one}；且{other}' }, { one, other }),
  );
}

const PAIRS: readonly (readonly Thing[])[] = [
  ['closed-days', 'duties'],
  ['closed-days', 'visiting-hours'],
  ['duties', 'visiting-hours'],
];

const NOBODY: Text = { en: 'nobody who may call this customer is there', zh: '没有可以联系该客户的人员' };
const MORE_THAN_TWO: Text = { en: 'more than two things keep it off every day', zh: '有两个以上的原因使其无法安排' };

const reasonOf = (rule: string, because: readonly string[], text: Text): Reason => ({
  class: 'never-fits',
  rule,
  because,
  sentence: literalSentence(sentenceOf(text)),
});

/** Whether a rep-day that holds nothing but duties has time for a call. Breaks leave room: they move. */
function hasRoom({ territory, series }: Calling, { shift, day, duties }: RepDay, without: ReadonlySet<Thing>): boolean {
  if (!without.has('closed-days') && series.customer.closedDays.includes(day)) return false;
  const stops = without.has('duties')
    ? []
    : duties.map(({ duty, from, until }) => ({ type: 'break', break: duty.id, start: from, end: until }) as const);
  const free = freeTimes(shift, { stops, legs: [], calls: [] });
  const hours = without.has('visiting-hours') ? [shift] : callingHours(territory, series, day);
  return overlapOf(free, hours).some(({ from, until }) => until - from >= series.dwell);
}

/** The caller is on leave or does not work on the days of a call. */
function awayReason(calling: Calling): Reason {
  const { caller, series, visit } = calling;
  const who = whoText({ series }, [caller]);
  const leave = daysOf(visit.days).filter((day) => caller.leave.includes(day));
  const text =
    leave.length > 0
      ? fill({ en: '{who} is on leave {days}', zh: '{who}{days}休假' }, { who, days: daysText(leave) })
      : fill({ en: '{who} does not work {days}', zh: '{who}{days}不上班' }, { who, days: rangeText(visit.days.first, visit.days.last) });
  return reasonOf('day/shift', [leave.length > 0 ? 'leave' : 'days-off'], text);
}

function textOf(calling: Calling, thing: Thing): Text {
  const { series, days, caller } = calling;
  if (thing === 'closed-days') {
    const closed = [...new Set(days.map(({ day }) => day).filter((day) => series.customer.closedDays.includes(day)))];
    return fill({ en: 'it is closed {days}', zh: '{days}停业' }, { days: daysText(closed.toSorted((a, b) => a - b)) });
  }
  if (thing === 'visiting-hours') return hoursText(calling);
  const titles = new Map(days.flatMap(({ duties }) => duties.map(({ duty }) => [duty.id, duty.title])));
  return fill(
    { en: 'the office work of {who} ({titles}) takes the time for it', zh: '{who}的内勤（{titles}）占用了所需时间' },
    { who: whoText({ series }, [caller]), titles: joined([...titles.values()].slice(0, 4)) },
  );
}

/** The hours of a call and those of its caller, of the first day that has any. */
function hoursText({ territory, series, days, caller, visit }: Calling): Text {
  const who = whoText({ series }, [caller]);
  const hoursOf = (day: Day) => callingHours(territory, series, day);
  const first = days.find(({ day }) => hoursOf(day).length > 0);
  if (first === undefined)
    return fill(
      { en: 'it has no hours for a call {days} when {who} works', zh: '{days}{who}上班时，客户没有可联系时间' },
      { days: rangeText(visit.days.first, visit.days.last), who },
    );
  const { day, shift } = first;
  const longest = Math.max(...hoursOf(day).map(({ from, until }) => until - from));
  const values = { hours: same(windowsText(hoursOf(day))), day: dayText(day), who, shift: same(windowsText([shift])) };
  if (longest < series.dwell)
    return fill(
      {
        en: 'the hours at which it can be called, {hours} on {day}, are shorter than the call of {stay}',
        zh: '可联系时间（{day} {hours}）短于通话时长{stay}',
      },
      { ...values, stay: lengthInFull(series.dwell) },
    );
  return fill(
    { en: 'it can be called {hours} on {day}, but {who} works {shift} only', zh: '可联系时间为{day} {hours}，而{who}只在{shift}上班' },
    values,
  );
}

/** The call is longer than every shift of its caller. */
const stayText = ({ series, days }: Calling): Text =>
  fill(
    { en: 'its call of {stay} is longer than every shift: the longest has {longest}', zh: '通话时长{stay}，超过所有班次（最长{longest}）' },
    { stay: lengthInFull(series.dwell), longest: lengthDown(Math.max(...days.map(({ shift }) => shift.until - shift.from))) },
  );
