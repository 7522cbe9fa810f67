import { Findings } from '../contract/reading/findings.ts';
import { readJson } from '../contract/reading/read-json.ts';
import { presetBehind, readPolicy } from '../contract/policy/read-policy.ts';
import { type Source, documentSource } from '../contract/reading/source.ts';
import type { PolicyOrigins } from '../domain/policy-entries.ts';
import { present } from '../kernel/assert.ts';
import { isMissing, readText } from './files/read-text.ts';
import { fileErrors } from '../contract/reading/file-errors.ts';
import { refuse } from '../kernel/finding.ts';

/** Help text of an option that names a policy. */
export const policyOption = '--policy <preset or file>';

/** The source that an option names: a preset, or a file such as `policy.json` by its path. */
export async function policySource(written: string): Promise<Source> {
  if (!/[./\\]/.test(written)) return documentSource('--policy', written);
  const findings = new Findings();
  const source = readJson(written, await textAt(written), findings);
  findings.refuse();
  return present(source, 'a policy that was not refused');
}

/** The policy that an option names, beside the preset that it is or extends. */
export async function readPolicyNamed(written: string): Promise<PolicyOrigins> {
  const findings = new Findings();
  const source = await policySource(written);
  const policy = readPolicy(source, findings);
  findings.refuse();
  return { policy: present(policy, 'a policy that was not refused'), preset: presetBehind(source) };
}

async function textAt(path: string): Promise<string> {
  try {
    return await readText(path, path);
  } catch (error) {
    if (isMissing(error))
      refuse([fileErrors.fileMissing({ at: { file: path }, advice: 'Name a preset, or a file such as riverside/policy.json.' })]);
    throw error;
  }
}
