import { formatDay } from '../../domain/calendar.ts';
import { fixedTimes } from '../../domain/hours/meeting-hours.ts';
import type { PlannedDay, VisitStop } from '../../domain/plan.ts';
import { type VisitSeries, appointmentOf } from '../../domain/visit.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import { type Seconds, formatClock, inMinutes, minutes, seconds } from '../../kernel/units.ts';
import { type PlannedVisit, plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { type Breach, defineRule } from '../rule.ts';
import { hoursText, isWithin } from '../measure/windows.ts';
import { type WindowsByDay, windowsByDay } from '../obligation/windows-by-day.ts';
import { windowTerms } from './window-terms.ts';

/**
 * Appointments are kept: the day, the time, and being there early.
 *
 * Serves P8 `check-in`, where fixed dates go before free ones, and the handbook: reps keep appointments, arrive early and
 * do not wait for long. A rep with time to spare sets out later and does not spend it at the customer's door.
 */
export const appointments = defineRule({
  id: 'stop/appointments',
  title: { en: 'Appointments are kept', zh: '按时赴约' },
  about: {
    en: 'A visit with an appointment is made on its day and at its time, whatever the visiting hours, and the rep is there early: by the time of the appointment or that of the policy, whichever is more. Being early is part of the visit. Before that the rep waits no longer than the appointment allows. A visit that a manager makes together with a rep keeps its time too.',
    zh: '有预约的拜访按约定的日期和时间进行，不受可拜访时间限制；提前到达的时间取预约与制度规定中较长者，计入本次拜访。在此之前的等待不超过预约允许的时长。主管与客户经理的联合拜访，同样按时进行。',
  },
  unit: null,
  canBeMust: true,
  params: {
    early: {
      type: 'duration',
      default: minutes(5),
      about: { en: 'The least time by which the rep is early for an appointment.', zh: '至少提前多久到达约定地点。' },
    },
  },
  sentences: {
    rule: {
      en: 'Visits with an appointment are made at its time; the rep is there {early} min early or more.',
      zh: '有预约的拜访按约定时间进行，客户经理至少提前{early}分钟到达。',
    },
    off: {
      en: '{customer} is visited from {start} to {end} on {day}; the agreed time is {hours}.',
      zh: '{customer}在{day}的拜访时间为{start}至{end}，而约定的是{hours}。',
    },
    none: { en: '{customer} is visited on {day}; another day is agreed on.', zh: '{customer}安排在{day}拜访，而约定的是另一天。' },
    waits: {
      en: '{rep} waits for {minutes} min at {customer} on {day}; the most is {most} min.',
      zh: '{rep}在{day}到{customer}后等待{minutes}分钟，最多应为{most}分钟。',
    },
  },
  sentence: ({ early }) => ({ key: 'rule', values: { early: inMinutes(early) } }),

  obligation: (agenda, { early }): Obligation => {
    const kept = agenda.series.flatMap((one): readonly (readonly [VisitSeries, Kept])[] => {
      const appointment = appointmentOf(one);
      if (appointment === null) return [];
      // Where the visit has a choice of times, the rep comes within them.
      const extra = appointment.until === undefined ? Math.max(0, early - appointment.early) : 0;
      return [[one, { stay: seconds(one.dwell + extra), extra: seconds(extra), mostWait: appointment.mostWait }]];
    });
    const appointmentsBySeries = new Map(kept);
    return {
      windows: windowsByDay(agenda, (one, day) => {
        const extra = appointmentsBySeries.get(one)?.extra ?? 0;
        return fixedTimes(one, day)?.map(({ from, until }) => ({ from: seconds(from - extra), until })) ?? null;
      }),
      appointments: appointmentsBySeries,
    };
  },

  *compile(scene, { windows, appointments: kept }) {
    for (const term of windowTerms(scene, windows)) {
      yield term;
      const until = Math.max(...term.windows.map((window) => window.until));
      const one = scene.series[term.series];
      const stay = one === undefined ? 0 : (kept.get(one)?.stay ?? one.dwell);
      if (term.windows.length > 0) yield { term: 'agreed', series: term.series, day: term.day, start: until - stay, price: 0 };
    }
    for (const [index, one] of scene.series.entries()) {
      const appointment = kept.get(one);
      if (appointment !== undefined && appointment.extra > 0) yield { term: 'dwell', series: index, least: appointment.stay };
    }
  },

  *audit(review, { windows, appointments: kept }) {
    const seriesOf = seriesByVisit(review);
    for (const visit of plannedVisits(review)) {
      const series = seriesOf(visit.stop.visit);
      if (series === null) continue;
      yield* breachesOf(visit, { fixed: windows.get(series)?.get(visit.planned.day) ?? null, appointment: kept.get(series) ?? null });
    }
  },
});

/** The times that visits keep. */
interface Obligation {
  /** The only times of a day, being early included. */
  readonly windows: WindowsByDay;
  /** The visits with an appointment. */
  readonly appointments: ReadonlyMap<VisitSeries, Kept>;
}

/** How a visit keeps its appointment. */
interface Kept {
  /** Time at the customer, being early included. */
  readonly stay: Seconds;
  /** The part of it that the policy adds to the appointment's own. */
  readonly extra: Seconds;
  /** The longest wait before it; null for any. */
  readonly mostWait: Seconds | null;
}

/** The part of the obligation that concerns one visit. */
interface Fixed {
  readonly fixed: readonly Window[] | null;
  readonly appointment: Kept | null;
}

function* breachesOf({ stop, customer, repDay, planned }: PlannedVisit, { fixed, appointment }: Fixed): Iterable<Breach> {
  const values = { customer: customer.name, day: formatDay(planned.day) };
  const isLate = appointment !== null && fixed?.some(({ until }) => stop.start > until - appointment.stay) === true;
  if (fixed !== null && (isLate || !isWithin(stop, fixed))) {
    const times = { start: formatClock(stop.start), end: formatClock(stop.end), hours: hoursText(fixed) };
    yield { units: 1, sentence: { key: fixed.length === 0 ? 'none' : 'off', values: { ...values, ...times } } };
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
