import { type Day, holds } from '../../domain/calendar.ts';
import { isPromised } from '../../domain/commitment.ts';
import { nameWithId } from '../../domain/names.ts';
import { FAR } from '../../engine/problem/layout.ts';
import type { Text } from '../../kernel/text.ts';
import { rules } from '../../rules/index.ts';
import type { CompiledProblem } from '../compile/compile-problem.ts';
import { ableReps, whoText } from './able-reps.ts';
import { type Board, apartFrom, dueVisit, isPromisedOn, ownDays } from './board.ts';
import { fitsOn, freeTime, leastNeed, mayBeOn } from './fits.ts';
import { earliestStart } from './timeline.ts';
import { dayText, daysText, fill, lengthDown, lengthInFull, lengthUp, rangeText, same, verb } from './words.ts';

/** `Ann has no time left from 11 to 15 January: it needs 0:50, at most 0:20 are free, on Tue 12 January`. */
export function timeText(board: Board, visit: number): Text {
  const { series } = dueVisit(board.compiled, visit);
  const { territory } = board.compiled.scene;
  const reps = ableReps({ territory, series });
  const who = whoText({ series }, reps);
  const none = fill(
    { en: `{who} ${verb(reps, 'has', 'have')} no time left {days}`, zh: '{who}{days}没有空余时间' },
    { who, days: openDaysText(board, visit) },
  );
  const best = leastShort(board, visit);
  if (best === null) return none;
  const repDay = board.compiled.scene.repDays[best.slot];
  if (repDay === undefined) return none;
  const on =
    reps.length > 1
      ? fill({ en: '{day} ({rep})', zh: '{day}（{rep}）' }, { day: dayText(repDay.day), rep: nameWithId(repDay.rep) })
      : dayText(repDay.day);
  const values = { none, need: lengthUp(best.need), free: lengthDown(best.free), on };
  if (best.need > best.free)
    return fill(
      { en: '{none}: it needs {need}, at most {free} are free, on {on}', zh: '{none}：本次拜访需{need}，最多空余{free}（{on}）' },
      values,
    );
  const inFull = { ...values, need: lengthInFull(best.need), free: lengthInFull(best.free) };
  return fill(
    {
      en: '{none}: it needs {need}; on {on} up to {free} are free, but not in one piece at a time that suits it',
      zh: '{none}：本次拜访需{need}，{on}虽最多空余{free}，但不是可拜访时间内的整段时间',
    },
    lengthUp(best.need) > lengthDown(best.free) ? inFull : values,
  );
}

/** The days on which a visit could be: all days of its reps as a range, or those of them on which the customer or contact has hours. */
function openDaysText(board: Board, visit: number): Text {
  const { compiled, planned } = board;
  const { problem } = planned;
  const { series, visit: due } = dueVisit(compiled, visit);
  const { territory, repDays } = compiled.scene;
  const s = problem.visits.series[visit] ?? 0;
  const closed = ownDays(board, visit);
  const reps = new Set(ableReps({ territory, series }).map(({ id }) => id));
  const days = repDays.flatMap(({ rep, day }, slot) => {
    const index = problem.slots.day[slot] ?? -1;
    if (!reps.has(rep.id) || !holds(due.days, day) || closed.has(index)) return [];
    return [{ day, isOpen: mayBeOn(problem, visit, slot) && earliestStart(problem, s, index, 0) < FAR }];
  });
  const open = distinct(days.filter(({ isOpen }) => isOpen).map(({ day }) => day));
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return rangeText(due.days.first, due.days.last);
  const worked = distinct(days.map(({ day }) => day));
  if (worked.length === open.length) return rangeText(first, last);
  const isUnbroken = worked.filter((day) => first <= day && day <= last).length === open.length;
  const text = isUnbroken ? rangeText(first, last) : daysText(open);
  return fill({ en: '{text} (the only days for it)', zh: '{text}（仅这些天可拜访）' }, { text });
}

/** Days in order, each once. */
const distinct = (days: readonly Day[]): readonly Day[] => [...new Set(days)].toSorted((a, b) => a - b);

