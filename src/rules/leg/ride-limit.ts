import { formatDay } from '../../domain/calendar.ts';
import { formatClock, inMinutes, minutes } from '../../kernel/units.ts';
import { plannedDays } from '../measure/planned-days.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

/**
 * No ride takes longer than the limit.
 *
 * Serves P2 `real-estate`: farther customers are reached by bicycle, usually within forty minutes.
 */
export const rideLimit = defineRule({
  id: 'leg/ride-limit',
  title: { en: 'Rides stay short', zh: '骑行路段不宜过长' },
  about: {
    en: 'A leg by one of these modes takes no longer than the limit. Where it would, another mode is taken, or the customer is visited from elsewhere.',
    zh: '使用指定交通方式时，单段行程不超过上限；超过时改用其他交通方式，或从别处前往该客户。',
  },
  unit: { en: 'minute ridden over the limit', zh: '分钟骑行超时' },
  canBeMust: true,
  params: {
    most: {
      type: 'duration',
      default: minutes(40),
      about: { en: 'The longest leg by one of the modes.', zh: '使用这些交通方式时单段行程的最长时间。' },
    },
    modes: {
      type: 'words',
      default: ['bicycle'],
      about: { en: 'Modes with this limit, by id.', zh: '受此限制的交通方式（代号）。' },
    },
  },
  sentences: {
    rule: { en: 'A single ride takes at most {most} min.', zh: '单段骑行不超过{most}分钟。' },
    long: {
      en: '{rep} rides for {minutes} min from {depart} on {day}; the limit is {most} min.',
      zh: '{rep}在{day} {depart}出发骑行{minutes}分钟，上限为{most}分钟。',
    },
  },
  sentence: ({ most }) => ({ key: 'rule', values: { most: inMinutes(most) } }),

  obligation: (_agenda, { most, modes }) => ({ most, modes: new Set<string>(modes) }),

  *compile(scene, { most, modes }, stance) {
    const price = perSecond(stance);
    for (const mode of modes) {
      if (!scene.modes.includes(mode)) continue;
      yield { term: 'leg', mode, price: (_from, _to, time) => (time > most ? Math.round((time - most) * price) : 0) };
    }
  },

  *audit(review, { most, modes }, stance) {
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, travel, depart } of planned.legs) {
        if (!modes.has(mode) || travel <= most) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart) };
        const lengths = { minutes: Math.ceil(travel / 60), most: inMinutes(most) };
        yield { ...minutesOver(travel - most, stance), sentence: { key: 'long', values: { ...values, ...lengths } } };
      }
    }
  },
});
