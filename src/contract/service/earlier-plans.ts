import { z } from 'zod';
import type { EarlierPlan } from '../../domain/reports/report.ts';
import type { Territory } from '../../domain/territory.ts';
import { readEarlierPlan } from '../plan/read-earlier-plan.ts';
import type { Findings } from '../reading/findings.ts';
import { readJson } from '../reading/read-json.ts';
import { type Source, partOf, placedValueAt, recordsOf } from '../reading/source.ts';
import { most } from '../reading/bounds.ts';
import { listOf } from '../reading/field-schemas.ts';
import { valueErrors } from '../reading/value-errors.ts';
import type { StartPlan } from '../../domain/start-plan.ts';
import { readStartPlan } from '../plan/read-start-plan.ts';
import { requestErrors } from './errors.ts';

/** Documents of plans that the service keeps, by id. */
export type StoredPlans = Readonly<Record<string, Uint8Array>>;

/** The field of a request that holds earlier plans, as it is documented. */
export const earlierPlans = z
  .array(z.union([z.string(), z.looseObject({})]))
  .optional()
  .meta({
    description:
      'Earlier plans: plan documents, or ids of plans that the service keeps. Their visits before the first day count as made, those still to come are kept. A stop may report with `outcome` (made, missed, moved), `actualDay`, `followUp` and `firmness` (planned, announced, confirmed)',
  });

/** The fields of a request that name a plan to start from, as they are documented. */
export const startFields = {
  start: z
    .union([z.string(), z.looseObject({})])
    .optional()
    .meta({
      description:
        'An earlier plan of the same days to improve: a plan document, or the id of a plan that the service keeps. Visits that are no longer due are left out of it',
    }),
  fix: listOf(z.string(), { most: most.rows }).optional().meta({
    description:
      'Days of `start`, such as 2026-12-07, that stay as they are, and ids of customers whose visits keep their day, rep and order',
  }),
};

/** The territory that the plans are for, where findings go, and the plans that the service keeps. */
interface Reading {
  readonly territory: Territory;
  readonly findings: Findings;
  readonly stored: StoredPlans;
}

/** Reads the earlier plans of a request. Those with findings are left out. */
export function readEarlierPlans(list: Source, { stored, ...reading }: Reading): readonly EarlierPlan[] {
  return recordsOf(list).flatMap((given) => {
    const source = typeof given.value === 'string' ? storedPlan(given.value, given, { stored, ...reading }) : given;
    const plan = source === null ? null : readEarlierPlan(source, reading);
    return plan === null ? [] : [plan];
  });
}

/** Reads the plan that a request starts from; null where there is none, or after findings. */
export function readRequestedStart(request: Source, { stored, ...reading }: Reading): StartPlan | null {
  const [given, fix] = [partOf(request, 'start'), partOf(request, 'fix')];
  const fixed = recordsOf(fix).map((one) => placedValueAt(one));
  if (given.value === undefined) {
    if (fixed.length > 0)
      reading.findings.report(valueErrors.fieldMissing({ at: given.placeOf([]), expected: 'the plan that "fix" is about' }));
    return null;
  }
  const source = typeof given.value === 'string' ? storedPlan(given.value, given, { stored, ...reading }) : given;
  return source === null ? null : readStartPlan(source, { fixed, ...reading });
}

function storedPlan(id: string, given: Source, { stored, findings }: Reading): Source | null {
  const document = Object.hasOwn(stored, id) ? stored[id] : undefined;
  if (document !== undefined) return readJson(`plan ${id}`, new TextDecoder().decode(document), findings);
  findings.report(requestErrors.earlierPlanUnknown({ at: given.placeOf([]), value: id }));
  return null;
}
