import type { Policy } from '../../domain/policy.ts';
import type { Rep } from '../../domain/rep.ts';
import { modesOf } from '../../domain/vehicle.ts';
import { modeOf } from '../../travel/modes/index.ts';
import { checkModes } from '../policy/check-policy.ts';
import type { Findings } from '../reading/findings.ts';
import type { Parsed } from '../reading/parse-source.ts';
import { type Source, partOf, placedValueAt, recordsOf, valueAt } from '../reading/source.ts';
import { checkName, idsOf } from './check-names.ts';
import { territoryErrors } from './errors.ts';

/** Checks that the modes of reps exist and stand in the right list. The reps may be invalid otherwise. */
export function checkRepModes(reps: readonly Source[], findings: Findings): void {
  for (const rep of reps) {
    for (const list of ['vehicles', 'modes']) {
      checkModes(partOf(rep, list), findings);
      checkModeList(partOf(rep, list), list === 'vehicles', findings);
    }
  }
}

function checkModeList(list: Source, isOfVehicles: boolean, findings: Findings): void {
  for (const source of recordsOf(list)) {
    const mode = modeOf(String(source.value));
    if (mode === null || mode.ownVehicle === isOfVehicles) continue;
    findings.report(territoryErrors.modeMisplaced({ ...placedValueAt(source), mode: mode.id, isVehicle: mode.ownVehicle }));
  }
}

/** Checks that the superiors of reps are managers of the territory. The reps may be invalid otherwise. */
export function checkManagers(reps: readonly Source[], findings: Findings): void {
  const managers = idsOf(reps.filter(({ value }) => valueAt(value, ['role']) === 'manager'));
  for (const rep of reps) checkName(partOf(rep, 'manager'), managers, territoryErrors.managerUnknown, findings);
}

/** Checks that each rep works on some weekday and has a mode of transport that the policy allows. */
export function checkReps(reps: readonly Parsed<Rep>[], policy: Policy | null, findings: Findings): void {
  for (const { value, source } of reps) {
    if (Object.values(value.shifts).every((shift) => shift === null)) {
      findings.report(territoryErrors.repWithoutShift({ ...placedValueAt(source, 'shifts'), rep: value.id }));
    }
    // An unknown mode has a finding of its own.
    const allExist = [...value.vehicles, ...value.modes].every((mode) => modeOf(mode) !== null);
    if (allExist && policy !== null && modesOf(policy, value).length === 0) {
      findings.report(territoryErrors.repWithoutMode({ at: source.placeOf(['modes']), rep: value.id, allowed: policy.modes }));
    }
  }
}
