import { allWindows } from '../../domain/visiting-hours.ts';
import type { Policy } from '../../domain/policy.ts';
import { listNames, namedLists } from '../../domain/policy-entries.ts';
import { type Seconds, formatClock, formatDuration, seconds } from '../../kernel/units.ts';
import { modes } from '../../travel/modes/index.ts';
import { type FrequencyCheck, checkFrequencies } from './check-frequencies.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, recordsOf, partOf, placedValueAt, valueAt } from '../reading/source.ts';
import { policyErrors } from './errors.ts';
import { valueErrors } from '../reading/value-errors.ts';

/** Checks the entries of a policy against each other. Only entries of its document document are checked: presets are valid. */
export function checkPolicy(policy: Policy, document: Source, check: FrequencyCheck): void {
  const { findings } = check;
  checkTiers(policy, document, findings);
  checkModes(partOf(document, 'modes'), findings);
  checkTimes(policy, document, findings);
  checkDwell(policy, document, findings);
  checkFrequencies(policy, document, check);
  checkNeededRules(policy, document, findings);
}

/** Checks that no list of a document has two entries of one name. Invalid entries count, too. */
export function checkNames(document: Source, findings: Findings): void {
  for (const list of listNames) {
    const field = namedLists[list];
    const positions = new Map<unknown, number>();
    recordsOf(partOf(document, list)).forEach((record, i) => {
      const written = valueAt(record.value, [field]);
      const name = typeof written === 'string' ? written.trim() : written;
      const first = positions.get(name);
      if (first === undefined || name === undefined) positions.set(name, i);
      else if (list === 'rules') findings.report(policyErrors.ruleTwice({ ...placedValueAt(record, field), first }));
      else findings.report(valueErrors.idTwice({ ...placedValueAt(record, field), first: `entry ${first} of this list` }));
    });
  }
}

function checkTiers({ tiers }: Policy, document: Source, findings: Findings): void {
  const tierIds = tiers.map(({ id }) => id);
  for (const frequency of recordsOf(partOf(document, 'frequencies'))) {
    for (const tier of recordsOf(partOf(frequency, 'tiers'))) {
      if (!tierIds.includes(String(tier.value))) findings.report(policyErrors.tierUnknown({ ...placedValueAt(tier), choices: tierIds }));
    }
  }
}

/** Checks that every mode of a list exists. */
export function checkModes(list: Source, findings: Findings): void {
  const modeIds = modes.map(({ id }) => id);
  for (const mode of recordsOf(list)) {
    if (!modeIds.includes(String(mode.value))) findings.report(policyErrors.modeUnknown({ ...placedValueAt(mode), choices: modeIds }));
  }
}

function checkTimes({ duties, breaks }: Policy, document: Source, findings: Findings): void {
  for (const record of recordsOf(partOf(document, 'duties'))) {
    const duty = duties.find(({ id }) => id === valueAt(record.value, ['id']));
    if (duty !== undefined && duty.until <= duty.from) {
      findings.report(valueErrors.reversed({ ...placedValueAt(record, 'until'), start: formatClock(duty.from) }));
    }
  }
  for (const record of recordsOf(partOf(document, 'breaks'))) {
    const pause = breaks.find(({ id }) => id === valueAt(record.value, ['id']));
    if (pause !== undefined && pause.latest < pause.earliest) {
      findings.report(valueErrors.reversed({ ...placedValueAt(record, 'latest'), start: formatClock(pause.earliest) }));
    }
  }
}

/** Checks that visits fit into the default hours: those of each tier and of each frequency. */
function checkDwell({ tiers, frequencies, defaultHours }: Policy, document: Source, findings: Findings): void {
  for (const setting of ['town', 'country'] as const) {
    const windows = allWindows(defaultHours[setting]);
    const longest = seconds(Math.max(0, ...windows.map(({ from, until }) => until - from)));
    const check = (list: 'tiers' | 'frequencies', id: string, dwell: Seconds | null) => {
      // A policy without default hours has no visits in them.
      if (dwell === null || windows.length === 0 || dwell <= longest) return;
      const entry = recordsOf(partOf(document, list)).find(({ value }) => valueAt(value, ['id']) === id);
      const hasDwell = valueAt(entry?.value, ['dwell']) !== undefined;
      const source = entry !== undefined && hasDwell ? partOf(entry, 'dwell') : partOf(document, 'defaultHours', setting);
      if (source.value === undefined) return;
      findings.report(policyErrors.dwellTooLong({ ...placedValueAt(source), name: id, setting, longest: formatDuration(longest) }));
    };
    for (const { id, dwell } of tiers) check('tiers', id, dwell);
    for (const { id, dwell } of frequencies) check('frequencies', id, dwell);
  }
}

/** Checks that the policy has the rules that its duties, breaks and joint frequencies need. */
function checkNeededRules(policy: Policy, document: Source, findings: Findings): void {
  const needs = [
    { what: 'duties', rule: 'day/duties', isNeeded: policy.duties.length > 0 },
    { what: 'breaks', rule: 'day/breaks', isNeeded: policy.breaks.length > 0 },
    // An appointment decides which visit the manager joins.
    { what: 'joint frequencies', rule: 'stop/appointments', isNeeded: policy.frequencies.some(({ joint }) => joint) },
  ] as const;
  for (const { what, rule, isNeeded } of needs) {
    if (!isNeeded || policy.rules.some((instance) => instance.rule === rule)) continue;
    const removal = recordsOf(partOf(document, 'remove')).find(({ value }) => value === rule);
    findings.report(policyErrors.ruleNeeded({ at: (removal ?? partOf(document, 'rules')).placeOf([]), value: rule, what }));
  }
}
