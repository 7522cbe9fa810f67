import { z } from 'zod';
import { type Day, type DayRange, addDays, monthOf } from '../../domain/calendar.ts';
import { type AskedHorizon, LONGEST_HORIZON, type SettledPlan, settlePlan } from '../territory/check-horizon.ts';
import { exampleTerritory } from '../territory/example-territory.ts';
import { date, duration, monthOr, objectOf, rejectValue } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { type StoredPlans, earlierPlans, readEarlierPlans, readRequestedStart, startFields } from './earlier-plans.ts';
import type { StartPlan } from '../../domain/start-plan.ts';
import type { EarlierPlan } from '../../domain/reports/report.ts';
import { type RequestedTerritory, readRequestedTerritory, readingFields, territoryFields } from './requested-territory.ts';
import { isObject, readBody } from './request-body.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, partOf, placedValueAt } from '../reading/source.ts';
import { PolicyInput } from '../policy/policy-document.ts';
import { TerritoryInput } from '../territory/territory-document.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { requestErrors } from './errors.ts';

/** Usual horizon: a week. */
const USUAL_DAYS = 7;
/** Seconds, unless written otherwise. */
const USUAL_TIME = 10;

/** What one search may take at most. */
export interface SearchLimits {
  readonly seconds: number;
  /** Steps. */
  readonly work: number;
  /** JSON values of a body. */
  readonly values: number;
}

/** Limits of a request for a plan, and the plans that it may name. */
export interface PlanRequestContext extends SearchLimits {
  readonly stored?: StoredPlans;
}

/** What no service lets one search take, unless its operator allows it. */
export const usualLimits: SearchLimits = { seconds: 600, work: 20_000_000, values: 4_000_000 };

/** A request for a plan as domain values, ready for the search. */
export interface PlanningRequest extends Pick<RequestedTerritory, 'territory' | 'endPlaces' | 'unusedColumns'> {
  readonly horizon: DayRange;
  readonly seed: number;
  readonly budget: { readonly seconds: number } | { readonly work: number };
  /** An earlier plan of the same days to start from. */
  readonly start?: StartPlan | undefined;
}

/** The first day of a month. */
const month = monthOr(requestErrors.monthInvalid);

const horizonFields = {
  from: date.optional().meta({ format: 'date', description: 'First day, such as 2026-12-07' }),
  days: z
    .int()
    .min(1)
    .max(LONGEST_HORIZON)
    .optional()
    .meta({ description: `Calendar days from the first; ${USUAL_DAYS} by default` }),
  to: date.optional().meta({ format: 'date', description: 'Last day, instead of `days`' }),
  today: date.optional().meta({ format: 'date', description: 'Today; a visit of the history after it is a finding' }),
  month: month
    .optional()
    .meta({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'A whole month such as 2026-12, instead of `from`, `days` and `to`' }),
};

const searchFields = ({ seconds, work }: Pick<SearchLimits, 'seconds' | 'work'>) => ({
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1)
    .meta({ description: 'Another seed gives another, about equally good plan' }),
  time: duration
    .transform((time, context): number => {
      if (time > 0 && time <= seconds) return time;
      return rejectValue(context, (placed) =>
        valueErrors.outOfRange({ ...placed, range: `more than nothing and at most PT${String(seconds)}S` }),
      );
    })
    .optional()
    .meta({ format: 'duration', description: `How long to search, as an ISO 8601 duration; PT${USUAL_TIME}S by default` }),
  work: z
    .int()
    .min(1)
    .max(work)
    .optional()
    .meta({ description: 'How many steps to search, instead of `time`: the same everywhere, so that a plan can be repeated' }),
});

