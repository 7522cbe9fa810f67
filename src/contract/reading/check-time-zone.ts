import type { Findings } from './findings.ts';
import { type Source, placedValueAt } from './source.ts';
import { valueErrors } from './value-errors.ts';

/** Checks that a time zone is one that clocks can be read in. */
export function checkTimeZone(source: Source, findings: Findings): void {
  if (typeof source.value !== 'string' || isTimeZone(source.value)) return;
  findings.report(valueErrors.timeZoneUnknown({ ...placedValueAt(source), choices: Intl.supportedValuesOf('timeZone') }));
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl tells an unknown zone by throwing; there is no other way to ask.
    return false;
  }
}
