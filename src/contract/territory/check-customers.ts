import type { Customer, Location } from '../../domain/customer.ts';
import { mayMeet } from '../../domain/may-serve.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import { modesOf } from '../../domain/vehicle.ts';
import { allWindows } from '../../domain/visiting-hours.ts';
import { modeOf } from '../../travel/modes/index.ts';
import { checkModes } from '../policy/check-policy.ts';
import { policyErrors } from '../policy/errors.ts';
import type { Findings } from '../reading/findings.ts';
import type { Parsed } from '../reading/parse-source.ts';
import { type Source, partOf, placedValueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { isInside } from './boundary.ts';
import { type Names, checkName } from './check-names.ts';
import { territoryErrors } from './errors.ts';

/** The names that customers refer to. */
export interface CustomerNames {
  readonly tiers: Names;
  readonly reps: Names;
  readonly companions: Names;
}

/** Checks that the tiers, reps, companions and modes of customers exist. The customers may be invalid otherwise. */
export function checkCustomerReferences(customers: readonly Source[], names: CustomerNames, findings: Findings): void {
  for (const customer of customers) {
    checkName(partOf(customer, 'tier'), names.tiers, policyErrors.tierUnknown, findings);
    checkRep(partOf(customer, 'requiredRep'), names.reps, findings);
    checkRep(partOf(customer, 'preferredRep'), names.reps, findings);
    checkName(partOf(customer, 'companion'), names.companions, territoryErrors.companionUnknown, findings);
    checkModes(partOf(customer, 'allowedModes'), findings);
  }
}

/** Checks that a rep exists. An empty name is no rep either. */
function checkRep(rep: Source, reps: Names, findings: Findings): void {
  if (typeof rep.value !== 'string' || reps === null || reps.has(rep.value)) return;
  findings.report(territoryErrors.repUnknown({ ...placedValueAt(rep), choices: [...reps] }));
}

/** Checks that customers are open long enough for a visit, and that their locations are plausible. */
export function checkCustomers(
  customers: readonly Parsed<Customer>[],
  { policy, boundary }: { readonly policy: Policy | null; readonly boundary: Territory['boundary'] },
  findings: Findings,
): void {
  const median = medianOf(customers.map(({ value }) => value.location));
  for (const { value, source } of customers) {
    if (policy !== null) checkHours(value, source, policy, findings);
    if (boundary !== null) checkBoundary(value, source, boundary, findings);
    else if (looksSwapped(value.location, median)) {
      findings.report(valueErrors.coordinatesSwapped(placedValueAt(source, 'location', 'lat')));
    }
  }
}

function checkHours(customer: Customer, source: Source, policy: Policy, findings: Findings): void {
  const dwell = customer.dwell ?? policy.tiers.find(({ id }) => id === customer.tier)?.dwell ?? 0;
  const hours = customer.hours ?? policy.defaultHours[customer.setting];
  const fits = allWindows(hours).some(({ from, until }) => until - from >= dwell);
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
  else {
    const at = source.placeOf(['location', 'lat']);
    findings.report(territoryErrors.outsideBoundary({ at, value: `${lat}, ${lng}`, customer: customer.id }));
  }
}

/** The median location, or null for fewer than three locations. */
function medianOf(locations: readonly Location[]): Location | null {
  if (locations.length < 3) return null;
  const median = (degrees: readonly number[]) => degrees.toSorted((a, b) => a - b)[Math.floor(degrees.length / 2)] ?? 0;
  return { lat: median(locations.map(({ lat }) => lat)), lng: median(locations.map(({ lng }) => lng)) };
}

/** Whether a location is more than five degrees from the median, but less than one degree with its coordinates exchanged. */
function looksSwapped({ lat, lng }: Location, median: Location | null): boolean {
  if (median === null) return false;
  const distance = (a: number, b: number) => Math.max(Math.abs(a - median.lat), Math.abs(b - median.lng));
  return distance(lat, lng) > 5 && distance(lng, lat) < 1;
}

/** Checks that each customer has a rep who may visit it, with a mode that it allows. */
export function checkReachable(
  customers: readonly Parsed<Customer>[],
  territory: Pick<Territory, 'policy' | 'requests' | 'reps'>,
  findings: Findings,
): void {
  const repIds = new Set(territory.reps.map(({ id }) => id));
  // One request of each kind is enough: only the kinds decide who may come.
  const requests = [...new Map(territory.requests.map((request) => [request.kind, request])).values()];
  for (const { value, source } of customers) {
    // An unknown rep has a finding of its own.
    if (value.requiredRep !== null && !repIds.has(value.requiredRep)) continue;
    const reps = territory.reps.filter((rep) => mayMeet({ ...territory, requests }, rep, value));
    if (reps.length === 0) {
      const at = placedValueAt(source, value.requiredRep === null ? 'area' : 'requiredRep');
      findings.report(territoryErrors.customerUnreachable({ ...at, customer: value.id }));
    } else checkAllowedModes({ value, source }, { policy: territory.policy, reps }, findings);
  }
}

function checkAllowedModes(
  { value, source }: Parsed<Customer>,
  { policy, reps }: { readonly policy: Policy; readonly reps: readonly Rep[] },
  findings: Findings,
): void {
  const allowed = value.allowedModes;
  // An unknown mode has a finding of its own.
  if (allowed === null || allowed.some((mode) => modeOf(mode) === null)) return;
  const modes = [...new Set(reps.flatMap((rep) => modesOf(policy, rep)))];
  if (modes.some((mode) => allowed.includes(mode))) return;
  findings.report(territoryErrors.customerWithoutWay({ ...placedValueAt(source, 'allowedModes'), customer: value.id, modes }));
}
