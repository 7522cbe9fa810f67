import { brokenPromises } from '../domain/broken-promises.ts';
import type { Day } from '../domain/calendar.ts';
import { nameWithId } from '../domain/names.ts';
import type { RepId } from '../kernel/ids.ts';
import type { Language } from '../kernel/text.ts';
import type { Seconds } from '../kernel/units.ts';
import { clockName, dayName, phrases } from './phrases.ts';
import type { PublishedPlan } from './published-plan.ts';
import { contactName } from './visit-names.ts';

/** A broken promise in words: whom to call, what was promised, and what the plan has now. */
export interface BrokenPromiseRow {
  readonly customer: string;
  readonly promised: string;
  readonly now: string;
  /** The reps whom it concerns: the promised one and the new one. */
  readonly reps: readonly RepId[];
}

/** The promises to customers that the plan breaks, in words, by day. */
export function brokenPromiseRows({ plan, territory }: PublishedPlan, language: Language): readonly BrokenPromiseRow[] {
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const reps = new Map(territory.reps.map((rep) => [rep.id, nameWithId(rep)]));
  const when = ({ day, start, rep }: Meeting) => {
    const time = start === null ? '' : ` ${clockName(start)}`;
    const person = rep === null ? '' : `${language === 'zh' ? '，' : ', '}${reps.get(rep) ?? rep}`;
    return `${dayName(day, language).replaceAll('  ', ' ')}${time}${person}`;
  };
  return brokenPromises(plan, territory).map(({ promise, instead }) => {
    const customer = customers.get(promise.customer);
    const contact = contactName(promise.contact, customer);
    return {
      customer: `${customer === undefined ? promise.customer : nameWithId(customer)}${contact === '' ? '' : ` · ${contact}`}`,
      promised: when({ day: promise.day, start: promise.at, rep: promise.rep }),
      now: instead === null ? phrases.leftOut[language] : when(instead),
      reps: [promise.rep, instead?.rep ?? null].filter((rep) => rep !== null),
    };
  });
}

/** A visit as far as it is settled: null for any time, and for any rep. */
interface Meeting {
  readonly day: Day;
  readonly start: Seconds | null;
  readonly rep: RepId | null;
}
