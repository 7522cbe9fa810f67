import type { DayRange } from '../../domain/calendar.ts';
import type { RuleInstance } from '../../domain/policy.ts';
import { backAt, mayRunLate } from '../../domain/rep-day/rep-day.ts';
import { NEEDS, needOf } from '../../domain/unserved/unserved.ts';
import { MOST_AWAY } from '../../domain/vehicle.ts';
import { assert, present } from '../../kernel/assert.ts';
import { rules } from '../../rules/index.ts';
import type { Rule, Scene } from '../../rules/rule.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { Problem } from '../../engine/problem/layout.ts';
import { packProblem } from '../../engine/problem/pack-problem.ts';
import { FORBIDDEN, type Term } from '../../terms/terms.ts';
import { companyTerms } from './company-terms.ts';
import { type ClassifiedLegs, classifyLegs } from './leg-classes.ts';

/** A term, with the rule of the policy that it comes from. */
export interface AttributedTerm {
  readonly instance: RuleInstance;
  readonly rule: Rule;
  readonly term: Term;
}

/** A problem, with all that decoding its solutions needs. */
export interface CompiledProblem {
  readonly problem: Problem;
  readonly scene: Scene;
  readonly legs: ClassifiedLegs;
  readonly terms: readonly AttributedTerm[];
}

/** Turns a scene into numbers: each rule of the policy compiles to terms, which are summed into arrays. */
export function compileProblem(scene: Scene, travel: TravelTables): CompiledProblem {
  const terms = scene.territory.policy.rules.flatMap((instance) => termsOf(scene, instance));
  const plain = terms.map(({ term }) => term);
  const legs = classifyLegs(
    scene,
    travel,
    plain.filter((term) => term.term === 'leg'),
  );
  const reps = [...new Set(scene.repDays.map(({ rep }) => rep.id))];
  const problem = packProblem({
    dayCount: scene.horizon.last - scene.horizon.first + 1,
    placeCount: scene.places.length,
    slots: scene.repDays.map((repDay, slot) => ({
      day: repDay.day - scene.horizon.first,
      rep: reps.indexOf(repDay.rep.id),
      legClass: legs.classOf[slot] ?? 0,
      from: travel.indexOf(repDay.rep.start),
      to: travel.indexOf(backAt(repDay)),
      start: repDay.field.from,
      twins: slot,
      // A duty that closes the day leaves no time for a break after the return.
      ...(repDay.field.until < repDay.shift.until ? { restBy: repDay.field.until } : {}),
    })),
    series: scene.series.map((series, index) => ({
      place: scene.placeOf[index] ?? 0,
      dwell: series.dwell,
      visits: series.visits.map((visit) => ({ ...clip(visit.days, scene.horizon), group: NEEDS.indexOf(needOf(series, visit)) })),
      patterns: [],
    })),
    legClasses: legs.classes,
    mostAway: MOST_AWAY,
    terms: [...plain.filter((term) => term.term !== 'leg'), ...fixedEnds(scene), ...companyTerms(scene)],
  });
  return { problem, scene, legs, terms };
}

/** Under any policy on overtime, a rep is back for a duty that closes the day, and stays in where duties take all of it. */
const fixedEnds = ({ repDays }: Scene): readonly Term[] =>
  repDays.flatMap((repDay, slot): readonly Term[] =>
    mayRunLate(repDay) ? [] : [{ term: 'aggregate', slot, of: 'end', side: 'above', limit: repDay.field.until, price: FORBIDDEN }],
  );

function termsOf(scene: Scene, instance: RuleInstance): readonly AttributedTerm[] {
  const rule = present(
    rules.find(({ id }) => id === instance.rule),
    `Rule ${instance.rule}`,
  );
  const obligation = rule.obligation(scene, instance.params);
  return Array.from(rule.compile(scene, obligation, instance.price), (term) => ({ instance, rule, term }));
}

function clip({ first, last }: DayRange, horizon: DayRange): { readonly first: number; readonly last: number } {
  assert(first >= horizon.first && last <= horizon.last, 'A visit is due within the horizon.', { first, last });
  return { first: first - horizon.first, last: last - horizon.first };
}
