import { join } from 'node:path';
import { z } from 'zod';
import { planTerritory } from '../../src/app/plan-territory.ts';
import { readEarlierPlan } from '../../src/contract/plan/read-earlier-plan.ts';
import type { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import { Findings } from '../../src/contract/reading/findings.ts';
import { documentSource } from '../../src/contract/reading/source.ts';
import { settlePlan } from '../../src/contract/territory/check-horizon.ts';
import { type Day, type DayRange, addDays, day, daysOf, formatDay, workingDays } from '../../src/domain/calendar.ts';
import { cycleOf } from '../../src/demand/cycle.ts';
import { roomFor } from '../../src/domain/room-for.ts';
import type { EarlierPlan } from '../../src/domain/reports/report.ts';
import type { Territory } from '../../src/domain/territory.ts';
import { present } from '../../src/kernel/assert.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import type { HorizonSpec, TerritorySpec } from '../../tools/generate/spec.ts';
import { fixtureSpecs } from '../../tools/generate/specs.ts';
import { type Failure, checkExpectations, readFixture } from './check-expectations.ts';
import { fixtureTerritory } from './fixture-territory.ts';
import { joinPlans, weeksOf } from './weeks.ts';

/** Weeks that are rolled: each is planned after the ones before, of whose visits some are missed. */
export interface RolledWeeks {
  /** The share of visits that are missed. Those for which the rest of their cycle has no room are not judged. */
  readonly missed: number;
  readonly seed: number;
  /** Steps of the search for each week. */
  readonly work: number;
}

/** Expectations that count how often customers are met in a cycle. */
const COUNTING: ReadonlySet<string> = new Set([
  'tierVisits',
  'weeklyVisits',
  'visitsByKindAtLeast',
  'callsAtLeast',
  'managerVisits',
  'countsByPost',
]);

const expectations = z.looseObject({ expectations: z.array(z.looseObject({ kind: z.string() })) });
const folder = join(import.meta.dirname, '../../fixtures');

/** What a fixture promises of its whole month, for which there is room; null where it promises none. */
const wholeMonthOf = ({ horizons, month }: TerritorySpec): HorizonSpec | null => {
  const whole: HorizonSpec | undefined = horizons.find(({ days }) => days.last === month.last);
  return whole === undefined || ('unserved' in whole && whole.unserved !== 0) ? null : whole;
};

/** The specs of the fixtures whose witness makes all visits of a month, so that there is room for them. */
export const monthSpecs: readonly TerritorySpec[] = fixtureSpecs.filter((spec) => wholeMonthOf(spec) !== null);

/** Where the rolled weeks of a fixture's month miss what its frequencies promise. */
export async function failuresOfRolledWeeks(spec: TerritorySpec, rolled: RolledWeeks): Promise<readonly Failure[]> {
  const { id, month } = spec;
  const territory = fixtureTerritory(id);
  const last = territory.history.reduce<Day>((latest, visit) => (visit.day > latest ? visit.day : latest), addDays(month.first, -1));
  const weeks = weeksOf(month, last);
  const { documents, history } = await rollWeeks(territory, weeks, rolled);
  const fixture = readFixture(join(folder, id), present(wholeMonthOf(spec), 'a fixture of a month').file);
  const days = weeks.flatMap(daysOf).filter((at) => at >= month.first);
  const from = formatDay(present(days[0], 'a day'));
  const counted = expectations.parse(fixture.expect).expectations.filter(({ kind }) => COUNTING.has(kind));
  return checkExpectations(joinPlans(documents, from), {
    ...fixture,
    history: history.map(({ customer, day: at, kind, rep, contact }) => ({
      customer,
      day: formatDay(at),
      kind,
      rep: rep ?? '',
      contact: contact ?? '',
    })),
    expect: { title: 'Weeks', horizon: { from, days: days.length }, expectations: counted },
  });
}

/** Plans week after week, each after all before. The documents hold the visits that were made, and missed ones that are not judged; the history is that of the end. */
async function rollWeeks(territory: Territory, weeks: readonly DayRange[], { missed, seed, work }: RolledWeeks) {
  const random = createRandom(seed);
  const documents: PlanDocument[] = [];
  const earlier: EarlierPlan[] = [];
  for (const week of weeks) {
    const settled = settlePlan(territory, earlier, { horizon: week, at: { file: 'week' } });
    const search = { seed: 1, budget: { work }, workers: 2 };
    const run = { horizon: settled.horizon, travel: estimate, endPlaces: new Map(), ...search };
    const { plan, cost, kpis } = await planTerritory(settled.territory, run);
    const document = writePlan(plan, { territory: settled.territory, cost, kpis, run: {} });
    const missedVisits = visitsIn(document).filter(() => random.next() < missed);
    earlier.push(reportedPlan(document, new Set(missedVisits), territory));
    const owed = new Set(missedVisits.filter((visit) => canStillBeMade(visit, week, territory)));
    documents.push(withStops(document, (stop) => (isVisit(stop) && owed.has(stop.visit) ? [] : [stop])));
  }
  const end = addDays(present(weeks.at(-1), 'a week').last, 1);
  const after = { first: end, last: addDays(end, 6) };
  return { documents, history: settlePlan(territory, earlier, { horizon: after, at: { file: 'week' } }).territory.history };
}

/**
 * Whether a visit that was missed in a week can be made in later weeks of its cycle, together with those that are owed besides
 * and at their least distance. Its id names the frequency, the cycle's first day and the number of the visit in the cycle.
 */
function canStillBeMade(visit: string, week: DayRange, { policy, calendar }: Territory): boolean {
  const [, id] = visit.split('/');
  const frequency = policy.frequencies.find((one) => one.id === id);
  const [, first, nth] = /\/(\d{4}-\d\d-\d\d)\/(\d+)$/.exec(visit) ?? [];
  if (frequency === undefined || first === undefined) return true;
  const days = workingDays(calendar, { first: addDays(week.last, 1), last: cycleOf(frequency.cycle, day(first)).last });
  const owed = frequency.count.visits - (Number(nth) - 1);
  return roomFor({ days, minGapDays: frequency.minGapDays, lastVisit: null }) >= owed;
}

type Stop = PlanDocument['plan']['days'][number]['stops'][number];

const isVisit = (stop: Stop) => stop.type === 'visit' || stop.type === 'call';

const visitsIn = ({ plan }: PlanDocument): readonly string[] =>
  plan.days.flatMap(({ stops }) => stops.flatMap((stop) => (isVisit(stop) ? [stop.visit] : [])));

const withStops = ({ plan, run }: PlanDocument, change: (stop: Stop) => readonly Stop[]): PlanDocument => ({
  plan: { ...plan, days: plan.days.map((day) => ({ ...day, stops: day.stops.flatMap(change) })) },
  run,
});

/** The plan as it is read back, with reports on the visits that were missed. */
function reportedPlan(document: PlanDocument, isMissed: ReadonlySet<string>, territory: Territory): EarlierPlan {
  const reported = withStops(document, (stop) => [isVisit(stop) && isMissed.has(stop.visit) ? { ...stop, outcome: 'missed' } : stop]);
  const findings = new Findings();
  const read = readEarlierPlan(documentSource('plan.json', reported), { territory, findings });
  findings.refuse();
  return present(read, 'an earlier plan');
}
