import { type Day, daysOf, holds } from '../../domain/calendar.ts';
import { companionHours, welcomeHours } from '../../domain/hours/meeting-hours.ts';
import { type RepDay, repDaysOf } from '../../domain/rep-day/rep-day.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Window } from '../../domain/visiting-hours.ts';
import type { Text } from '../../kernel/text.ts';
import { minutes } from '../../kernel/units.ts';
import { rules } from '../../rules/index.ts';
import { tablesWithoutTravel } from '../../travel/travel-tables.ts';
import { type Alone, visitOf } from './alone.ts';
import { ableReps, longestDay, longestShift, timeWithTravel, whoText } from './able-reps.ts';
import { bestReach, isOutOfReach, outOfReachText, tooShortText } from './reach.ts';
import {
  dayText,
  daysText,
  fill,
  joined,
  lengthDown,
  lengthInFull,
  lengthUp,
  rangeText,
  repsText,
  same,
  verb,
  windowsText,
} from './words.ts';

/** Something that may keep a visit off every rep-day: a fact of the territory, or a rule of the policy. */
export interface Relaxation {
  /** Its public key. */
  readonly thing: string;
  /** The rule that it has most to do with. */
  readonly rule: string;
  /** The case without it; null where it plays no part. */
  readonly relax: (alone: Alone) => Alone | null;
  /** The fact with its numbers, given the rep-days on which the visit would find a place without it. */
  readonly text: (alone: Alone, places: readonly RepDay[]) => Text;
}

/** The things that can keep a visit off empty rep-days, those first that say most to a planner. */
export function relaxationsFor(alone: Alone): readonly Relaxation[] {
  const { territory, series } = alone;
  const reach = bestReach(alone);
  // Hours that are long enough are not the fact where the rep cannot be there, nor where breaks or duties take the time.
  const isShort = reach === null || reach.open.every(({ from, until }) => until - from < series.dwell);
  const inHours = reach !== null && reach.longest >= series.dwell;
  const byRule = isShort ? BY_RULE : BY_RULE.filter((one) => one !== hours);
  const musts = territory.policy.rules.filter(({ rule, price }) => price === 'must' && !NAMED_RULES.has(rule));
  return [
    leave,
    daysOff,
    ...byRule,
    shift,
    ...(isShort || inHours ? [] : [hours]),
    duties,
    breaks,
    ...(inHours && !isShort ? [hours] : []),
    ...musts.map(({ rule }) => mustOf(rule)),
    ...(series.dwell > 60 ? [stay] : []),
    way,
  ];
}

const leave: Relaxation = {
  thing: 'leave',
  rule: 'day/shift',
  relax: (alone) => {
    const { territory, horizon } = alone;
    if (!ableReps(alone).some((rep) => rep.leave.some((day) => holds(horizon, day)))) return null;
    return withReps(
      alone,
      territory.reps.map((rep) => ({ ...rep, leave: rep.leave.filter((day) => !holds(horizon, day)) })),
    );
  },
  text: (alone, places) => {
    const reps = placedReps(alone, places);
    const { days } = visitOf(alone);
    const away = daysOf(days).filter((day) => reps.some((rep) => rep.leave.includes(day)));
    const template = { en: `{who} ${verb(reps, 'is', 'are')} on leave {days}`, zh: '{who}{days}休假' };
    return fill(template, { who: whoText(alone, reps), days: daysText(away) });
  },
};

