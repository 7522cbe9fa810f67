import { formatDay } from '../../domain/calendar.ts';
import { formatClock, inMinutes, minutes } from '../../kernel/units.ts';
import { plannedDays } from '../measure/planned-days.ts';
import { minutesOver } from '../measure/minutes-over.ts';
import { perSecond } from '../obligation/prices.ts';
import { defineRule } from '../rule.ts';

const WALK = 'walk';

/**
 * No walk takes longer than the limit.
 *
 * Serves P2 `real-estate`: near customers are reached on foot, usually within three to five minutes.
 */
export const walkLimit = defineRule({
  id: 'leg/walk-limit',
  title: { en: 'Walks stay short', zh: '步行路段不宜过长' },
  about: {
    en: 'A leg on foot takes no longer than the limit. Where it would, another mode is taken, or the customer is visited from elsewhere.',
    zh: '单段步行时间不超过上限；超过时改用其他交通方式，或从别处前往该客户。',
  },
  unit: { en: 'minute walked over the limit', zh: '分钟步行超时' },
  canBeMust: true,
  params: {
    most: {
      type: 'duration',
      default: minutes(5),
      about: { en: 'The longest leg on foot.', zh: '单段步行的最长时间。' },
    },
  },
  sentences: {
    rule: { en: 'A leg on foot takes at most {most} min.', zh: '单段步行不超过{most}分钟。' },
    long: {
      en: '{rep} walks for {minutes} min from {depart} on {day}; the limit is {most} min.',
      zh: '{rep}在{day} {depart}出发步行{minutes}分钟，上限为{most}分钟。',
    },
  },
  sentence: ({ most }) => ({ key: 'rule', values: { most: inMinutes(most) } }),

  obligation: (_agenda, params) => params,

  *compile({ modes }, { most }, stance) {
    if (!modes.includes(WALK)) return;
    const price = perSecond(stance);
    yield { term: 'leg', mode: WALK, price: (_from, _to, time) => (time > most ? Math.round((time - most) * price) : 0) };
  },

  *audit(review, { most }, stance) {
    for (const { repDay, planned } of plannedDays(review)) {
      for (const { mode, travel, depart } of planned.legs) {
        if (mode !== WALK || travel <= most) continue;
        const values = { rep: repDay.rep.name, day: formatDay(repDay.day), depart: formatClock(depart) };
        const lengths = { minutes: Math.ceil(travel / 60), most: inMinutes(most) };
        yield { ...minutesOver(travel - most, stance), sentence: { key: 'long', values: { ...values, ...lengths } } };
      }
    }
  },
});
