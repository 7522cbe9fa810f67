import type { Reason, ReasonClass } from '../../domain/unserved/unserved.ts';
import { literalSentence, type Text } from '../../kernel/text.ts';
import type { Problem } from '../../engine/problem/layout.ts';
import { type Board, apartFrom, isDuty, isPromisedOn, ownDays } from './board.ts';
import { capsWithout, cappingRules } from './caps.ts';
import { fits, standingOf } from './fits.ts';
import { sentenceOf } from './never-fits.ts';
import { capText, ownVisitsText, promisesText, timeText } from './crowded-texts.ts';
import { fill } from './words.ts';

/** What a planned day holds that may keep a visit out, and how the days look without it. */
interface Crowd {
  readonly thing: string;
  readonly rule: string;
  readonly class: ReasonClass;
  readonly without: (days: Days) => Days;
  readonly text: (board: Board, visit: number) => Text;
}

/** Planned days while things are taken off them. */
interface Days {
  readonly problem: Problem;
  readonly tours: readonly (readonly number[])[];
  readonly closed: ReadonlySet<number>;
}

/**
 * The reason why a visit that would fit on an empty day finds no place on the planned ones: its own customer's visits, a
 * cap of the policy, the other visits of the days, or what is promised to others; one of them where that is enough, else two.
 */
export function crowdedOut(board: Board, visit: number): Reason {
  const { problem, tours } = board.planned;
  const now: Days = { problem, tours, closed: ownDays(board, visit) };
  const crowds = crowdsOf(board, visit);
  const isEnough = ({ problem: relaxed, tours: left, closed }: Days) => fits(standingOf(relaxed, left, board.effort), visit, closed);
  for (const crowd of crowds) if (isEnough(crowd.without(now))) return reasonOf(board, visit, [crowd]);
  for (const [i, one] of crowds.entries()) {
    for (const other of crowds.slice(i + 1)) {
      if (isEnough(other.without(one.without(now)))) return reasonOf(board, visit, [one, other]);
    }
  }
  return { class: 'no-time', rule: 'day/shift', because: [], sentence: literalSentence(MORE_THAN_TWO) };
}

const MORE_THAN_TWO: Text = { en: 'More than two things fill its days.', zh: '有两个以上的原因占满了可拜访的各天。' };

function crowdsOf(board: Board, visit: number): readonly Crowd[] {
  const { problem } = board.planned;
  const apart = apartFrom(problem, problem.visits.series[visit] ?? 0);
  const isOwn = (other: number) => apart.has(problem.visits.series[other] ?? -1);
  const keep = ({ tours, ...days }: Days, isKept: (other: number, r: number) => boolean): Days => ({
    ...days,
    tours: tours.map((tour, r) => tour.filter((other) => isDuty(problem, other) || isKept(other, r))),
  });
  const caps = cappingRules(board.compiled).map((rule): Crowd => ({
    thing: rule,
    rule,
    class: 'no-time',
    without: (days) => ({ ...days, problem: capsWithout(board.compiled, rule) }),
    text: () => capText(board.compiled, rule),
  }));
  return [
    {
      thing: 'own-visits',
      rule: 'customer/frequency',
      class: 'no-time',
      without: (days) => ({ ...keep(days, (other) => !isOwn(other)), closed: new Set() }),
      text: ownVisitsText,
    },
    ...caps,
    {
      thing: 'other-visits',
      rule: 'day/shift',
      class: 'no-time',
      without: (days) => keep(days, (other, r) => isOwn(other) || isPromisedOn(board, other, r)),
      text: timeText,
    },
    {
      thing: 'promises',
      rule: 'plan/keep-promises',
      class: 'promises',
      without: (days) => keep(days, (other, r) => isOwn(other) || !isPromisedOn(board, other, r)),
      text: promisesText,
    },
  ];
}

function reasonOf(board: Board, visit: number, crowds: readonly Crowd[]): Reason {
  const [one, other] = crowds.map(({ text }) => text(board, visit));
  const text =
    one === undefined
      ? MORE_THAN_TWO
      : other === undefined
        ? one
        : fill({ en: '{one}; and {other}', zh: '{one}；且{other}' }, { one, other });
  const isPromise = crowds.some((crowd) => crowd.class === 'promises');
  return {
    class: isPromise ? 'promises' : 'no-time',
    rule: crowds[0]?.rule ?? '',
    because: crowds.map(({ thing }) => thing),
    sentence: literalSentence(sentenceOf(text)),
  };
}
