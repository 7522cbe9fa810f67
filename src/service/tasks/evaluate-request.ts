import { type Evaluation, evaluatePlan } from '../../app/evaluate-plan.ts';
import { type EvaluationDocument, readEvaluationRequest } from '../../contract/service/evaluation.ts';
import { Findings } from '../../contract/reading/findings.ts';
import { costDocument } from '../../contract/plan/write-plan.ts';
import { kpisDocument } from '../../contract/plan/kpis-document.ts';
import { clip } from '../../kernel/clip.ts';
import { PlanningError } from '../../kernel/finding.ts';
import type { EvaluationReply, EvaluationTask } from '../messages.ts';
import type { SearchServices } from './search-plan.ts';

/** Scores the plan of a request, or returns the findings in the request. */
export async function evaluateRequest({ body, mostValues }: EvaluationTask, services: SearchServices): Promise<EvaluationReply> {
  const findings = new Findings();
  const given = readEvaluationRequest(body, mostValues, findings);
  if (given === null) return { ok: false, findings: findings.inOrder() };
  const { plan, territory, endPlaces } = given;
  try {
    const evaluation = await evaluatePlan(plan, territory, { ...services, endPlaces, horizon: plan.horizon });
    return { ok: true, document: new TextEncoder().encode(JSON.stringify(documentOf(evaluation))) };
  } catch (error) {
    if (error instanceof PlanningError) return { ok: false, findings: error.findings };
    throw error;
  }
}

/** The most violations that an answer lists. */
const MOST_LISTED = 100;
/** The most characters of a violation: it names what the caller's plan names. */
const LONGEST_MESSAGE = 1000;

const documentOf = ({ clean, findings, cost, kpis }: Evaluation): EvaluationDocument => ({
  clean,
  findings: findings.slice(0, MOST_LISTED).map(({ check, message }) => ({ check, message: clip(message, LONGEST_MESSAGE) })),
  ...(findings.length > MOST_LISTED ? { more: findings.length - MOST_LISTED } : {}),
  cost: costDocument(cost),
  kpis: kpisDocument(kpis),
});