const daysOff: Relaxation = {
  thing: 'days-off',
  rule: 'day/shift',
  relax: (alone) => {
    const { territory, horizon } = alone;
    const everyDay = { workdays: [1, 2, 3, 4, 5, 6, 7], exceptions: new Map(), knownYears: null } as const;
    const reps = territory.reps.map((rep) => ({ ...rep, shifts: withoutDaysOff(rep) }));
    const worked = repDaysOf({ ...territory, reps, calendar: everyDay }, horizon);
    const present = new Set(alone.repDays.map(({ rep, day }) => `${day} ${rep.id}`));
    const more = worked.filter(({ rep, day }) => !present.has(`${day} ${rep.id}`));
    return more.length === 0 ? null : { ...alone, repDays: [...alone.repDays, ...more] };
  },
  text: (alone, places) => {
    const reps = placedReps(alone, places);
    const who = whoText(alone, reps);
    const { days } = visitOf(alone);
    const free = daysIn(places);
    const isWorking = alone.repDays.some(({ rep, day }) => holds(days, day) && reps.some(({ id }) => id === rep.id));
    if (!isWorking) {
      const template = { en: `{who} ${verb(reps, 'does', 'do')} not work {days}`, zh: '{who}{days}不上班' };
      return fill(template, { who, days: rangeText(days.first, days.last) });
    }
    const template = {
      en: `it can only be visited {days}, when {who} ${verb(reps, 'does', 'do')} not work`,
      zh: '只能在{days}拜访，而{who}不上班',
    };
    return fill(template, { who, days: daysText(free) });
  },
};

const CANNOT_COME: Text = {
  en: 'it requires {rep}, who has no hours on these days that suit it',
  zh: '指定由{rep}拜访，而其这几天没有合适的时间',
};
const MAY_NOT: Text = {
  en: 'it requires {rep}, but only {makers} may make this visit',
  zh: '指定由{rep}拜访，但本次拜访只能由{makers}进行',
};

const requiredRep = byRule('stop/allowed-rep', 'required-rep', (alone) => {
  const { requiredRep: id } = alone.series.customer;
  const reps = alone.territory.reps.filter((rep) => rep.id === id);
  if (id !== null && reps.length === 0) return same2('the rep whom it requires does not visit here', '指定的客户经理不在此处拜访');
  const makers = alone.territory.reps.filter((rep) => alone.series.makers.includes(rep.id));
  if (id !== null)
    return fill(makers.some((rep) => rep.id === id) ? CANNOT_COME : MAY_NOT, { rep: repsText(reps), makers: repsText(makers) });
  if (makers.length === 0) return same2('nobody has the post for this visit', '没有符合岗位要求的人员');
  return fill({ en: 'only {reps} may make this visit', zh: '本次拜访只能由{reps}进行' }, { reps: repsText(makers) });
});

const area = byRule('stop/allowed-area', 'area', ({ series: { customer } }) =>
  fill(
    { en: 'only reps of its area {area} may visit it', zh: '只有负责{area}片区的客户经理可以拜访' },
    { area: same(customer.area ?? '') },
  ),
);

const closed = byRule('stop/closed-days', 'closed-days', (alone) => {
  const { days } = visitOf(alone);
  return fill(
    { en: 'it is closed {days}', zh: '{days}停业' },
    { days: daysText(alone.series.customer.closedDays.filter((day) => holds(days, day)).toSorted((a, b) => a - b)) },
  );
});

const hours = byRule('stop/opening-hours', 'visiting-hours', (alone) => {
  const reach = bestReach(alone);
  const short = reach === null ? null : tooShortText(alone, reach, lengthInFull(alone.series.dwell));
  if (short !== null) return short;
  if (reach !== null && isOutOfReach(alone, reach)) return outOfReachText(alone, reach);
  const worked = workedDays(alone);
  const first = worked.map((day) => ({ day, open: welcomeHours(alone.territory, alone.series, day) })).find(({ open }) => open.length > 0);
  if (first === undefined) return same2('it has no visiting hours on the days on which reps could come', '在可拜访的各天都没有可拜访时间');
  return fill(
    { en: 'its visiting hours, {hours} on {day}, do not leave enough time', zh: '可拜访时间（{day} {hours}）不够用' },
    { hours: same(windowsText(first.open)), day: dayText(first.day) },
  );
});

const appointment = byRule('stop/appointments', 'agreed-time', ({ series }) => {
  const [first] = series.times ?? [];
  const named = series.commitments.find(({ at }) => at !== null);
  const day = first?.day ?? named?.day;
  const at = first?.from ?? named?.at ?? null;
  if (day === undefined || at === null) return same2('its time is agreed', '时间已约定');
  const window = { from: at, until: first?.until ?? at };
  const text = first === undefined ? windowsText([window]).slice(0, 5) : windowsText([window]);
  return fill({ en: 'its time is agreed: {day}, {time}', zh: '时间已约定：{day} {time}' }, { day: dayText(day), time: same(text) });
});

