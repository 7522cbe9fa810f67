import { z } from 'zod';
import type { Calendar } from '../../domain/calendar.ts';
import type { Location } from '../../domain/customer.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Place } from '../../kernel/finding.ts';
import type { RepId } from '../../kernel/ids.ts';
import { checkReachable } from './check-agenda.ts';
import {
  type Read,
  checkCustomerReferences,
  checkCustomers,
  checkIds,
  checkManagers,
  checkRepModes,
  checkReps,
  idsOf,
} from './check-territory.ts';
import { type CoordinateSystem, checkCoordinateSystem, coordinateSystem, coordinateSystems, toWgs84 } from '../reading/coordinates.ts';
import { CustomerDocument, customerOf, setting } from './customers.ts';
import { objectOf, text } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { readJson } from '../reading/read-json.ts';
import { readAcquaintances, readAgenda } from './read-agenda.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { RepDocument, repOf } from './reps.ts';
import { parseSource } from '../reading/parse-source.ts';
import { type Source, documentSource, partOf, placedValueAt, valueAt } from '../reading/source.ts';
import { readBoundary } from './boundary.ts';
import { readCalendar } from './calendar.ts';
import { type Reading, listOf } from './territory-records.ts';
import { checkTimeZone } from '../reading/check-time-zone.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';

/** A territory's own facts. The lists may stand here or in tables of their own. */
export const TerritoryDocument = objectOf({
  id: text,
  name: text.optional(),
  timeZone: text,
  setting: setting.default('town'),
  coordinates: coordinateSystem.default('wgs84'),
  policy: z.unknown().optional(),
  calendar: z.unknown().optional(),
  boundary: z.unknown().optional(),
  customers: z.array(z.unknown()).optional(),
  reps: z.array(z.unknown()).optional(),
  contacts: z.array(z.unknown()).optional(),
  companions: z.array(z.unknown()).optional(),
  history: z.array(z.unknown()).optional(),
  requests: z.array(z.unknown()).optional(),
  campaigns: z.array(z.unknown()).optional(),
  commitments: z.array(z.unknown()).optional(),
});

/** What may be asked for instead of what a territory says itself. */
export interface Instead {
  /** A preset's name, or a policy's document. */
  readonly policy?: Source;
  /** A system of coordinates, by its name. */
  readonly coordinates?: string;
}

/** By rep: the place in the input that gives where the rep's day ends. */
export type EndPlaces = ReadonlyMap<RepId, Place>;

/** A territory with the places in its input that later findings refer to. */
export interface AssembledTerritory {
  readonly territory: Territory;
  readonly endPlaces: EndPlaces;
}

/** The territory of its own document and of the tables beside it, or null after findings. */
export function assembleTerritory(reading: Reading, instead: Instead): AssembledTerritory | null {
  const { root, files, findings } = reading;
  const document = parseSource(TerritoryDocument, root, findings);
  const system = coordinatesOf(reading, instead, document?.coordinates);
  checkTimeZone(partOf(root, 'timeZone'), findings);
  const calendar = readCalendar(partOf(root, 'calendar'), files, findings);
  const policy = chosenPolicy(reading, instead, calendar);
  const boundary = readBoundary(partOf(root, 'boundary'), findings);
  const { endPlaces, ...people } = readPeople(reading, { policy, boundary, setting: document?.setting ?? 'town' });
  if (document === null || policy === null || system === null) return null;
  const { id, name = id, timeZone } = document;
  return { territory: converted({ id, name, timeZone, calendar, boundary, policy, ...people }, system), endPlaces };
}

/** The system of the coordinates: the one asked for, or the one declared; null after findings. */
function coordinatesOf({ root, findings }: Reading, instead: Instead, declared: CoordinateSystem | undefined): CoordinateSystem | null {
  if (instead.coordinates !== undefined) {
    const option = documentSource('--coordinates', instead.coordinates);
    const asked = coordinateSystems.find((system) => system === instead.coordinates) ?? null;
    if (asked === null)
      findings.report(valueErrors.choiceUnknown({ ...placedValueAt(option), what: 'system of coordinates', choices: coordinateSystems }));
    return asked;
  }
  checkCoordinateSystem(root, findings);
  return declared ?? null;
}

