import { z } from 'zod';
import type { Calendar } from '../domain/calendar.ts';
import type { Location } from '../domain/customer.ts';
import type { Policy } from '../domain/policy.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import { present } from '../kernel/assert.ts';
import { errors } from '../kernel/errors.ts';
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
import { type CoordinateSystem, checkDeclared, coordinateSystem, toWgs84 } from './coordinates.ts';
import { CustomerDocument, customerOf, setting } from './customers.ts';
import { fields, text } from './fields.ts';
import { Findings } from './findings.ts';
import { readJson } from './json.ts';
import { readAcquaintances, readAgenda } from './read-agenda.ts';
import { readPolicy } from './read-policy.ts';
import { RepDocument, repOf } from './reps.ts';
import { type Source, documentSource, parseSource, partOf, sightingAt, valueAt } from './source.ts';
import { readBoundary } from './territory-boundary.ts';
import { readCalendar } from './territory-calendar.ts';
import { type Reading, type ShownAs, listOf, readRoot } from './territory-records.ts';
import { checkTimeZone } from './time-zone.ts';

/** A territory's own facts. The lists may stand here or in tables of their own. */
export const TerritoryDocument = fields({
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

/** What may be asked of reading. */
export interface ReadingOptions {
  /** A preset to use instead of the territory's own policy. */
  readonly policy?: string;
  /** What files are called that come from a workbook. */
  readonly shownAs?: ShownAs;
}

/**
 * Reads a territory from its files, by name: `territory.json`, the tables beside it, `policy.json` and the
 * holiday files it names; or one JSON file of any name, given first, and its holiday files. Throws a `PlanningError` with all that is wrong.
 */
export function readTerritory(files: ReadonlyMap<string, string>, options: ReadingOptions = {}): Territory {
  const findings = new Findings();
  const shownAs = options.shownAs ?? new Map();
  const root = readRoot({ files, shownAs, findings });
  const territory = root === null ? null : readAll({ files, shownAs, root, findings }, options);
  findings.refuse();
  return present(territory, 'a territory that was not refused');
}

function readAll(reading: Reading, options: ReadingOptions): Territory | null {
  const { root, files, findings } = reading;
  const document = parseSource(TerritoryDocument, root, findings);
  checkDeclared(root, findings);
  checkTimeZone(partOf(root, 'timeZone'), findings);
  const calendar = readCalendar(partOf(root, 'calendar'), files, findings);
  const policy = chosenPolicy(reading, options, calendar);
  const boundary = readBoundary(partOf(root, 'boundary'), findings);
  const people = readPeople(reading, { policy, boundary, setting: document?.setting ?? 'town' });
  if (document === null || policy === null) return null;
  const { id, name = id, timeZone, coordinates } = document;
  return converted({ id, name, timeZone, calendar, boundary, policy, ...people }, coordinates);
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
  return { customers: customers.map(valueOf), reps: reps.map(valueOf), companions, ...agenda };
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
  if (document !== null && rep === null) findings.report(errors.shiftSplit(sightingAt(source, 'shifts')));
  return rep;
}

/** The policy that holds: the one asked for, that of `policy.json`, or that of the territory's document. */
function chosenPolicy({ files, root, findings }: Reading, options: ReadingOptions, calendar: Calendar): Policy | null {
  if (options.policy !== undefined) return readPolicy(documentSource('--policy', options.policy), findings);
  const named = partOf(root, 'policy');
  const content = files.get('policy.json');
  if (content === undefined) {
    if (named.value !== undefined) return readPolicy(named, findings, calendar);
    findings.report(errors.fieldMissing({ at: named.placeOf([]), expected: 'the name of a preset, or a policy.json beside it' }));
    return null;
  }
  const own = readJson('policy.json', content, findings);
  if (own === null) return null;
  // A territory may repeat the name of its policy or of the preset that this one extends.
  const names = [valueAt(own.value, ['id']), valueAt(own.value, ['extends'])];
  if (named.value !== undefined && !names.includes(named.value)) {
    findings.report(errors.givenTwice({ ...sightingAt(named), what: 'policy', also: 'policy.json' }));
  }
  return readPolicy(own, findings, calendar);
}
