import { z } from 'zod';
import type { Plan } from '../../domain/plan.ts';
import { objectOf } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { type RequestedTerritory, readRequestedTerritory, readingFields, territoryFields } from './requested-territory.ts';
import { PlanDocument, PlanInput } from '../plan/plan-document.ts';
import { readPlan } from '../plan/read-plan.ts';
import { isObject, readBody } from './request-body.ts';
import { parseSource } from '../reading/parse-source.ts';
import { partOf } from '../reading/source.ts';
import { PolicyInput } from '../policy/policy-document.ts';
import { TerritoryInput } from '../territory/territory-document.ts';

/** A request to score a plan, as it is documented. */
export const EvaluationRequest = objectOf({
  territory: TerritoryInput.optional(),
  files: territoryFields.files.meta({ description: "The territory's files by name, instead of `territory`" }),
  policy: PolicyInput.optional(),
  ...readingFields,
  plan: PlanInput,
}).meta({
  id: 'EvaluationRequest',
  oneOf: [{ required: ['territory'] }, { required: ['files'] }],
  description: 'A territory, as `territory` or as `files`, and a plan for it',
});

/** What a plan is worth. */
export const EvaluationDocument = z
  .strictObject({
    clean: z.boolean().meta({ description: 'Whether the audit finds nothing wrong' }),
    findings: z.array(z.strictObject({ check: z.string(), message: z.string() })).meta({
      description: 'What is wrong, the first hundred: checks of the plan itself by name, and rules that must hold by id',
    }),
    more: z.int().optional().meta({ description: 'Further findings, which are only counted' }),
    cost: PlanDocument.shape.plan.shape.cost,
    kpis: PlanDocument.shape.plan.shape.kpis,
  })
  .meta({ id: 'Evaluation' });

/** An evaluation as plain JSON. */
export type EvaluationDocument = z.output<typeof EvaluationDocument>;

/** A plan to be scored, and the territory that it is for. */
export interface GivenPlan extends RequestedTerritory {
  readonly plan: Plan;
}

/** Reads a request to score a plan, or gives null after findings. */
export function readEvaluationRequest(body: Uint8Array, mostValues: number, findings: Findings): GivenPlan | null {
  const request = readBody(body, mostValues, findings);
  if (request === null) return null;
  const before = findings.count;
  parseSource(objectOf({ ...territoryFields, plan: z.unknown() }), request, findings);
  if (!isObject(request.value)) return null;
  const given = readRequestedTerritory(request, findings);
  const plan = given === null ? null : readPlan(partOf(request, 'plan'), given.territory, findings);
  return findings.count > before || given === null || plan === null ? null : { ...given, plan };
}

/** A request to score a plan as it is sent. */
export type EvaluationRequest = z.input<typeof EvaluationRequest>;