/** The slot that lacks least time for a visit, among those on which it would fit if nothing else were planned. */
function leastShort(board: Board, visit: number) {
  const { planned, empty } = board;
  const closed = ownDays(board, visit);
  const options = planned.tours.keys().flatMap((slot) => {
    if (!mayBeOn(planned.problem, visit, slot) || closed.has(planned.problem.slots.day[slot] ?? -1)) return [];
    const need = leastNeed(planned, visit, slot);
    return [{ slot, need, free: freeTime(planned, visit, { slot, need }) }];
  });
  const sorted = [...options].toSorted((a, b) => a.need - a.free - (b.need - b.free) || a.slot - b.slot);
  return sorted.find(({ slot }) => fitsOn(empty, visit, slot)) ?? null;
}

/** `On each day that Ann works it is visited already`, or the days on which it is. */
export function ownVisitsText(board: Board, visit: number): Text {
  const { compiled, planned } = board;
  const { series } = dueVisit(compiled, visit);
  const { territory, repDays } = compiled.scene;
  const who = whoText({ series }, ableReps({ territory, series }));
  const closed = ownDays(board, visit);
  const able = planned.tours.keys().filter((slot) => mayBeOn(planned.problem, visit, slot));
  if (able.every((slot) => closed.has(planned.problem.slots.day[slot] ?? -1))) {
    return fill({ en: 'on each day that {who} could come it is visited already', zh: '{who}能去的各天都已有对该客户的拜访' }, { who });
  }
  const apart = apartFrom(planned.problem, planned.problem.visits.series[visit] ?? 0);
  const visited = planned.tours.flatMap((tour, slot) => {
    const day = repDays[slot]?.day;
    return day !== undefined && tour.some((other) => apart.has(planned.problem.visits.series[other] ?? -1)) ? [day] : [];
  });
  return fill(
    { en: 'it is visited already {days}, and on the other days it finds no room', zh: '{days}已有对该客户的拜访，其他各天排不下' },
    { days: daysText([...new Set(visited)].toSorted((a, b) => a - b)) },
  );
}

/** `3 visits promised to other customers take the time, the first on Tue 12 January`. */
export function promisesText(board: Board, visit: number): Text {
  const { planned, compiled } = board;
  const kept = planned.tours.flatMap((tour, r) =>
    mayBeOn(planned.problem, visit, r) ? tour.filter((other) => isPromisedOn(board, other, r)).map((other) => ({ other, r })) : [],
  );
  const [first] = kept;
  const day = first === undefined ? undefined : compiled.scene.repDays[first.r]?.day;
  const customer = first === undefined ? undefined : dueVisit(compiled, first.other).series;
  const promise = customer?.commitments.find((one) => one.day === day && isPromised(one));
  if (day === undefined || customer === undefined || promise === undefined)
    return { en: 'visits promised to others take the time', zh: '已承诺他人的拜访占用了时间' };
  if (kept.length === 1)
    return fill(
      { en: 'the visit promised to {name} on {day} takes the time', zh: '已承诺{name}的拜访（{day}）占用了时间' },
      { name: customer.customer.name, day: dayText(day) },
    );
  return fill(
    {
      en: '{count} visits promised to others take the time, such as that to {name} on {day}',
      zh: '{count}次已承诺他人的拜访占用了时间，如{day}的{name}',
    },
    { count: same(String(kept.length)), name: customer.customer.name, day: dayText(day) },
  );
}

/** The rule that caps what a day holds, as a clause. */
export function capText({ scene }: CompiledProblem, rule: string): Text {
  const definition = rules.find(({ id }) => id === rule);
  const instance = scene.territory.policy.rules.find((one) => one.rule === rule);
  if (definition === undefined || instance === undefined) return same(rule);
  const { key, values } = definition.sentence(instance.params);
  const sentence = fill(
    definition.sentences[key] ?? definition.title,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  );
  const clause = { en: sentence.en.replace(/\.$/, ''), zh: sentence.zh.replace(/。$/, '') };
  return fill(
    { en: 'the rule "{rule}" leaves no day for it: {clause}', zh: '受规则“{rule}”限制，各天都排不下：{clause}' },
    { rule: definition.title, clause },
  );
}
