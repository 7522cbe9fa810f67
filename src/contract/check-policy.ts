import type { Policy } from '../domain/policy.ts';
import { errors } from '../kernel/errors.ts';
import { formatClock } from '../kernel/units.ts';
import { modes } from '../travel/modes/index.ts';
import type { Findings } from './findings.ts';
import { type Source, recordsOf, partOf, sightingAt, valueAt } from './source.ts';

/** Checks what a policy's own entries say of each other: ids, tiers, modes, times. The preset's are sound. */
export function checkPolicy(policy: Policy, source: Source, findings: Findings): void {
  for (const list of ['tiers', 'frequencies', 'duties', 'breaks']) checkIds(partOf(source, list), findings);
  checkTiers(policy, source, findings);
  checkModes(partOf(source, 'modes'), findings);
  checkTimes(policy, source, findings);
  checkNeededRules(policy, source, findings);
}

function checkIds(list: Source, findings: Findings): void {
  const first = new Map<unknown, number>();
  recordsOf(list).forEach((record, i) => {
    const id = valueAt(record.value, ['id']);
    const taken = first.get(id);
    if (taken === undefined) first.set(id, i);
    else findings.report(errors.idTwice({ ...sightingAt(record, 'id'), first: `entry ${taken} of this list` }));
  });
}

function checkTiers({ tiers }: Policy, source: Source, findings: Findings): void {
  const known = tiers.map(({ id }) => id);
  for (const frequency of recordsOf(partOf(source, 'frequencies'))) {
    for (const tier of recordsOf(partOf(frequency, 'tiers'))) {
      if (!known.includes(String(tier.value))) findings.report(errors.tierUnknown({ ...sightingAt(tier), known }));
    }
  }
}

/** Checks that every mode of a list exists. */
export function checkModes(list: Source, findings: Findings): void {
  const known = modes.map(({ id }) => id);
  for (const mode of recordsOf(list)) {
    if (!known.includes(String(mode.value))) findings.report(errors.modeUnknown({ ...sightingAt(mode), known }));
  }
}

function checkTimes({ duties, breaks }: Policy, source: Source, findings: Findings): void {
  for (const record of recordsOf(partOf(source, 'duties'))) {
    const duty = duties.find(({ id }) => id === valueAt(record.value, ['id']));
    if (duty !== undefined && duty.until <= duty.from) {
      findings.report(errors.reversed({ ...sightingAt(record, 'until'), start: formatClock(duty.from) }));
    }
  }
  for (const record of recordsOf(partOf(source, 'breaks'))) {
    const pause = breaks.find(({ id }) => id === valueAt(record.value, ['id']));
    if (pause !== undefined && pause.latest < pause.earliest) {
      findings.report(errors.reversed({ ...sightingAt(record, 'latest'), start: formatClock(pause.earliest) }));
    }
  }
}

/** Checks that duties and breaks have the rules without which nobody keeps them. */
function checkNeededRules(policy: Policy, source: Source, findings: Findings): void {
  for (const what of ['duties', 'breaks'] as const) {
    const needed = `day/${what}`;
    if (policy[what].length === 0 || policy.rules.some(({ rule }) => rule === needed)) continue;
    const removal = recordsOf(partOf(source, 'remove')).find(({ value }) => value === needed);
    findings.report(errors.ruleNeeded({ at: (removal ?? partOf(source, 'rules')).placeOf([]), value: needed, what }));
  }
}