const companion = byRule('stop/companions', 'companion', (alone) => {
  const { series, territory } = alone;
  const name = series.companion?.name ?? '';
  const day = workedDays(alone).find((one) => (companionHours(territory, series, one) ?? []).length > 0);
  const open: readonly Window[] = day === undefined ? [] : (companionHours(territory, series, day) ?? []);
  if (day === undefined) return fill({ en: 'its companion {name} has no time on these days', zh: '陪同人员{name}这几天没有空' }, { name });
  return fill(
    { en: 'its companion {name} has time {hours} only, on {day}', zh: '陪同人员{name}在{day}只有{hours}有空' },
    { name, hours: same(windowsText(open)), day: dayText(day) },
  );
});

/** Rules with words of their own for one visit. */
const BY_RULE = [requiredRep, area, closed, hours, appointment, companion];

const shift: Relaxation = {
  thing: 'shift',
  rule: 'day/shift',
  relax: (alone) => withoutRule(alone, 'day/shift'),
  text: (alone) => {
    const { all, travel } = timeWithTravel(alone);
    const reach = bestReach(alone);
    if (all <= longestDay(alone) && reach !== null && isOutOfReach(alone, reach)) return outOfReachText(alone, reach);
    const long = { need: lengthUp(all), travel: lengthUp(travel), most: lengthDown(longestDay(alone)) };
    return fill(
      {
        en: 'with {travel} of travel it takes {need}, and the longest day in the field has {most}',
        zh: '连同路程{travel}共需{need}，而最长的外勤时间只有{most}',
      },
      long,
    );
  },
};

const duties: Relaxation = {
  thing: 'duties',
  rule: 'day/duties',
  relax: (alone) => (alone.territory.policy.duties.length === 0 ? null : withPolicy(alone, { duties: [] })),
  text: (alone) => {
    const titles = new Map(alone.repDays.flatMap((repDay) => repDay.duties.map(({ duty }) => [duty.id, duty.title])));
    return fill(
      { en: 'the office work ({titles}) takes the time for it', zh: '内勤（{titles}）占用了所需时间' },
      { titles: joined([...titles.values()].slice(0, 4)) },
    );
  },
};

const breaks: Relaxation = {
  thing: 'breaks',
  rule: 'day/breaks',
  relax: (alone) => (alone.territory.policy.breaks.length === 0 ? null : withPolicy(alone, { breaks: [] })),
  text: ({ territory }) =>
    fill(
      { en: 'the breaks ({titles}) take the time for it', zh: '休息（{titles}）占用了所需时间' },
      { titles: joined(territory.policy.breaks.map(({ title }) => title)) },
    ),
};

const stay: Relaxation = {
  thing: 'stay',
  rule: 'day/shift',
  relax: (alone) => ({ ...(withoutRule(alone, 'stop/dwell-minimum') ?? alone), series: { ...alone.series, dwell: minutes(1) } }),
  text: (alone) => {
    const { dwell } = alone.series;
    const longest = longestShift(alone);
    const times = { time: lengthInFull(dwell), longest: lengthDown(longest) };
    if (dwell > longest)
      return fill(
        { en: 'its stay of {time} is longer than every shift: the longest has {longest}', zh: '停留{time}，超过所有班次（最长{longest}）' },
        times,
      );
    return fill({ en: 'no day leaves its stay of {time} in one piece', zh: '没有一天能留出停留所需的整段{time}' }, times);
  },
};

const way: Relaxation = {
  thing: 'way',
  rule: 'leg/allowed-modes',
  relax: (alone) => ({ ...alone, travel: tablesWithoutTravel(alone.travel) }),
  text: (alone) => {
    const { travel } = timeWithTravel(alone);
    if (travel === 0) return same2('no mode of transport leads there', '没有可用的交通方式到达');
    return fill({ en: 'the way there and back takes about {travel}', zh: '往返路程约需{travel}' }, { travel: lengthUp(travel) });
  },
};

