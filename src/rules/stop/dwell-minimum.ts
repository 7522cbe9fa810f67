import { formatDay } from '../../domain/calendar.ts';
import { inMinutes, minutes } from '../../kernel/units.ts';
import { plannedVisits } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';

/**
 * Every visit takes at least some minutes, whatever the tier or the customer needs.
 *
 * Serves P3 `tobacco`: at least eight minutes each.
 */
export const dwellMinimum = defineRule({
  id: 'stop/dwell-minimum',
  title: { en: 'Visits are not rushed', zh: '停留时间下限' },
  about: {
    en: 'A visit lasts at least this long. Where the tier or the customer needs more, that holds.',
    zh: '每次拜访的停留时间不少于下限；客户级别或客户本身要求更长的，从其规定。',
  },
  unit: null,
  canBeMust: true,
  params: {
    least: {
      type: 'duration',
      default: minutes(8),
      about: { en: 'The shortest stay at a customer.', zh: '在客户处的最短停留时间。' },
    },
  },
  sentences: {
    rule: { en: 'A visit lasts at least {least} min.', zh: '每次拜访至少停留{least}分钟。' },
    short: {
      en: 'The visit of {customer} on {day} lasts {minutes} min; the least is {least} min.',
      zh: '{day}对{customer}的拜访停留{minutes}分钟，至少应为{least}分钟。',
    },
  },
  sentence: ({ least }) => ({ key: 'rule', values: { least: inMinutes(least) } }),

  obligation: (_agenda, params) => params,

  *compile({ series }, { least }) {
    for (const index of series.keys()) yield { term: 'dwell', series: index, least };
  },

  *audit(review, { least }) {
    for (const { stop, customer, planned } of plannedVisits(review)) {
      const stay = stop.end - stop.start;
      if (stay >= least) continue;
      const lengths = { minutes: Math.floor(stay / 60), least: inMinutes(least) };
      const values = { customer: customer.name, day: formatDay(planned.day), ...lengths };
      yield { units: 1, sentence: { key: 'short', values } };
    }
  },
});
