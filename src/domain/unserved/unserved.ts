import type { Sentence, Text } from '../../kernel/text.ts';
import { PULLED_FORWARD, type Visit, type VisitSeries } from '../visit.ts';

/**
 * How much a due visit is needed: required; behind its customer's pace; or not behind it, so that it could be pulled
 * forward and is not missed where it is not.
 */
export type Need = 'required' | 'behind-pace' | 'pull-forward';

/** The need of one of a series' visits. */
export function needOf({ origin }: Pick<VisitSeries, 'origin'>, { required, weight }: Pick<Visit, 'required' | 'weight'>): Need {
  if (required) return 'required';
  const factor = origin.by === 'request' ? origin.request.weight : 1;
  return weight > PULLED_FORWARD * factor ? 'behind-pace' : 'pull-forward';
}

/** Classes of reasons why a visit is unserved, the one that a planner can do least about first. */
export const reasonClasses = {
  'never-fits': { en: 'can never fit', zh: '无论如何排不下' },
  'no-time': { en: 'no time left', zh: '没有空余时间' },
  promises: { en: 'kept out by promises', zh: '因承诺的拜访而排不下' },
  'not-worth': { en: 'would cost more than it is worth', zh: '安排的代价高于不安排' },
  'not-behind': { en: 'not behind pace', zh: '进度未落后' },
} as const satisfies Readonly<Record<string, Text>>;

/** The class of a reason. */
export type ReasonClass = keyof typeof reasonClasses;

/** All classes of reasons. */
export const REASON_CLASSES = ['never-fits', 'no-time', 'promises', 'not-worth', 'not-behind'] as const satisfies readonly ReasonClass[];

/** The reason why a visit is unserved. */
export interface Reason {
  readonly class: ReasonClass;
  /** The rule that it has most to do with. */
  readonly rule: string;
  /** The one or two things without which the visit would find a place, such as `leave`; empty where no two things are enough. */
  readonly because: readonly string[];
  readonly sentence: Sentence;
}

/** All needs, the most urgent first. */
export const NEEDS = ['required', 'behind-pace', 'pull-forward'] as const satisfies readonly Need[];

/** Visits left out by need. Those that could be pulled forward are not unserved. */
export interface LeftOut<T> {
  readonly required: readonly T[];
  readonly behindPace: readonly T[];
  readonly pullForward: readonly T[];
}

/** Visits without a place in a plan, by need. */
export const leftOutOf = <T extends { readonly need: Need }>(unserved: readonly T[]): LeftOut<T> => ({
  required: unserved.filter(({ need }) => need === 'required'),
  behindPace: unserved.filter(({ need }) => need === 'behind-pace'),
  pullForward: unserved.filter(({ need }) => need === 'pull-forward'),
});

/** Whether a visit without a place is missed: it is required, or its customer is behind its pace. */
export const isMissed = ({ need }: { readonly need: Need }): boolean => need !== 'pull-forward';
