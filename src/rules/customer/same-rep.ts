import type { VisitSeries } from '../../domain/visit.ts';
import type { RepId } from '../../kernel/ids.ts';
import { mostFrequent } from '../measure/most-frequent.ts';
import { servedVisits } from '../measure/served-visits.ts';
import { priceOf } from '../obligation/prices.ts';
import { lastVisits, repsByArea, usualRep } from '../obligation/usual-visits.ts';
import { type Agenda, defineRule } from '../rule.ts';

/**
 * A customer sees the same rep at each visit.
 *
 * The usual rep is that of most of its last visits, those of earlier plans included. A customer that is new to the reps
 * lies in the area of one of them: that of most of its neighbours. Without either, the rep of most of its visits in the
 * plan counts.
 */
export const sameRep = defineRule({
  id: 'customer/same-rep',
  title: { en: 'A customer is visited by the same rep', zh: '固定客户经理拜访' },
  about: {
    en: "Each of a customer's visits that is not made by its usual rep costs the price. The usual rep is that of most of its last five visits. A customer without past visits belongs to the rep of most of its five nearest neighbours: a visit by another rep costs a part of the price. Where no customer has past visits, the usual rep is that of most of its visits in the plan.",
    zh: '同一客户的拜访，凡不由惯常客户经理完成的，每次按此代价计算。惯常客户经理取最近五次拜访中次数最多的一位。没有拜访记录的客户归属于其五个最近邻客户多数所属的客户经理，由他人拜访按代价的一部分计算。都没有记录的，取计划期内拜访次数最多的客户经理。',
  },
  unit: { en: 'visit by another rep', zh: '次由其他客户经理完成的拜访' },
  canBeMust: false,
  params: {
    area: {
      type: 'share',
      default: 0.5,
      about: {
        en: 'Part of the price for a customer without past visits that is visited by another rep than its neighbours.',
        zh: '没有拜访记录的客户由邻近客户以外的客户经理拜访时，按代价的几成计算。',
      },
    },
  },
  sentences: {
    rule: { en: 'A customer sees the same rep at each visit.', zh: '同一客户由固定的客户经理拜访。' },
    other: {
      en: '{customer}: {others} of {visits} visits are not made by the usual rep.',
      zh: '{customer}：{visits}次拜访中有{others}次不由惯常的客户经理完成。',
    },
  },
  sentence: () => ({ key: 'rule', values: {} }),

  obligation: (agenda, { area }) => ownersOf(agenda, area),

  *compile({ series, repDays }, ownerOf, stance) {
    for (const [index, one] of series.entries()) {
      const owner = ownerOf.get(one);
      if (owner === undefined) continue;
      if (owner.rep === null) yield { term: 'same-rep', series: index, price: priceOf(stance) };
      else {
        const price = Math.round(owner.units * priceOf(stance));
        for (const [slot, { rep }] of repDays.entries()) {
          if (rep.id !== owner.rep) yield { term: 'slot', series: index, slot, price };
        }
      }
    }
  },

  *audit(review, ownerOf, stance) {
    const served = servedVisits(review);
    for (const [one, { rep, units }] of ownerOf) {
      const reps = served(one).map((visit) => visit.rep);
      const usual = rep === null ? mostFrequent(reps) : reps.filter((other) => other === rep).length;
      const others = reps.length - usual;
      if (others === 0) continue;
      const values = { customer: one.customer.name, visits: reps.length, others };
      yield { units: others * units, cost: others * Math.round(units * priceOf(stance)), sentence: { key: 'other', values } };
    }
  },
});

/** The rep to whom a series belongs, and the units that each visit by another rep counts. */
interface Owner {
  /** Null for the rep of most of its visits in the plan. */
  readonly rep: RepId | null;
  readonly units: number;
}

/** By series that several reps may visit, where their choice matters. */
function ownersOf(agenda: Agenda, area: number): ReadonlyMap<VisitSeries, Owner> {
  if (agenda.territory.reps.length < 2) return new Map();
  const last = lastVisits(agenda);
  const usual = new Map(agenda.series.map((one) => [one, usualRep(one, last.get(one) ?? [])]));
  const byArea = repsByArea(usual);
  return new Map(
    agenda.series.flatMap((one): readonly (readonly [VisitSeries, Owner])[] => {
      const [own, near] = [usual.get(one) ?? null, byArea.get(one) ?? null];
      if (own !== null) return [[one, { rep: own, units: 1 }]];
      if (near !== null) return area > 0 ? [[one, { rep: near, units: area }]] : [];
      return one.visits.length > 1 ? [[one, { rep: null, units: 1 }]] : [];
    }),
  );
}
