import { explainPlan } from '../../app/explain-plan.ts';
import { explanationDocument } from '../../contract/plan/explanation-document.ts';
import { writePlan } from '../../contract/plan/write-plan.ts';
import { modeName } from '../../contract/policy/mode-name.ts';
import { reasonText, ruleSentence, ruleTitle } from '../../contract/policy/rule-texts.ts';
import { present } from '../../kernel/assert.ts';
import { repId } from '../../kernel/ids.ts';
import { EXPLANATION, type PublishReply, type PublishTask } from '../messages.ts';
import { planFormats } from '../plan-formats.ts';
import { valueOfBytes } from '../values.ts';
import { territoryErrors } from '../../contract/territory/errors.ts';
import type { SearchServices } from './search-plan.ts';

/** Milliseconds of explaining at most: a task that takes longer than the service's limit is ended without a result. */
const EXPLAINING_TIME = 15_000;

/** Writes a plan in another format. */
export async function publishPlan(
  { request, made, extension, language, rep }: PublishTask,
  services: SearchServices,
): Promise<PublishReply> {
  const { territory, endPlaces } = valueOfBytes(request);
  const reps = territory.reps.map(({ id }): string => id);
  if (rep !== null && !reps.includes(rep)) {
    return { ok: false, findings: [territoryErrors.repUnknown({ at: { file: 'query', pointer: '/rep' }, value: rep, choices: reps })] };
  }
  const { madeAt, ...plan } = valueOfBytes(made);
  if (extension === EXPLANATION) {
    const { horizon } = plan.plan;
    const until = performance.now() + EXPLAINING_TIME;
    const limit = { isOver: () => performance.now() > until };
    const explained = await explainPlan(plan.plan, territory, { ...services, horizon, endPlaces, limit });
    const document = explanationDocument(writePlan(explained.plan, { territory, cost: plan.cost, kpis: plan.kpis, run: {} }).plan);
    return { ok: true, written: new TextEncoder().encode(JSON.stringify(document)) };
  }
  const format = present(
    planFormats.find((one) => one.extension === extension),
    `Format ${extension}`,
  );
  const words = { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeName };
  const options = { language, rep: rep === null ? null : repId(rep), madeAt: Temporal.Instant.from(madeAt) };
  const written = await format.write({ ...plan, territory, words }, options);
  return { ok: true, written: typeof written === 'string' ? new TextEncoder().encode(written) : written };
}
