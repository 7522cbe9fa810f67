import type { Findings } from './findings.ts';
import { type Source, placedValueAt } from './source.ts';
import { valueErrors } from './value-errors.ts';

/** Reports a time zone that does not exist. */
export function checkTimeZone(source: Source, findings: Findings): void {
  if (typeof source.value !== 'string' || isTimeZone(source.value)) return;
  findings.report(valueErrors.timeZoneUnknown({ ...placedValueAt(source), choices: Intl.supportedValuesOf('timeZone') }));
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl throws for an unknown zone; it has no other check.
    return false;
  }
}
