import type { Calendar } from '../../domain/calendar.ts';
import type { Location } from '../../domain/customer.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { checkTimeZone } from '../reading/check-time-zone.ts';
import { type CoordinateSystem, checkCoordinateSystem, coordinateSystems, toWgs84 } from '../reading/coordinates.ts';
import { parseSource } from '../reading/parse-source.ts';
import { readJson } from '../reading/read-json.ts';
import { type Source, documentSource, partOf, placedValueAt, valueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { readBoundary } from './boundary.ts';
import { readCalendar } from './calendar.ts';
import { territoryErrors } from './errors.ts';
import type { ReadingContext } from './read-list.ts';
import { type EndPlaces, readPeople } from './read-people.ts';
import { readTrips } from './read-trips.ts';
import { TerritoryFacts } from './territory-document.ts';

/** Facts that the caller sets instead of the territory. */
export interface Overrides {
  /** The name of a preset, or the document of a policy. */
  readonly policy?: Source;
  /** The name of a system of coordinates. */
  readonly coordinates?: string;
}

/** A territory with the places in its input that later findings refer to. */
export interface AssembledTerritory {
  readonly territory: Territory;
  readonly endPlaces: EndPlaces;
}

/** Reads a territory from its document and its tables, or returns null after findings. */
export function assembleTerritory(context: ReadingContext, overrides: Overrides): AssembledTerritory | null {
  const { facts, files, findings } = context;
  const before = findings.count;
  const document = parseSource(TerritoryFacts, facts, findings);
  const system = chooseCoordinateSystem(context, overrides, document?.coordinates);
  checkTimeZone(partOf(facts, 'timeZone'), findings);
  const calendar = readCalendar(partOf(facts, 'calendar'), files, findings);
  const policy = choosePolicy(context, overrides, calendar);
  const boundary = readBoundary(partOf(facts, 'boundary'), findings);
  const { endPlaces, ...people } = readPeople(context, { policy, boundary, setting: document?.setting ?? 'town' });
  if (document === null || policy === null || system === null) return null;
  const { id, name = id, timeZone, startedOn = null } = document;
  const territory = convertLocations(
    { id, name, timeZone, startedOn, calendar, boundary, policy: withFreeStretches(policy, people.reps), ...people },
    system,
  );
  // A customer or rep with findings would be an unknown place.
  const trips = findings.count > before ? [] : readTrips(context, territory);
  return { territory: trips.length === 0 ? territory : { ...territory, trips }, endPlaces };
}

/** A policy without breaks keeps the free stretches of shifts all the same. */
function withFreeStretches(policy: Policy, reps: readonly Rep[]): Policy {
  if (reps.every(({ free }) => free === undefined) || policy.rules.some(({ rule }) => rule === 'day/breaks')) return policy;
  return { ...policy, rules: [...policy.rules, { rule: 'day/breaks', price: 'must', params: {}, tag: 'added' }] };
}

/** The system of the coordinates: that of the caller, or that of the territory; null after findings. */
function chooseCoordinateSystem(
  { facts, findings }: ReadingContext,
  overrides: Overrides,
  declared: CoordinateSystem | undefined,
): CoordinateSystem | null {
  if (overrides.coordinates === undefined) {
    checkCoordinateSystem(facts, findings);
    return declared ?? null;
  }
  const option = documentSource('--coordinates', overrides.coordinates);
  const chosen = coordinateSystems.find((system) => system === overrides.coordinates) ?? null;
  if (chosen === null) {
    findings.report(valueErrors.choiceUnknown({ ...placedValueAt(option), what: 'system of coordinates', choices: coordinateSystems }));
  }
  return chosen;
}

/** Converts all locations of a territory to WGS-84. */
function convertLocations(territory: Territory, system: CoordinateSystem): Territory {
  if (system === 'wgs84') return territory;
  const convert = (location: Location) => toWgs84(location, system);
  return {
    ...territory,
    boundary: territory.boundary?.map((ring) => ring.map(convert)) ?? null,
    customers: territory.customers.map((customer) => ({ ...customer, location: convert(customer.location) })),
    reps: territory.reps.map((rep) => ({ ...rep, start: convert(rep.start), end: convert(rep.end) })),
  };
}

/** The policy: that of the caller, that of `policy.json`, or that of the territory's document; null after findings. */
function choosePolicy({ files, facts, findings }: ReadingContext, overrides: Overrides, calendar: Calendar): Policy | null {
  if (overrides.policy !== undefined) return readPolicy(overrides.policy, findings, calendar);
  const inFacts = partOf(facts, 'policy');
  const content = files.get('policy.json');
  if (content === undefined) {
    if (inFacts.value !== undefined) return readPolicy(inFacts, findings, calendar);
    findings.report(valueErrors.fieldMissing({ at: inFacts.placeOf([]), expected: 'the name of a preset, or a policy.json beside it' }));
    return null;
  }
  const inFile = readJson('policy.json', content, findings);
  if (inFile === null) return null;
  // The territory's document may repeat the name of the policy in the file, or of the preset that it extends.
  const names = [valueAt(inFile.value, ['id']), valueAt(inFile.value, ['extends'])];
  if (inFacts.value !== undefined && !names.includes(inFacts.value)) {
    findings.report(territoryErrors.givenTwice({ ...placedValueAt(inFacts), what: 'policy', also: 'policy.json' }));
  }
  return readPolicy(inFile, findings, calendar);
}
