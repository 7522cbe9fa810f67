import { modeName } from '../../contract/policy/mode-name.ts';
import { reasonText, ruleSentence, ruleTitle } from '../../contract/policy/rule-texts.ts';
import { present } from '../../kernel/assert.ts';
import { repId } from '../../kernel/ids.ts';
import type { PublishReply, PublishTask } from '../messages.ts';
import { planFormats } from '../plan-formats.ts';
import { valueOfBytes } from '../values.ts';
import { territoryErrors } from '../../contract/territory/errors.ts';

/** Writes a plan in another format. */
export async function publishPlan({ request, made, extension, language, rep }: PublishTask): Promise<PublishReply> {
  const { territory } = valueOfBytes(request);
  const reps = territory.reps.map(({ id }): string => id);
  if (rep !== null && !reps.includes(rep)) {
    return { ok: false, findings: [territoryErrors.repUnknown({ at: { file: 'query', pointer: '/rep' }, value: rep, choices: reps })] };
  }
  const { madeAt, ...plan } = valueOfBytes(made);
  const format = present(
    planFormats.find((one) => one.extension === extension),
    `Format ${extension}`,
  );
  const words = { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeName };
  const options = { language, rep: rep === null ? null : repId(rep), madeAt: Temporal.Instant.from(madeAt) };
  const written = await format.write({ ...plan, territory, words }, options);
  return { ok: true, written: typeof written === 'string' ? new TextEncoder().encode(written) : written };
}
