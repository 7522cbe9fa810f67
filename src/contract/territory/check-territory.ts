import type { Customer, Location } from '../../domain/customer.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import { modesOf } from '../../domain/vehicle.ts';
import { formatPlace } from '../../kernel/finding.ts';
import { modeOf } from '../../travel/modes/index.ts';
import { checkModes } from '../policy/check-policy.ts';
import { checkName } from './check-references.ts';
import type { Findings } from '../reading/findings.ts';
import { type Source, partOf, recordsOf, placedValueAt, valueAt } from '../reading/source.ts';
import { isInside } from './boundary.ts';
import { policyErrors } from '../policy/errors.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** A record that was read, with where it stands. */
export interface Read<T> {
  readonly value: T;
  readonly source: Source;
}

/** The ids of records as written, sound or not; null when their table could not be read, and then nothing is held against it. */
export type KnownIds = readonly string[] | null;

/** The ids of records, sound or not. */
export function idsOf(records: readonly Source[] | null): KnownIds {
  return records === null ? null : records.map(({ value }) => valueAt(value, ['id'])).filter((id) => typeof id === 'string');
}

/** Checks that no two records share an id. */
export function checkIds(records: readonly Source[], findings: Findings): void {
  const first = new Map<unknown, Source>();
  for (const record of records) {
    const id = valueAt(record.value, ['id']);
    const taken = first.get(id);
    if (taken === undefined || id === undefined) first.set(id, record);
    else findings.report(valueErrors.idTwice({ ...placedValueAt(record, 'id'), first: formatPlace(taken.placeOf(['id'])) }));
  }
}

/** Checks what customers, sound or not, refer to: tiers, reps and modes. Null stands for what could not be read itself. */
export function checkCustomerReferences(
  customers: readonly Source[],
  known: { readonly tiers: KnownIds; readonly reps: KnownIds; readonly companions: ReadonlySet<string> | null },
  findings: Findings,
): void {
  for (const source of customers) {
    const tier = partOf(source, 'tier');
    if (typeof tier.value === 'string' && tier.value !== '' && known.tiers?.includes(tier.value) === false) {
      findings.report(policyErrors.tierUnknown({ ...placedValueAt(tier), choices: known.tiers }));
    }
    checkReference(partOf(source, 'requiredRep'), known.reps, findings);
    checkReference(partOf(source, 'preferredRep'), known.reps, findings);
    checkName(partOf(source, 'companion'), known.companions, territoryErrors.companionUnknown, findings);
    checkModes(partOf(source, 'allowedModes'), findings);
  }
}

/** Checks that customers are open long enough and lie where they may. */
export function checkCustomers(
  customers: readonly Read<Customer>[],
  { policy, boundary }: { readonly policy: Policy | null; readonly boundary: Territory['boundary'] },
  findings: Findings,
): void {
  const middle = middleOf(customers.map(({ value }) => value.location));
  for (const { value, source } of customers) {
    if (policy !== null) checkHours(value, source, policy, findings);
    if (boundary !== null) checkBoundary(value, source, boundary, findings);
    else if (lieFarApart(value.location, middle)) findings.report(valueErrors.coordinatesSwapped(placedValueAt(source, 'location', 'lat')));
  }
}

function checkReference(source: Source, reps: KnownIds, findings: Findings): void {
  if (typeof source.value !== 'string' || reps === null || reps.includes(source.value)) return;
  findings.report(territoryErrors.repUnknown({ ...placedValueAt(source), choices: reps }));
}

function checkHours(customer: Customer, source: Source, policy: Policy, findings: Findings): void {
  const dwell = customer.dwell ?? policy.tiers.find(({ id }) => id === customer.tier)?.dwell ?? 0;
  const hours = customer.hours ?? policy.defaultHours[customer.setting];
  const fits = Object.values(hours.byWeekday).some((windows) => windows.some(({ from, until }) => until - from >= dwell));
  if (!fits) {
    findings.report(
      territoryErrors.hoursTooShort({
        ...placedValueAt(source, 'hours'),
        customer: customer.id,
        dwell: `${Math.round(dwell / 60)} minutes`,
      }),
    );
  }
}

function checkBoundary(customer: Customer, source: Source, boundary: NonNullable<Territory['boundary']>, findings: Findings): void {
  const { lat, lng } = customer.location;
  if (isInside(boundary, customer.location)) return;
  if (isInside(boundary, { lat: lng, lng: lat })) findings.report(valueErrors.coordinatesSwapped(placedValueAt(source, 'location', 'lat')));
  else
    findings.report(
      territoryErrors.outsideBoundary({ at: source.placeOf(['location', 'lat']), value: `${lat}, ${lng}`, customer: customer.id }),
    );
}

/** The median location, or null for fewer than three. */
function middleOf(locations: readonly Location[]): Location | null {
  if (locations.length < 3) return null;
  const median = (degrees: readonly number[]) => degrees.toSorted((a, b) => a - b)[Math.floor(degrees.length / 2)] ?? 0;
  return { lat: median(locations.map(({ lat }) => lat)), lng: median(locations.map(({ lng }) => lng)) };
}

/** Whether a location is more than five degrees off the others, but within one if its coordinates are exchanged. */
function lieFarApart({ lat, lng }: Location, middle: Location | null): boolean {
  if (middle === null) return false;
  const off = (a: number, b: number) => Math.max(Math.abs(a - middle.lat), Math.abs(b - middle.lng));
  return off(lat, lng) > 5 && off(lng, lat) < 1;
}

/** Checks that the modes of reps, sound or not, exist and stand in the right list. */
export function checkRepModes(reps: readonly Source[], findings: Findings): void {
  for (const source of reps) {
    for (const list of ['vehicles', 'modes']) {
      checkModes(partOf(source, list), findings);
      checkList(partOf(source, list), list === 'vehicles', findings);
    }
  }
}

function checkList(list: Source, isOfVehicles: boolean, findings: Findings): void {
  for (const source of recordsOf(list)) {
    const mode = modeOf(String(source.value));
    if (mode === null || mode.ownVehicle === isOfVehicles) continue;
    findings.report(territoryErrors.modeMisplaced({ ...placedValueAt(source), mode: mode.id, isVehicle: mode.ownVehicle }));
  }
}

/** Checks that the superiors of reps, sound or not, are managers of the territory. */
export function checkManagers(reps: readonly Source[], findings: Findings): void {
  const managers = new Set(idsOf(reps.filter(({ value }) => valueAt(value, ['role']) === 'manager')));
  for (const source of reps) checkName(partOf(source, 'manager'), managers, territoryErrors.managerUnknown, findings);
}

/** Checks that every rep works on some day and can get somewhere. */
export function checkReps(reps: readonly Read<Rep>[], policy: Policy | null, findings: Findings): void {
  for (const { value, source } of reps) {
    if (Object.values(value.shifts).every((shift) => shift === null)) {
      findings.report(territoryErrors.repWithoutShift({ ...placedValueAt(source, 'shifts'), rep: value.id }));
    }
    // A mode that does not exist has its own finding.
    const known = [...value.vehicles, ...value.modes].every((mode) => modeOf(mode) !== null);
    if (known && policy !== null && modesOf(policy, value).length === 0) {
      findings.report(territoryErrors.repWithoutMode({ at: source.placeOf(['modes']), rep: value.id, allowed: policy.modes }));
    }
  }
}
