import { formatDay } from '../../domain/calendar.ts';
import { mayMake } from '../../domain/may-serve.ts';
import type { VisitSeries } from '../../domain/visit.ts';
import type { RepId } from '../../kernel/ids.ts';
import { FORBIDDEN } from '../../terms/terms.ts';
import { plannedVisits, seriesByVisit } from '../measure/planned-days.ts';
import { defineRule } from '../rule.ts';

/** A customer with a required rep is visited by that rep only. The rep's managers may make the visits of managers. */
export const allowedRep = defineRule({
  id: 'stop/allowed-rep',
  title: { en: 'Customers see the rep that they require', zh: '由指定客户经理拜访' },
  about: {
    en: "Only the required rep visits a customer that has one. Managers' visits are made by the managers whose team serves the customer, and visits for certain posts by reps with these posts.",
    zh: '指定了客户经理的客户只由该客户经理拜访。主管拜访由负责该客户的团队主管完成；限定岗位的拜访由该岗位的人员完成。',
  },
  unit: null,
  canBeMust: true,
  params: {},
  sentences: {
    rule: { en: 'Only the required rep visits a customer that has one.', zh: '指定了客户经理的客户不由他人拜访。' },
    other: {
      en: '{customer} is visited by {rep} on {day}, but another rep has to make this visit.',
      zh: '{customer}在{day}由{rep}拜访，而这次拜访应由其他人完成。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  /** By series, the reps who may make its visits. */
  obligation: ({ territory: { reps }, series }): ReadonlyMap<VisitSeries, ReadonlySet<RepId>> =>
    new Map(series.map((one) => [one, new Set(reps.filter((rep) => mayMake(rep, one)).map(({ id }) => id))])),

  *compile({ repDays, series }, repsFor) {
    for (const [index, one] of series.entries()) {
      const allowed = repsFor.get(one);
      for (const [slot, { rep }] of repDays.entries()) {
        if (allowed?.has(rep.id) === false) yield { term: 'slot', series: index, slot, price: FORBIDDEN };
      }
    }
  },

  *audit(review, repsFor) {
    const seriesOf = seriesByVisit(review);
    for (const { stop, customer, repDay } of plannedVisits(review)) {
      const series = seriesOf(stop.visit);
      if (series === null || repsFor.get(series)?.has(repDay.rep.id) !== false) continue;
      const values = { customer: customer.name, rep: repDay.rep.name, day: formatDay(repDay.day) };
      yield { units: 1, sentence: { key: 'other', values } };
    }
  },
});
