import { parseDay } from '../../domain/calendar.ts';
import type { Territory } from '../../domain/territory.ts';
import type { PlacedValue } from '../../kernel/finding.ts';
import { customerId, visitId } from '../../kernel/ids.ts';
import type { Plan } from '../../domain/plan.ts';
import type { StartPlan, StartVisit } from '../../domain/start-plan.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, recordsOf } from '../reading/source.ts';
import { territoryErrors } from '../territory/errors.ts';
import { readPlan } from './read-plan.ts';

/** Days and customers that stay as they are, as written; the territory, and where findings go. */
interface Reading {
  readonly fixed: readonly PlacedValue[];
  readonly territory: Territory;
  readonly findings: Findings;
}

/**
 * Reads a plan to start from, out of a plan document or the `plan` in it. Days of reps and visits of customers who have left
 * the territory are left out. Gives null after findings.
 */
export function readStartPlan(source: Source, { fixed, territory, findings }: Reading): StartPlan | null {
  const before = findings.count;
  const given = partOf(source, 'plan').value === undefined ? source : partOf(source, 'plan');
  const plan = readPlan({ ...given, value: presentOf(given, territory) }, territory, findings);
  const customers = new Set<string>(territory.customers.map(({ id }) => id));
  const written = fixed.map(({ at, value }) => ({ at, value: String(value), day: parseDay(String(value)) }));
  for (const { at, value, day } of written) {
    if (day === null && !customers.has(value)) findings.report(territoryErrors.customerUnknown({ at, value, choices: customers }));
  }
  if (plan === null || findings.count > before) return null;
  return {
    plan,
    days: written.flatMap(({ day }) => (day === null ? [] : [day])),
    customers: written.flatMap(({ day, value }) => (day === null ? [customerId(value)] : [])),
    gone: goneOf(given, plan),
  };
}

/** The visits of a document that are not in the plan that was read from it. */
function goneOf(given: Source, plan: Plan): readonly StartVisit[] {
  const read = new Set<unknown>(plan.days.flatMap(({ stops }) => stops.flatMap((stop) => (stop.type === 'visit' ? [stop.visit] : []))));
  return recordsOf(partOf(given, 'days')).flatMap((one) => {
    const day = parseDay(String(partOf(one, 'day').value));
    return recordsOf(partOf(one, 'stops')).flatMap((stop): readonly StartVisit[] => {
      const [visit, customer] = [partOf(stop, 'visit').value, partOf(stop, 'customer').value];
      if (day === null || partOf(stop, 'type').value !== 'visit' || read.has(visit)) return [];
      return typeof visit === 'string' && typeof customer === 'string'
        ? [{ visit: visitId(visit), customer: customerId(customer), day }]
        : [];
    });
  });
}

/** The days of a plan without reps, customers and legs that are not there; only stops matter for a start. */
function presentOf(given: Source, territory: Territory): unknown {
  const reps = new Set<unknown>(territory.reps.map(({ id }) => id));
  const customers = new Set<unknown>(territory.customers.map(({ id }) => id));
  if (typeof given.value !== 'object' || given.value === null) return given.value;
  const days = recordsOf(partOf(given, 'days')).filter((day) => reps.has(partOf(day, 'rep').value));
  return {
    ...given.value,
    unserved: [],
    pullForward: [],
    days: days.map((day) => ({
      ...without(day.value, 'vehicle'),
      legs: [],
      stops: recordsOf(partOf(day, 'stops'))
        .filter((stop) => partOf(stop, 'customer').value === undefined || customers.has(partOf(stop, 'customer').value))
        .map(({ value }) => without(value, 'contact')),
    })),
  };
}

/** An object without a field; anything else as it is, for the schema to report. */
const without = (value: unknown, field: string): object =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== field))
    : Object(value);
