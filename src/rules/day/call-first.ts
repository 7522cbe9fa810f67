import { formatDay } from '../../domain/calendar.ts';
import { isCalledAhead, mostCallsAhead, visitsCalledAhead } from '../../domain/calls/calls-ahead.ts';
import { visitFactsOf } from '../../domain/plan.ts';
import { priceOf } from '../obligation/prices.ts';
import { byRepDay } from '../obligation/by-rep-day.ts';
import { defineRule } from '../rule.ts';
import { fieldDays } from '../measure/field-days.ts';

/**
 * Customers are called before they are visited.
 *
 * Serves P1 `general`: the place is contacted before the visit; and P2 `real-estate`: familiar customers are
 * telephoned first. The calls of a day are made in the duty for calls, so that the number of visits with a call is
 * limited by the time of that duty. Visits with an appointment and unannounced visits need no call.
 */
export const callFirst = defineRule({
  id: 'day/call-first',
  title: { en: 'Customers are called before the visit', zh: '拜访前先电话联系' },
  about: {
    en: 'The customers of a day are called ahead in the duty that the policy has for it. A day has no more visits that need a call than that duty has time for. Visits with an appointment, walk-ins and inspections need none. Where the policy has no such duty, the rule does not apply.',
    zh: '当天要拜访的客户，在规定的电话联系时段内事先联系。需要联系的拜访不超过该时段能打的电话数。已有预约的拜访、随机拜访和突击检查无需事先联系；制度未规定电话时段的，本规则不起作用。',
  },
  unit: { en: 'visit without a call ahead', zh: '户未事先联系的拜访' },
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'Customers are called ahead in the duty for it.', zh: '在规定时段内事先电话联系客户。' },
    uncalled: {
      en: '{rep} has {visits} visits on {day} that need a call ahead; there is time for {most} calls.',
      zh: '{rep}在{day}有{visits}户需要事先联系，电话时段只够联系{most}户。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (agenda) => ({
    /** The most calls ahead of each rep-day. */
    mostCalls: byRepDay(agenda, (repDay) => mostCallsAhead(agenda.territory, repDay)),
    /** The series whose visits need a call ahead. */
    calledAhead: new Set(
      agenda.series.filter((one) => one.visits.some((visit) => isCalledAhead(agenda.territory, visitFactsOf(one, visit)))),
    ),
  }),

  *compile({ repDays, series }, { mostCalls, calledAhead }, stance) {
    const per = Int32Array.from(series, (one) => (calledAhead.has(one) ? 1 : 0));
    for (const [slot, repDay] of repDays.entries()) {
      const most = mostCalls.get(repDay);
      if (most !== undefined) yield { term: 'aggregate', slot, of: { per }, side: 'above', limit: most, price: priceOf(stance) };
    }
  },

  *audit(review, { mostCalls }) {
    for (const { repDay, planned } of fieldDays(review)) {
      const most = mostCalls.get(repDay);
      // Counted from the plan's own stops, and not from the series.
      const called = visitsCalledAhead(review.territory, planned);
      if (most === undefined || called.length <= most) continue;
      const values = { rep: repDay.rep.name, day: formatDay(repDay.day), visits: called.length, most };
      yield { units: called.length - most, sentence: { key: 'uncalled', values } };
    }
  },
});
