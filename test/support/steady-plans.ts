import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { planTerritory } from '../../src/app/plan-territory.ts';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import { type DayRange, addDays, day } from '../../src/domain/calendar.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { planWeeks } from './weeks.ts';
import { type Failure, checkExpectations, readFixture } from './check-expectations.ts';
import { fixtureTerritory } from './fixture-territory.ts';

/** One plan of a preset's territory, which level days and a steady rhythm are expected of. */
export interface SteadyRun {
  readonly fixture: string;
  readonly span: 'week' | 'month';
}

const folder = join(import.meta.dirname, '../../fixtures');
const fileOf = ({ span }: SteadyRun): string => `expect-steady-${span}.json`;

const horizons: Readonly<Record<SteadyRun['span'], DayRange>> = {
  week: { first: day('2026-12-07'), last: day('2026-12-11') },
  month: { first: day('2026-12-01'), last: addDays(day('2026-12-01'), 30) },
};

/** The territories of all presets, for a week and for a month. */
export const steadyRuns: readonly SteadyRun[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted()
  .flatMap((fixture) => (['week', 'month'] as const).map((span) => ({ fixture, span })))
  .filter((run) => readdirSync(join(folder, run.fixture)).includes(fileOf(run)));

/** What a run's plan breaks of what its fixture expects. A month is planned from the history before it. */
export async function steadyFailures(
  run: SteadyRun,
  search: { readonly seed: number; readonly work: number },
): Promise<readonly Failure[]> {
  const horizon = horizons[run.span];
  const whole = fixtureTerritory(run.fixture);
  const territory = { ...whole, history: whole.history.filter((visit) => visit.day < horizon.first) };
  const options = { horizon, travel: estimate, endPlaces: new Map(), seed: search.seed, budget: { work: search.work }, workers: 2 };
  const { plan, cost, kpis } = await planTerritory(territory, options);
  const fixture = readFixture(join(folder, run.fixture), fileOf(run));
  const known = (fixture.history as readonly { readonly day: string }[]).filter((row) => day(row.day) < horizon.first);
  return checkExpectations(writePlan(plan, { territory, cost, kpis, run: {} }), { ...fixture, history: known });
}

/** Customers seen by reps in both of two weeks in a row, and how many of them saw the same reps. */
export interface KeptReps {
  readonly customers: number;
  readonly kept: number;
}

/**
 * Plans two weeks, the second after the first, for a team whose reps share all customers: required and preferred reps and
 * areas of the fixture are left out, so that nothing but the past says who comes.
 */
export async function keptReps(fixture: string, { seed, work }: { readonly seed: number; readonly work: number }): Promise<KeptReps> {
  const whole = fixtureTerritory(fixture);
  const shared: Territory = {
    ...whole,
    customers: whole.customers.map((customer) => ({ ...customer, requiredRep: null, preferredRep: null, area: null })),
    reps: whole.reps.map((rep) => ({ ...rep, areas: [] })),
    history: [],
  };
  const weeks = [horizons.week, { first: addDays(horizons.week.first, 7), last: addDays(horizons.week.last, 7) }];
  const { documents } = await planWeeks(shared, weeks, work, seed);
  const managers = new Set(whole.reps.filter(({ role }) => role === 'manager').map(({ id }): string => id));
  const [first, second] = documents.map((document) => repsOf(document, managers));
  const seen = [...(second ?? [])].flatMap(([customer, reps]) => {
    const before = first?.get(customer);
    return before === undefined ? [] : [[...reps].every((rep) => before.has(rep))];
  });
  return { customers: seen.length, kept: seen.filter(Boolean).length };
}

function repsOf({ plan }: PlanDocument, managers: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const visits = plan.days
    .filter(({ rep }) => !managers.has(rep))
    .flatMap(({ rep, stops }) => stops.flatMap((stop) => (stop.type === 'visit' ? [{ customer: stop.customer, rep }] : [])));
  return new Map(
    [...Map.groupBy(visits, ({ customer }) => customer)].map(([customer, own]) => [customer, new Set(own.map(({ rep }) => rep))]),
  );
}
