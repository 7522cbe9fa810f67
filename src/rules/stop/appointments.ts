import { type Day, formatDay } from '../../domain/calendar.ts';
import { fixedTimes } from '../../domain/meeting-hours.ts';
import type { PlannedDay, VisitStop } from '../../domain/plan.ts';
import { type VisitSeries, appointmentOf } from '../../domain/visit.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import { type Seconds, formatClock, inMinutes, minutes, seconds } from '../../kernel/units.ts';
import { type PlannedVisit, plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { type Breach, defineRule } from '../rule.ts';
import { hoursText, isWithin } from '../measure/windows.ts';
import { windowTerms } from './window-terms.ts';

/**
 * What is agreed on is kept: the day, the time, and being there early.
 *
 * Serves P8 `check-in`, where fixed dates beat free ones, and the handbook that tells reps to keep appointments, to
 * arrive early and not to wait for ever. The wait is kept short by setting out later: a rep who has time to spare
 * spends it elsewhere than at the customer's door.
 */
export const appointments = defineRule({
  id: 'stop/appointments',
  title: { en: 'Appointments are kept', zh: '按时赴约' },
  about: {
    en: 'A visit with an appointment is made on its day and at its time, whatever the visiting hours, and the rep is there early by what the appointment says, or by what the policy says where that is more. Being early is part of the visit. Before that nobody waits there for longer than the appointment allows. A visit of which the customer was told a time, and one that a manager makes together with a rep, keep their time too.',
    zh: '有预约的拜访按约定的日期和时间进行，不受可拜访时间限制；提前到达的时间取预约与制度规定中较长者，计入本次拜访。在此之前的等待不超过预约允许的时长。已告知客户时间的拜访、主管与客户经理的联合拜访，同样按时进行。',
  },
  unit: null,
  canBeMust: true,
  params: {
    early: {
      type: 'duration',
      default: minutes(5),
      about: { en: 'How long before an appointment the rep is there at least.', zh: '至少提前多久到达约定地点。' },
    },
  },
  sentences: {
    rule: {
      en: 'Visits with an appointment are made at its time; the rep is there {early} min early or more.',
      zh: '有预约的拜访按约定时间进行，客户经理至少提前{early}分钟到达。',
    },
    off: {
      en: '{customer} is visited from {start} to {end} on {day}; fixed is {hours}.',
      zh: '{customer}在{day}的拜访时间为{start}至{end}，而约定的是{hours}。',
    },
    none: { en: '{customer} is visited on {day}; another day is agreed on.', zh: '{customer}安排在{day}拜访，而约定的是另一天。' },
    waits: {
      en: '{rep} waits for {minutes} min at {customer} on {day}; {most} min is the most.',
      zh: '{rep}在{day}到{customer}后等待{minutes}分钟，最多应为{most}分钟。',
    },
  },
  sentence: ({ early }) => ({ key: 'rule', values: { early: inMinutes(early) } }),

  obligation: (_agenda, params) => params,

  *compile(scene, { early }) {
    yield* windowTerms(scene, (one, day) => agreedTimes(one, day, early));
    for (const [index, one] of scene.series.entries()) {
      const extra = earlierBy(one, early);
      if (extra > 0) yield { term: 'dwell', series: index, least: one.dwell + extra };
    }
  },

  *audit(review, { early }) {
    const seriesOf = seriesByVisit(review);
    for (const visit of plannedVisits(review)) {
      const series = seriesOf(visit.stop.visit);
      if (series !== null) yield* judge(visit, series, early);
    }
  },
});

/** By how much sooner than the appointment itself says the policy wants the rep there. */
function earlierBy(series: VisitSeries, early: Seconds): Seconds {
  const appointment = appointmentOf(series);
  return seconds(appointment === null ? 0 : Math.max(0, early - appointment.early));
}

/** The times of a day at which a series' visits may be, being early included; null for any. */
function agreedTimes(series: VisitSeries, day: Day, early: Seconds): readonly Window[] | null {
  const extra = earlierBy(series, early);
  return fixedTimes(series, day)?.map(({ from, until }) => ({ from: seconds(from - extra), until })) ?? null;
}

function* judge({ stop, customer, repDay, planned }: PlannedVisit, series: VisitSeries, early: Seconds): Iterable<Breach> {
  const windows = agreedTimes(series, planned.day, early);
  const appointment = appointmentOf(series);
  const values = { customer: customer.name, day: formatDay(planned.day) };
  const isLate = appointment !== null && windows?.some(({ from }) => stop.start > from) === true;
  if (windows !== null && (isLate || !isWithin(stop, windows))) {
    const times = { start: formatClock(stop.start), end: formatClock(stop.end), hours: hoursText(windows) };
    yield { units: 1, sentence: { key: windows.length === 0 ? 'none' : 'off', values: { ...values, ...times } } };
  }
  const most = appointment?.mostWait ?? null;
  const wait = waitBefore(stop, planned);
  if (most === null || wait <= most) return;
  const lengths = { minutes: Math.ceil(wait / 60), most: inMinutes(most) };
  yield { units: 1, sentence: { key: 'waits', values: { ...values, ...lengths, rep: repDay.rep.name } } };
}

/** Idle seconds at a customer's before the visit; breaks are not idle. */
function waitBefore({ arrival, start }: VisitStop, { stops }: PlannedDay): number {
  const breaks = stops.filter((stop) => stop.type === 'break' && stop.start >= arrival && stop.end <= start);
  return start - arrival - breaks.reduce((sum, pause) => sum + pause.end - pause.start, 0);
}