/** Everything that lies somewhere, as WGS-84. */
function converted(territory: Territory, system: CoordinateSystem): Territory {
  if (system === 'wgs84') return territory;
  const place = (location: Location) => toWgs84(location, system);
  return {
    ...territory,
    boundary: territory.boundary?.map((ring) => ring.map(place)) ?? null,
    customers: territory.customers.map((customer) => ({ ...customer, location: place(customer.location) })),
    reps: territory.reps.map((rep) => ({ ...rep, start: place(rep.start), end: place(rep.end) })),
  };
}

function readPeople(
  reading: Reading,
  context: Pick<Territory, 'boundary'> & { readonly policy: Policy | null; readonly setting: 'town' | 'country' },
) {
  const { findings } = reading;
  const listed = {
    customers: listOf(reading, 'customers'),
    reps: listOf(reading, 'reps'),
  };
  const ids = { customers: idsOf(listed.customers), reps: idsOf(listed.reps) };
  const { contactsOf, companions, known } = readAcquaintances(reading, ids);
  const tiers = context.policy?.tiers.map(({ id }) => id) ?? null;
  checkIds(listed.customers ?? [], findings);
  checkIds(listed.reps ?? [], findings);
  checkCustomerReferences(listed.customers ?? [], { tiers, reps: ids.reps, companions: known.companions }, findings);
  checkRepModes(listed.reps ?? [], findings);
  checkManagers(listed.reps ?? [], findings);

  const customers = readEach(listed.customers, (source) => {
    const document = parseSource(CustomerDocument, source, findings);
    return document === null ? null : customerOf(document, { setting: context.setting, contacts: contactsOf(document.id) });
  });
  const reps = readEach(listed.reps, (source) => readRep(source, findings));
  const agenda = readAgenda(reading, known, customers.map(valueOf));
  checkCustomers(customers, context, findings);
  checkReps(reps, context.policy, findings);
  const { policy } = context;
  // A rep who could not be read might have come.
  const isComplete = reps.length > 0 && reps.length === listed.reps?.length;
  if (policy !== null && isComplete) checkReachable(customers, { policy, reps: reps.map(valueOf), requests: agenda.requests }, findings);
  const endPlaces: EndPlaces = new Map(reps.map(({ value, source }) => [value.id, source.placeOf(['end'])]));
  return { customers: customers.map(valueOf), reps: reps.map(valueOf), companions, ...agenda, endPlaces };
}

const valueOf = <T>({ value }: Read<T>): T => value;

function readEach<T>(records: readonly Source[] | null, read: (source: Source) => T | null): readonly Read<T>[] {
  return (records ?? []).flatMap((source) => {
    const value = read(source);
    return value === null ? [] : [{ value, source }];
  });
}

function readRep(source: Source, findings: Findings): Rep | null {
  const document = parseSource(RepDocument, source, findings);
  const rep = document === null ? null : repOf(document);
  if (document !== null && rep === null) findings.report(territoryErrors.shiftSplit(placedValueAt(source, 'shifts')));
  return rep;
}

/** The policy that holds: the one asked for, that of `policy.json`, or that of the territory's document. */
function chosenPolicy({ files, root, findings }: Reading, instead: Instead, calendar: Calendar): Policy | null {
  if (instead.policy !== undefined) return readPolicy(instead.policy, findings, calendar);
  const named = partOf(root, 'policy');
  const content = files.get('policy.json');
  if (content === undefined) {
    if (named.value !== undefined) return readPolicy(named, findings, calendar);
    findings.report(valueErrors.fieldMissing({ at: named.placeOf([]), expected: 'the name of a preset, or a policy.json beside it' }));
    return null;
  }
  const own = readJson('policy.json', content, findings);
  if (own === null) return null;
  // A territory may repeat the name of its policy or of the preset that this one extends.
  const names = [valueAt(own.value, ['id']), valueAt(own.value, ['extends'])];
  if (named.value !== undefined && !names.includes(named.value)) {
    findings.report(territoryErrors.givenTwice({ ...placedValueAt(named), what: 'policy', also: 'policy.json' }));
  }
  return readPolicy(own, findings, calendar);
}
