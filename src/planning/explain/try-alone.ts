import { holds, isWorkingDay } from '../../domain/calendar.ts';
import { type Commitment, isPromised } from '../../domain/commitment.ts';
import { nameWithId } from '../../domain/names.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Reason } from '../../domain/unserved/unserved.ts';
import type { VisitWarning } from '../../domain/unserved/visit-warning.ts';
import { literalSentence, type Text } from '../../kernel/text.ts';
import { formatClock } from '../../kernel/units.ts';
import type { CustomerId } from '../../kernel/ids.ts';
import type { Scene } from '../../rules/rule.ts';
import type { TravelTables } from '../../travel/travel-tables.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { aloneOf } from './alone.ts';
import { dueVisit } from './board.ts';
import { Effort } from './effort.ts';
import { emptyTours, fits, standingOf } from './fits.ts';
import { keyOfLike, keyOfWords } from './like-visits.ts';
import { neverCalled } from './never-called.ts';
import { neverFits } from './never-fits.ts';
import { dayText, fill } from './words.ts';

/** Work after which no more kinds of visits are looked into: about four seconds. */
const MOST_EFFORT = 4_000_000;

const NO_DAYS: ReadonlySet<number> = new Set();

/** Tries each due visit and call alone on empty rep-days: warnings for those that can never fit, like ones together. */
export function tryAlone(compiled: CompiledProblem, travel: TravelTables): readonly VisitWarning[] {
  const { problem, scene } = compiled;
  const effort = new Effort();
  const empty = standingOf(problem, emptyTours(problem), effort);
  const known = new Map<string, Reason | null>();
  const found: Found[] = [];
  for (let index = 0; index < (problem.visits.bySeries[scene.series.length] ?? 0); index++) {
    const { series, visit } = dueVisit(compiled, index);
    const key = `${keyOfLike(problem, index, NO_DAYS)};${keyOfWords(series)}`;
    let reason = known.get(key);
    if (reason === undefined) {
      if (fits(empty, index, NO_DAYS)) reason = null;
      else reason = effort.spent > MOST_EFFORT ? NOT_EXPLAINED : neverFits(aloneOf(compiled, travel, series, visit), effort);
      known.set(key, reason);
    }
    if (reason !== null)
      found.push({ customer: series.customer.id, about: 'never-fits', because: reason.because, sentence: reason.sentence });
  }
  const calls = scene.calls.flatMap((series) =>
    series.visits.flatMap((visit): readonly Found[] => {
      const reason = neverCalled({ ...scene, series, visit });
      if (reason === null) return [];
      return [{ customer: series.customer.id, about: 'never-fits', because: reason.because, sentence: reason.sentence }];
    }),
  );
  return grouped([...found, ...calls]);
}

const NOT_EXPLAINED: Reason = {
  class: 'never-fits',
  rule: 'day/shift',
  because: [],
  sentence: literalSentence({ en: 'Not explained yet: plan it, and see the reason there.', zh: '原因尚未分析，请见计划中的说明。' }),
};

/** Warnings for promises of days on which the promised rep does not work. */
export function unkeepable({ territory, horizon, repDays }: Pick<Scene, 'territory' | 'horizon' | 'repDays'>): readonly VisitWarning[] {
  const worked = new Set(repDays.map(({ rep, day }) => `${day} ${rep.id}`));
  const broken = territory.commitments.filter(
    (one) => isPromised(one) && holds(horizon, one.day) && one.rep !== null && !worked.has(`${one.day} ${one.rep}`),
  );
  return grouped(
    broken.flatMap((promise): readonly Found[] => {
      const text = textOf(territory, promise);
      return text === null
        ? []
        : [{ customer: promise.customer, about: 'promise', because: [text.thing], sentence: literalSentence(text.text) }];
    }),
  );
}

function textOf({ reps, calendar }: Territory, { day, rep, at }: Commitment): { readonly thing: string; readonly text: Text } | null {
  const person = reps.find(({ id }) => id === rep);
  if (person === undefined) return null;
  const isOnLeave = person.leave.includes(day);
  const values = { rep: nameWithId(person), day: dayText(day), time: at === null ? '' : ` ${formatClock(at)}` };
  if (isOnLeave) return { thing: 'leave', text: fill(ON_LEAVE, values) };
  return { thing: 'days-off', text: fill(isWorkingDay(calendar, day) ? ON_DAY_OFF : ON_HOLIDAY, values) };
}

const ON_LEAVE: Text = {
  en: 'The visit promised for {day}{time} falls on the leave of {rep}.',
  zh: '承诺于{day}{time}的拜访正逢{rep}休假。',
};
const ON_DAY_OFF: Text = {
  en: 'The visit promised for {day}{time} falls on a day on which {rep} does not work.',
  zh: '承诺于{day}{time}的拜访正逢{rep}不上班。',
};
const ON_HOLIDAY: Text = {
  en: 'The visit promised by {rep} for {day}{time} falls on a day that is no working day.',
  zh: '{rep}承诺于{day}{time}的拜访正逢非工作日。',
};

/** A warning about one visit. */
type Found = Pick<VisitWarning, 'about' | 'because' | 'sentence'> & { readonly customer: CustomerId };

/** Warnings with the same sentence as one. */
function grouped(found: readonly Found[]): readonly VisitWarning[] {
  const groups = Map.groupBy(found, ({ about, sentence }) => `${about} ${sentence.values['en']}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { about, because, sentence } = first;
    return [{ about, because, sentence, customers: [...new Set(same.map(({ customer }) => customer))], visits: same.length }];
  });
}
