import type { AggregateTerm } from '../../terms/terms.ts';
import { FORBIDDEN } from '../../terms/terms.ts';
import { NEVER, type Problem } from '../../engine/problem/layout.ts';
import type { AttributedTerm, CompiledProblem } from '../compile/compile-problem.ts';

/** Problems without one rule's caps: made once for each rule. */
const relaxed = new WeakMap<CompiledProblem, Map<string, Problem>>();

/** A hard cap of a slot other than its end, with the rule that it comes from. */
interface Cap {
  readonly rule: string;
  readonly term: AggregateTerm;
}

const capsOf = (terms: readonly AttributedTerm[]): readonly Cap[] =>
  terms.flatMap(({ instance, term }) =>
    term.term === 'aggregate' && term.price === FORBIDDEN && term.of !== 'end' ? [{ rule: instance.rule, term }] : [],
  );

/** The rules that cap what a day holds, besides its end. */
export const cappingRules = ({ terms }: CompiledProblem): readonly string[] => [...new Set(capsOf(terms).map(({ rule }) => rule))];

/** The problem without the caps of a rule. The other arrays are shared. */
export function capsWithout(compiled: CompiledProblem, rule: string): Problem {
  const byRule = relaxed.get(compiled) ?? new Map<string, Problem>();
  relaxed.set(compiled, byRule);
  const problem = byRule.get(rule) ?? relax(compiled, rule);
  byRule.set(rule, problem);
  return problem;
}

function relax({ problem, terms }: CompiledProblem, dropped: string): Problem {
  const caps = capsOf(terms).filter(({ rule }) => rule !== dropped);
  const { slots, amounts, series } = problem;
  const capOf = (aggregate: 'first' | 'travel' | 'work') => {
    const values = new Int32Array(slots.count).fill(NEVER);
    for (const { term } of caps) if (term.of === aggregate) values[term.slot] = Math.min(values[term.slot] ?? NEVER, term.limit);
    return values;
  };
  const cap = new Int32Array(amounts.cap.length).fill(NEVER);
  for (const { term } of caps) {
    if (typeof term.of === 'string') continue;
    const { per } = term.of;
    const k = Array.from({ length: amounts.count }, (_, index) => index).find((index) =>
      per.every((units, s) => units === amounts.perVisit[index * series.count + s]),
    );
    const at = term.slot * amounts.count + (k ?? 0);
    cap[at] = Math.min(cap[at] ?? NEVER, term.limit);
  }
  return {
    ...problem,
    slots: { ...slots, firstCap: capOf('first'), travelCap: capOf('travel'), workCap: capOf('work') },
    amounts: { ...amounts, cap },
  };
}
