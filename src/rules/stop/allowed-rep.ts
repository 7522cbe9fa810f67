import { formatDay } from '../../domain/calendar.ts';
import { isOpenTo } from '../../domain/may-serve.ts';
import { FORBIDDEN } from '../../engine/problem/terms.ts';
import { plannedVisits } from '../planned-days.ts';
import { defineRule } from '../rule.ts';

/** A customer who belongs to a rep is visited by nobody else. */
export const allowedRep = defineRule({
  id: 'stop/allowed-rep',
  title: { en: 'Customers see the rep that they require', zh: '由指定客户经理拜访' },
  about: {
    en: 'A customer with a required rep is visited by that rep and nobody else.',
    zh: '指定了客户经理的客户只由该客户经理拜访。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'A customer with a required rep is visited by nobody else.', zh: '指定了客户经理的客户不由他人拜访。' },
    other: {
      en: '{customer} is visited by {rep} on {day}, but belongs to another rep.',
      zh: '{customer}在{day}由{rep}拜访，而该客户指定了其他客户经理。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  *compile({ repDays, series }) {
    for (const [index, { customer }] of series.entries()) {
      for (const [slot, { rep }] of repDays.entries()) {
        if (!isOpenTo(customer, rep)) yield { term: 'slot', series: index, slot, price: FORBIDDEN };
      }
    }
  },

  *audit(review) {
    for (const { customer, repDay } of plannedVisits(review)) {
      if (isOpenTo(customer, repDay.rep)) continue;
      const values = { customer: customer.name, rep: repDay.rep.name, day: formatDay(repDay.day) };
      yield { units: 1, sentence: { key: 'other', values } };
    }
  },
});