/** A rule that has no words of its own here: its title says what it is about. */
const mustOf = (rule: string): Relaxation =>
  byRule(rule, rule, (alone) => {
    const definition = rules.find(({ id }) => id === rule);
    const instance = alone.territory.policy.rules.find((one) => one.rule === rule);
    if (definition === undefined || instance === undefined) return same(rule);
    const { key, values } = definition.sentence(instance.params);
    const sentence = fill(
      definition.sentences[key] ?? definition.title,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    );
    return fill(
      { en: 'the rule "{rule}" forbids it: {sentence}', zh: '受规则“{rule}”限制：{sentence}' },
      { rule: definition.title, sentence: withoutStop(sentence) },
    );
  });

const withoutStop = ({ en, zh }: Text): Text => ({ en: en.replace(/\.$/, ''), zh: zh.replace(/。$/, '') });

function byRule(rule: string, thing: string, text: (alone: Alone, places: readonly RepDay[]) => Text): Relaxation {
  return { thing, rule, relax: (alone) => withoutRule(alone, rule), text };
}

/** Rules whose part a relaxation above has. */
const NAMED_RULES: ReadonlySet<string> = new Set([
  'stop/allowed-rep',
  'stop/allowed-area',
  'stop/closed-days',
  'stop/opening-hours',
  'stop/appointments',
  'stop/companions',
  'day/shift',
  'day/duties',
  'day/breaks',
]);

function withoutRule(alone: Alone, rule: string): Alone | null {
  const { territory } = alone;
  const kept = territory.policy.rules.filter((instance) => instance.rule !== rule);
  if (kept.length === territory.policy.rules.length) return null;
  return { ...alone, territory: { ...territory, policy: { ...territory.policy, rules: kept } } };
}

/** Duties and breaks shape the rep-days: those that a relaxation added stay. */
function withPolicy(alone: Alone, change: Partial<Territory['policy']>): Alone {
  const policy = { ...alone.territory.policy, ...change };
  const territory = { ...alone.territory, policy };
  const days = new Map(repDaysOf(territory, alone.horizon).map((repDay) => [`${repDay.day} ${repDay.rep.id}`, repDay]));
  return { ...alone, territory, repDays: alone.repDays.map((repDay) => days.get(`${repDay.day} ${repDay.rep.id}`) ?? repDay) };
}

function withReps(alone: Alone, reps: readonly Rep[]): Alone {
  const territory = { ...alone.territory, reps };
  return { ...alone, territory, repDays: repDaysOf(territory, alone.horizon) };
}

/** The shifts of a rep who works every day, on days off like on the longest day. */
function withoutDaysOff({ shifts }: Rep): Rep['shifts'] {
  const all = Object.values(shifts).filter((window) => window !== null);
  const [longest] = all.toSorted((a, b) => b.until - b.from - (a.until - a.from));
  const own = (weekday: keyof Rep['shifts']) => shifts[weekday] ?? longest ?? null;
  return { 1: own(1), 2: own(2), 3: own(3), 4: own(4), 5: own(5), 6: own(6), 7: own(7) };
}

const daysIn = (places: readonly RepDay[]): readonly Day[] => [...new Set(places.map(({ day }) => day))].toSorted((a, b) => a - b);

/** The reps of some rep-days, in the territory's order. */
const placedReps = ({ territory }: Alone, places: readonly RepDay[]): readonly Rep[] =>
  territory.reps.filter(({ id }) => places.some(({ rep }) => rep.id === id));

/** The days of the visit on which a rep who may make it works. */
function workedDays(alone: Alone): readonly Day[] {
  const reps = new Set(ableReps(alone).map(({ id }) => id));
  return daysIn(alone.repDays.filter(({ rep, day }) => reps.has(rep.id) && holds(visitOf(alone).days, day)));
}

const same2 = (en: string, zh: string): Text => ({ en, zh });