/** A request for a plan, as it is documented. */
export const PlanRequest = objectOf({
  territory: TerritoryInput.optional(),
  files: territoryFields.files.meta({ description: "The territory's files by name, such as customers.csv, instead of `territory`" }),
  policy: PolicyInput.optional(),
  ...readingFields,
  ...horizonFields,
  after: earlierPlans,
  ...startFields,
  ...searchFields(usualLimits),
}).meta({
  id: 'PlanRequest',
  allOf: [{ oneOf: [{ required: ['territory'] }, { required: ['files'] }] }, { oneOf: [{ required: ['from'] }, { required: ['month'] }] }],
  description: 'A territory, as `territory` or as `files`, and the days to plan, from `from` or in `month`',
  examples: [{ territory: exampleTerritory, from: '2026-12-08', days: 1, seed: 1, time: 'PT1S' }],
});

/** Reads a request for a plan, or gives null after findings. */
export function readPlanRequest(
  body: Uint8Array,
  { stored = {}, ...limits }: PlanRequestContext,
  findings: Findings,
): PlanningRequest | null {
  const request = readBody(body, limits.values, findings);
  if (request === null) return null;
  const before = findings.count;
  const schema = objectOf({ ...territoryFields, ...horizonFields, after: earlierPlans, ...startFields, ...searchFields(limits) });
  const parsed = parseSource(schema, request, findings);
  // No territory in something that is no object: nothing more to tell of it.
  if (parsed === null && !isObject(request.value)) return null;
  const given = readRequestedTerritory(request, findings);
  if (parsed?.time !== undefined) refuseBoth(request, ['work', 'time'], findings);
  const wanted = parsed === null ? null : horizonOf(parsed, request, findings);
  const earlier = given === null ? [] : readEarlierPlans(partOf(request, 'after'), { territory: given.territory, findings, stored });
  const settled = given === null || wanted === null ? null : settle(given, earlier, { ...wanted, today: parsed?.today ?? null });
  findings.reportAll(settled?.findings ?? []);
  const start = given === null ? null : readRequestedStart(request, { territory: given.territory, findings, stored });
  if (findings.count > before || given === null || settled === null || parsed === null) return null;
  const { seed, time = USUAL_TIME, work } = parsed;
  const { territory, horizon } = settled;
  const budget = work === undefined ? { seconds: time } : { work };
  const { endPlaces, unusedColumns } = given;
  return { territory, endPlaces, unusedColumns, horizon, seed, budget, ...(start === null ? {} : { start }) };
}

interface HorizonFields {
  readonly from?: Day | undefined;
  readonly days?: number | undefined;
  readonly to?: Day | undefined;
  readonly month?: Day | undefined;
}

function horizonOf({ from, days, to, month: whole }: HorizonFields, request: Source, findings: Findings): AskedHorizon | null {
  const before = findings.count;
  for (const other of ['from', 'to', 'days'] as const) refuseBoth(request, [other, 'month'], findings);
  refuseBoth(request, ['days', 'to'], findings);
  if (from === undefined && whole === undefined) {
    findings.report(valueErrors.fieldMissing({ at: request.placeOf(['from']), expected: 'the first day, or "month" instead' }));
  }
  if (findings.count > before) return null;
  if (whole !== undefined) return { horizon: monthOf(whole), at: request.placeOf(['month']) };
  if (from === undefined) return null;
  if (to !== undefined) return { horizon: { first: from, last: to }, at: request.placeOf(['to']) };
  const horizon = { first: from, last: addDays(from, (days ?? USUAL_DAYS) - 1) };
  return { horizon, at: request.placeOf([days === undefined ? 'from' : 'days']) };
}

/** The territory after its earlier plans, and the days that are left to plan. */
function settle({ territory, placeOf }: RequestedTerritory, earlier: readonly EarlierPlan[], asked: AskedHorizon): SettledPlan {
  const settled = settlePlan(territory, earlier, asked);
  return { ...settled, findings: settled.findings.map((finding) => ({ ...finding, at: placeOf(finding.at) })) };
}

function refuseBoth(request: Source, [one, other]: readonly [string, string], findings: Findings): void {
  if (partOf(request, one).value === undefined || partOf(request, other).value === undefined) return;
  findings.report(valueErrors.optionsConflict({ ...placedValueAt(request, one), other: `"${other}"` }));
}

/** A request for a plan as it is sent. */
export type PlanRequest = z.input<typeof PlanRequest>;
