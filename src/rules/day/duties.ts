import { formatDay } from '../../domain/calendar.ts';
import type { PlacedDuty } from '../../domain/rep-day/place-duties.ts';
import { type RepDay, isInField } from '../../domain/rep-day/rep-day.ts';
import { present } from '../../kernel/assert.ts';
import { formatClock } from '../../kernel/units.ts';
import { type ReviewedDay, plannedDays } from '../measure/planned-days.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { type Scene, defineRule } from '../rule.ts';

/**
 * Office work is done at its hours.
 *
 * Serves P3 `tobacco`: morning meeting, weekly and monthly summary, next month's plan. Duties that open or close
 * the day bound the field window; only duties inside it concern the search.
 */
export const duties = defineRule({
  id: 'day/duties',
  title: { en: 'Duties are kept', zh: '内勤按时完成' },
  about: {
    en: "Each duty of a day is done at its hours, at the place where the rep's day starts, and the rep does nothing else meanwhile. Duties whose hours overlap follow one another.",
    zh: '当天的各项内勤按规定时间在出发地点完成，期间不安排其他事项。时段重叠的内勤依次进行。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'Duties are done at their hours.', zh: '内勤按规定时间完成。' },
    missing: {
      en: '{rep} does not do the duty {duty} from {from} to {until} on {day}.',
      zh: '{rep}在{day} {from}至{until}没有完成“{duty}”内勤。',
    },
    disturbed: {
      en: '{rep} has something else to do during the duty {duty} from {from} to {until} on {day}.',
      zh: '{rep}在{day} {from}至{until}的“{duty}”内勤期间另有安排。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** The duties of each rep-day. */
  obligation: (agenda) => byRepDay(agenda, (repDay) => repDay.duties),

  *compile(scene, dutiesOf) {
    for (const [slot, repDay] of scene.repDays.entries()) {
      for (const placed of dutiesOf.get(repDay) ?? []) {
        if (!isInField(repDay, placed)) continue;
        const { from, until } = placed;
        yield { term: 'activity', slot, earliest: from, latest: from, length: until - from, place: baseOf(scene, repDay) };
      }
    }
  },

  *audit(review, dutiesOf) {
    for (const day of plannedDays(review)) for (const placed of dutiesOf.get(day.repDay) ?? []) yield* breachesOf(day, placed);
  },
});

/** Index of the place where the rep's day starts. */
function baseOf({ places }: Scene, { rep: { start } }: RepDay): number {
  const isBase = ({ location: { lat, lng } }: Scene['places'][number]) => lat === start.lat && lng === start.lng;
  const place = places.findIndex(isBase);
  return present(place < 0 ? null : place, 'The base of a rep');
}

function* breachesOf({ repDay, planned }: ReviewedDay, { duty, from, until }: PlacedDuty) {
  const hours = { from: formatClock(from), until: formatClock(until) };
  const values = { rep: repDay.rep.name, day: formatDay(repDay.day), duty: duty.id, ...hours };
  const { stops, legs } = planned;
  const kept = stops.filter((stop) => stop.type === 'duty' && stop.duty === duty.id && stop.start === from && stop.end === until);
  if (kept.length !== 1) yield { units: 1, sentence: { key: 'missing', values } };
  const isElsewhere =
    stops.some((stop) => stop.type !== 'duty' && stop.start < until && from < stop.end) ||
    legs.some(({ depart, arrive }) => depart < until && from < arrive);
  if (isElsewhere) yield { units: 1, sentence: { key: 'disturbed', values } };
}
