import type { UnservedVisit } from '../../domain/plan.ts';
import { type Reason, needOf } from '../../domain/unserved/unserved.ts';
import { literalSentence, type Text } from '../../kernel/text.ts';
import type { Solution } from '../../engine/problem/layout.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { aloneOf } from './alone.ts';
import { type Board, boardOf, dueVisit, ownDays } from './board.ts';
import { crowdedOut } from './crowded-out.ts';
import { dearestRules, missed } from './dearest-rule.ts';
import type { Effort } from './effort.ts';
import { fits, slotsFor } from './fits.ts';
import { endsEarly, withLaterDay } from './later-days.ts';
import { keyOfLike, keyOfWords } from './like-visits.ts';
import { neverFits } from './never-fits.ts';
import { fill, lengthDown, lengthUp } from './words.ts';

/** The reasons of an unserved visit: one, or none where nothing explains it. */
type Reasons = UnservedVisit['reasons'];

/** The rule that prices unserved visits. */
const PRICING_RULE = 'customer/frequency';

/** Explains the visits that a solution leaves out. */
export interface Explainer {
  /** The reason why a visit is unserved. */
  readonly explain: (visit: number) => Reasons;
  /** Better reasons for visits that would cost more than they are worth, step by step: they name the dearest rule. */
  readonly refine: (visits: readonly number[]) => Generator<void, ReadonlyMap<number, Reasons>>;
}

/**
 * Makes the explainer of a solution, which counts its work in `effort`. A visit of a customer
 * who is not behind its pace is simply not due yet. One that would fit as the days stand costs more than it is worth. One
 * that would fit on no empty day can never fit. Any other finds its days full.
 */
export function explainer(
  compiled: CompiledProblem,
  solution: Pick<Solution, 'slots'>,
  { travel, effort }: { readonly travel: TravelTables; readonly effort: Effort },
): Explainer {
  const board = boardOf(compiled, solution, travel, effort);
  const known = new Map<string, Reason>();
  const explain = (index: number): Reasons => {
    effort.add(1);
    const { series, visit } = dueVisit(compiled, index);
    if (needOf(series, visit) === 'pull-forward') return [notBehind];
    // On days after its last one a visit may differ from others.
    const own = endsEarly(board, index) ? index : '';
    const key = `${own};${keyOfLike(compiled.problem, index, ownDays(board, index))};${keyOfWords(series)};${compiled.problem.visits.price[index]}`;
    const reason = known.get(key) ?? reasonFor(board, index);
    known.set(key, reason);
    return [reason];
  };
  return { explain, refine: (visits) => refined(board, visits, explain) };
}

/** Visits with one reason are alike: the first of them is evaluated for all. */
function* refined(board: Board, visits: readonly number[], explain: Explainer['explain']): Generator<void, ReadonlyMap<number, Reasons>> {
  const reasons = visits.flatMap((visit) => explain(visit).map((reason) => ({ visit, reason })));
  const alike = [
    ...Map.groupBy(
      reasons.filter(({ reason }) => isDear(reason)),
      ({ reason }) => reason,
    ).values(),
  ];
  if (alike.length === 0) return new Map();
  const found = yield* dearestRules(
    board,
    alike.flatMap(([first]) => (first === undefined ? [] : [first])),
  );
  return new Map(
    alike.flatMap((same) => {
      const reason = found.get(same[0]?.visit ?? -1);
      return reason === undefined ? [] : same.map(({ visit }) => [visit, [reason]] as const);
    }),
  );
}

const isDear = (reason: Reason): boolean => reason.class === 'not-worth' && reason.because.includes('price');

const NOTHING: ReadonlySet<number> = new Set();

function reasonFor(board: Board, index: number): Reason {
  const { compiled, travel, planned, empty, effort } = board;
  const free = [...slotsFor(planned, index, ownDays(board, index))];
  if (free.length > 0) return notWorth(compiled.problem.visits.price[index] ?? 0, board.worth.leastRise(index, free));
  if (fits(empty, index, NOTHING)) return withLaterDay(board, index, crowdedOut(board, index));
  const { series, visit } = dueVisit(compiled, index);
  return withLaterDay(board, index, neverFits(aloneOf(compiled, travel, series, visit), effort) ?? crowdedOut(board, index));
}

/** The reason for a visit whose customer is not behind its pace. */
export const notBehind: Reason = {
  class: 'not-behind',
  rule: PRICING_RULE,
  because: ['pace'],
  sentence: literalSentence({
    en: 'Its customer is not behind its pace: it could be pulled forward, but need not be made yet.',
    zh: '客户进度未落后：可以提前，但尚不必安排。',
  }),
};

const NOT_WORTH: Text = {
  en: 'It would fit, but with it the plan would cost {rise} more, the {price} that leaving it out costs included.',
  zh: '可以排下，但即使计入不安排的代价{price}，计划成本仍会增加{rise}。',
};

/** A visit that would fit, and by how much the plan's cost would rise at least. Where it would not, the search was too short. */
function notWorth(price: number, rise: number | null): Reason {
  if (rise !== null && rise <= 0) return missed;
  const text = fill(NOT_WORTH, { price: lengthDown(price), rise: lengthUp(rise ?? 0) });
  return { class: 'not-worth', rule: PRICING_RULE, because: ['price'], sentence: literalSentence(text) };
}
