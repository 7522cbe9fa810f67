import { type Day, addDays, formatDay, weekOf } from '../../../domain/calendar.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Language } from '../../../kernel/text.ts';
import { modeOf } from '../../../travel/modes/index.ts';
import { contactColumns } from '../tables/contacts.ts';
import { customerColumns } from '../tables/customers.ts';
import { headingIn } from '../../reading/headings.ts';
import { historyColumns } from '../tables/history.ts';
import { repColumns } from '../tables/reps.ts';
import { requestColumns } from '../tables/requests.ts';
import { type StarterWords, starterWords } from './starter-words.ts';
import type { Column } from '../../reading/column.ts';
import { tableNameIn } from '../table-names.ts';
import { modeName } from '../../policy/mode-name.ts';

/** A table of text cells; its first row holds the headings. */
export interface StarterTable {
  /** The name of the table in its language. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A territory to start from: the facts of `territory.json`, and tables with example rows. */
export interface StarterTerritory {
  readonly facts: Readonly<Record<string, string>>;
  /** The same facts as a table, one fact per row. */
  readonly factTable: StarterTable;
  readonly tables: readonly StarterTable[];
}

/** Options of a starter territory. */
export interface StarterOptions {
  readonly id: string;
  readonly policy: Policy;
  readonly language: Language;
  /** History ends before this day. The first week to plan is the week after it. */
  readonly today: Day;
}

/** Cells by heading. Other cells of the row are empty. */
type Row = Readonly<Record<string, string>>;

/** The options with the words of their language. */
interface Draft extends StarterOptions {
  readonly words: StarterWords;
}

/**
 * Makes a territory of a made-up town with a few rows in each table, which can be planned at once. Its tiers, tags, posts,
 * managers, contacts and modes are those that the policy names.
 */
export function starterTerritory(options: StarterOptions): StarterTerritory {
  const draft: Draft = { ...options, words: starterWords[options.language] };
  const { id, language, words } = draft;
  const table = (name: string, columns: readonly Column[], rows: readonly Row[]): StarterTable => ({
    name: tableNameIn(name, language),
    rows: [columns.map((column) => headingIn(column, language)), ...rows.map((row) => columns.map(({ heading }) => row[heading] ?? ''))],
  });
  const facts = { id, name: id, timeZone: words.timeZone, coordinates: words.coordinates, policy: options.policy.id };
  return {
    facts,
    factTable: { name: tableNameIn('territory', language), rows: Object.entries(facts) },
    tables: [
      table('customers', customerColumns, customerRows(draft)),
      table('reps', repColumns, repRows(draft)),
      table('contacts', contactColumns, contactRows(draft)),
      table('history', historyColumns, historyRows(draft)),
      table('requests', requestColumns, requestRows(draft)),
    ],
  };
}

const customerId = (i: number) => `C${String(i + 1).padStart(3, '0')}`;

const contactId = (i: number, j: number) => `${customerId(i)}-${j + 1}`;

/** Entry `i` of a list that repeats without end; empty for an empty list. */
const repeated = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/** Customers within about two kilometres. Tiers and tags alternate. */
function customerRows({ policy, words }: Draft): readonly Row[] {
  const tagged = [...new Set(policy.frequencies.flatMap(({ tags }) => tags))];
  // A frequency without tags is for customers without tags, too.
  const tags = policy.frequencies.some((frequency) => frequency.tags.length === 0) ? ['', ...tagged] : tagged;
  return words.customers.map((name, i) => ({
    id: customerId(i),
    name,
    lat: (words.middle.lat + 0.004 * ((i % 4) - 1.5)).toFixed(4),
    lng: (words.middle.lng + 0.005 * (Math.floor(i / 4) * 2 - 1) + 0.002 * (i % 4)).toFixed(4),
    setting: words.town,
    tier: repeated(
      policy.tiers.map(({ id }) => id),
      i,
    ),
    tags: repeated(tags, i),
    bus_served: words.yes,
    ...(i === 0 ? { hours: words.hours } : {}),
    ...(i === 1 ? { order_weekday: words.orderDay } : {}),
  }));
}

const isByManager = (kind: string) => kind === 'manager' || kind === 'inspection';

/** A rep for each post in the policy, and a manager where the policy has visits of managers. */
function repRows({ policy, words, language }: Draft): readonly Row[] {
  const postsOf = (role: 'rep' | 'manager') => [
    ...new Set(policy.frequencies.filter(({ kind }) => isByManager(kind) === (role === 'manager')).flatMap(({ posts }) => posts)),
  ];
  const hasManager = policy.frequencies.some(({ kind }) => isByManager(kind));
  const shared = {
    start_lat: words.middle.lat.toFixed(4),
    start_lng: words.middle.lng.toFixed(4),
    ...modeCells(policy, language),
    shifts: words.shifts,
  };
  const reps = (postsOf('rep').length === 0 ? [''] : postsOf('rep')).map((post, i) => ({
    ...shared,
    id: `R${i + 1}`,
    name: repeated(words.people, i),
    post,
    manager: hasManager ? 'M1' : '',
  }));
  const manager = { ...shared, id: 'M1', name: words.people.at(-1) ?? '', post: repeated(postsOf('manager'), 0), role: 'manager' };
  return hasManager ? [...reps, manager] : reps;
}

/** The first own vehicle of the policy, where it has one, and all its free modes. */
function modeCells(policy: Policy, language: Language): Row {
  const isOwn = (mode: string) => modeOf(mode)?.ownVehicle === true;
  const namesOf = (modes: readonly string[]) => modes.map((mode) => (language === 'en' ? mode : modeName(mode).zh)).join(';');
  return { vehicles: namesOf(policy.modes.filter(isOwn).slice(0, 1)), modes: namesOf(policy.modes.filter((mode) => !isOwn(mode))) };
}

/** The roles of contacts in the policy. */
const rolesOf = ({ frequencies }: Policy): readonly string[] => [
  ...new Set(frequencies.map(({ contact }) => contact).filter((role) => role !== null)),
];

/** A contact of each role at each customer. For a policy without roles, the owners of the first two customers. */
function contactRows({ policy, words }: Draft): readonly Row[] {
  const roles = rolesOf(policy);
  const customers = roles.length > 0 ? words.customers : words.customers.slice(0, 2);
  return customers.flatMap((_, i) =>
    (roles.length > 0 ? roles : [words.owner]).map((role, j) => ({
      customer: customerId(i),
      id: contactId(i, j),
      name: repeated(words.people, i + 3 * j),
      role,
    })),
  );
}

/** A visit of each customer in each of the last four weeks. Contacts alternate. */
function historyRows({ policy, words, today }: Draft): readonly Row[] {
  const hasReturns = policy.frequencies.some(({ kind }) => kind === 'return');
  // Return visits meet the first contact only.
  const contactCount = hasReturns ? 1 : rolesOf(policy).length;
  const { first } = weekOf(today);
  const visits = [-21, -14, -7, 0].flatMap((weeks, j) => words.customers.map((_, i) => ({ i, j, day: addDays(first, weeks + (i % 5)) })));
  return visits
    .filter(({ day }) => day < today)
    .map(({ i, j, day }) => ({
      customer: customerId(i),
      day: formatDay(day),
      kind: words.kinds[hasReturns ? 'return' : 'ordinary'],
      rep: 'R1',
      contact: rolesOf(policy).length === 0 ? '' : contactId(i, j % contactCount),
    }));
}

/** A complaint, due next week. */
function requestRows({ words, today }: Draft): readonly Row[] {
  const { first } = weekOf(addDays(today, 7));
  const [from, deadline] = [first, addDays(first, 4)].map(formatDay);
  return [{ id: 'Q1', customer: customerId(2), ...words.complaint, from: from ?? '', deadline: deadline ?? '', required: words.yes }];
}
