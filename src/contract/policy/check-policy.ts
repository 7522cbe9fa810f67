import type { Policy } from '../../domain/policy.ts';
import { listNames, namedLists } from '../../domain/policy-entries.ts';
import { type Seconds, formatClock, formatDuration, seconds } from '../../kernel/units.ts';
import { modes } from '../../travel/modes/index.ts';
import { type FrequencyCheck, checkFrequencies } from './check-frequencies.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, recordsOf, partOf, placedValueAt, valueAt } from '../reading/source.ts';
import { policyErrors } from './errors.ts';
import { valueErrors } from '../reading/value-errors.ts';

/** Checks what a policy's own entries say of each other: names, tiers, modes, times, counts. The preset's are sound. */
export function checkPolicy(policy: Policy, own: Source, check: FrequencyCheck): void {
  const { findings } = check;
  checkTiers(policy, own, findings);
  checkModes(partOf(own, 'modes'), findings);
  checkTimes(policy, own, findings);
  checkDwell(policy, own, findings);
  checkFrequencies(policy, own, check);
  checkNeededRules(policy, own, findings);
}

/** Checks that no list of a policy's document, sound or not, has two entries of one name. */
export function checkNames(own: Source, findings: Findings): void {
  for (const list of listNames) {
    const field = namedLists[list];
    const first = new Map<unknown, number>();
    recordsOf(partOf(own, list)).forEach((record, i) => {
      const name = valueAt(record.value, [field]);
      const taken = first.get(name);
      if (taken === undefined || name === undefined) first.set(name, i);
      else findings.report(valueErrors.idTwice({ ...placedValueAt(record, field), first: `entry ${taken} of this list` }));
    });
  }
}

function checkTiers({ tiers }: Policy, source: Source, findings: Findings): void {
  const known = tiers.map(({ id }) => id);
  for (const frequency of recordsOf(partOf(source, 'frequencies'))) {
    for (const tier of recordsOf(partOf(frequency, 'tiers'))) {
      if (!known.includes(String(tier.value))) findings.report(policyErrors.tierUnknown({ ...placedValueAt(tier), choices: known }));
    }
  }
}

/** Checks that every mode of a list exists. */
export function checkModes(list: Source, findings: Findings): void {
  const known = modes.map(({ id }) => id);
  for (const mode of recordsOf(list)) {
    if (!known.includes(String(mode.value))) findings.report(policyErrors.modeUnknown({ ...placedValueAt(mode), choices: known }));
  }
}

function checkTimes({ duties, breaks }: Policy, source: Source, findings: Findings): void {
  for (const record of recordsOf(partOf(source, 'duties'))) {
    const duty = duties.find(({ id }) => id === valueAt(record.value, ['id']));
    if (duty !== undefined && duty.until <= duty.from) {
      findings.report(valueErrors.reversed({ ...placedValueAt(record, 'until'), start: formatClock(duty.from) }));
    }
  }
  for (const record of recordsOf(partOf(source, 'breaks'))) {
    const pause = breaks.find(({ id }) => id === valueAt(record.value, ['id']));
    if (pause !== undefined && pause.latest < pause.earliest) {
      findings.report(valueErrors.reversed({ ...placedValueAt(record, 'latest'), start: formatClock(pause.earliest) }));
    }
  }
}

/** Checks that the usual hours of customers hold the visits that their tiers and frequencies ask for. */
function checkDwell({ tiers, frequencies, defaultHours }: Policy, own: Source, findings: Findings): void {
  for (const setting of ['town', 'country'] as const) {
    const windows = Object.values(defaultHours[setting].byWeekday).flat();
    const longest = seconds(Math.max(0, ...windows.map(({ from, until }) => until - from)));
    const check = (list: 'tiers' | 'frequencies', id: string, dwell: Seconds | null) => {
      // Without any hours nobody is meant to be visited at usual ones.
      if (dwell === null || windows.length === 0 || dwell <= longest) return;
      const entry = recordsOf(partOf(own, list)).find(({ value }) => valueAt(value, ['id']) === id);
      const isOwn = valueAt(entry?.value, ['dwell']) !== undefined;
      const source = entry !== undefined && isOwn ? partOf(entry, 'dwell') : partOf(own, 'defaultHours', setting);
      if (source.value === undefined) return;
      findings.report(policyErrors.dwellTooLong({ ...placedValueAt(source), name: id, setting, longest: formatDuration(longest) }));
    };
    for (const { id, dwell } of tiers) check('tiers', id, dwell);
    for (const { id, dwell } of frequencies) check('frequencies', id, dwell);
  }
}

/** Checks that what needs a rule to be kept has it. */
function checkNeededRules(policy: Policy, source: Source, findings: Findings): void {
  const needs = [
    { what: 'duties', needed: 'day/duties', isThere: policy.duties.length > 0 },
    { what: 'breaks', needed: 'day/breaks', isThere: policy.breaks.length > 0 },
    // Whom a manager joins is told by appointments.
    { what: 'joint frequencies', needed: 'stop/appointments', isThere: policy.frequencies.some(({ joint }) => joint) },
  ] as const;
  for (const { what, needed, isThere } of needs) {
    if (!isThere || policy.rules.some(({ rule }) => rule === needed)) continue;
    const removal = recordsOf(partOf(source, 'remove')).find(({ value }) => value === needed);
    findings.report(policyErrors.ruleNeeded({ at: (removal ?? partOf(source, 'rules')).placeOf([]), value: needed, what }));
  }
}
