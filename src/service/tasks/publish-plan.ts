import { kpisOf } from '../../domain/figures/kpis-of-plan.ts';
import { Findings } from '../../contract/reading/findings.ts';
import { readPlanRequest } from '../../contract/service/plan-request.ts';
import { PlanDocument } from '../../contract/plan/plan-schema.ts';
import { readPlan } from '../../contract/plan/read-plan.ts';
import { documentSource } from '../../contract/reading/source.ts';
import { modeLabel, reasonText, ruleSentence, ruleTitle } from '../../contract/reading/words.ts';
import { present } from '../../kernel/assert.ts';
import { errors } from '../../kernel/errors.ts';
import { repId } from '../../kernel/ids.ts';
import { planFormats } from '../plan-formats.ts';
import type { PublishReply, PublishTask } from '../messages.ts';

/** Writes a plan in another format: of the request that asked for it, and of the document that came of it. */
export async function publishPlan({ body, limits, document, extension, language, rep }: PublishTask): Promise<PublishReply> {
  const findings = new Findings();
  const { territory } = present(readPlanRequest(new Uint8Array(body), limits, findings), 'A request that was accepted');
  const known = territory.reps.map(({ id }): string => id);
  if (rep !== null && !known.includes(rep)) {
    return { ok: false, findings: [errors.repUnknown({ at: { file: 'query', pointer: '/rep' }, value: rep, known })] };
  }
  const { plan: content, run } = PlanDocument.parse(JSON.parse(new TextDecoder().decode(document)));
  const plan = present(readPlan(documentSource('plan', content), territory, findings), 'A plan that was made here');
  const format = present(
    planFormats.find((one) => one.extension === extension),
    `Format ${extension}`,
  );
  const words = { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeLabel };
  const published = { plan, territory, cost: content.cost, kpis: kpisOf(plan, territory), words };
  const madeAt = Temporal.Instant.from(String(run['startedAt']));
  const written = await format.write(published, { language, rep: rep === null ? null : repId(rep), madeAt });
  return { ok: true, written: typeof written === 'string' ? new TextEncoder().encode(written) : written };
}
