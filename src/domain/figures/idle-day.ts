import type { RepId } from '../../kernel/ids.ts';
import { type Text, render } from '../../kernel/text.ts';
import type { Day } from '../calendar.ts';
import type { Customer } from '../customer.ts';
import { makersOf, mayMake } from '../may-serve.ts';
import { welcomeHours } from '../hours/meeting-hours.ts';
import { nameWithId } from '../names.ts';
import type { Plan, UnservedVisit } from '../plan.ts';
import type { Rep } from '../rep.ts';
import type { Territory } from '../territory.ts';
import { isMissed } from '../unserved/unserved.ts';

/** A working day of a rep without visits and calls. */
export interface IdleDay {
  readonly rep: RepId;
  readonly day: Day;
  /** Time for visits and travel. */
  readonly fieldTime: number;
}

/**
 * Why a rep's working day has no visit: duties take all of it; nothing that the rep may make is left out, or nothing that can be
 * made on that day, or only what could be pulled forward. Otherwise it says how many visits are left out.
 */
export function idleNote(territory: Territory, plan: Pick<Plan, 'unserved'>, { rep, day, fieldTime }: IdleDay): Text {
  const person = territory.reps.find(({ id }) => id === rep);
  if (fieldTime <= 0) return DUTIES;
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const left = plan.unserved.flatMap((visit) => {
    const customer = customers.get(visit.customer);
    return customer !== undefined && person !== undefined && mayCome(territory, person, { visit, customer }) ? [{ visit, customer }] : [];
  });
  const values = { rep: person === undefined ? rep : nameWithId(person) };
  if (left.length === 0) return filled(NOTHING_DUE, values);
  const reachable = left.filter((one) => isReachable(territory, one, day));
  if (reachable.length === 0) return filled(NOBODY, { ...values, count: left.length });
  const missed = reachable.filter(({ visit }) => isMissed(visit));
  return missed.length === 0
    ? filled(NOT_BEHIND, { ...values, count: reachable.length })
    : filled(LEFT_OUT, { ...values, count: missed.length });
}

const DUTIES: Text = { en: 'Duties take the whole day.', zh: '全天为内勤。' };
const NOTHING_DUE: Text = { en: 'No further visit is due for {rep}.', zh: '{rep}没有其他应访的拜访。' };
const NOBODY: Text = {
  en: 'Nobody whom {rep} could still visit has visiting hours that day (visits left out: {count}).',
  zh: '{rep}尚可拜访的客户当天均无可拜访时间（未安排{count}次）。',
};
const NOT_BEHIND: Text = {
  en: 'Nobody left for {rep} is behind pace (visits that could be pulled forward: {count}).',
  zh: '{rep}尚可拜访的客户进度均未落后（可提前{count}次）。',
};
const LEFT_OUT: Text = {
  en: 'Visits left out that {rep} may make: {count}. Each has its reason.',
  zh: '{rep}可进行的拜访中有{count}次未安排，各有原因。',
};

const filled = (text: Text, values: Readonly<Record<string, string | number>>): Text => ({
  en: render(text, values, 'en'),
  zh: render(text, values, 'zh'),
});

/** A visit without a place, and its customer. */
interface LeftOut {
  readonly visit: UnservedVisit;
  readonly customer: Customer;
}

/** Whether a rep may make a visit that is left out, by kind, posts, customer and request. */
function mayCome({ policy, requests, reps }: Territory, rep: Rep, { visit, customer }: LeftOut): boolean {
  const { kind, answers } = visit;
  if (kind === 'call') return false;
  const asked = requests.filter(({ id }) => answers.some(({ request }) => request === id));
  if (asked.some((request) => request.rep !== null && request.rep !== rep.id)) return false;
  const own = policy.frequencies.filter(({ id }) => asked.length === 0 && visit.visit.includes(`/${id}/`));
  const makings = own.length > 0 ? own : [{ kind, posts: [] }];
  return makings.some((making) => mayMake(rep, { customer, makers: makersOf(reps, customer, making).map(({ id }) => id) }));
}

/** Whether a customer can be visited on a day as far as the policy insists on hours and closed days. */
function isReachable(territory: Territory, { visit, customer }: LeftOut, day: Day): boolean {
  const isMust = (rule: string) => territory.policy.rules.some((instance) => instance.rule === rule && instance.price === 'must');
  if (isMust('stop/closed-days') && customer.closedDays.includes(day)) return false;
  const contact = customer.contacts.find(({ id }) => id === visit.contact) ?? null;
  return !isMust('stop/opening-hours') || welcomeHours(territory, { customer, contact }, day).length > 0;
}
