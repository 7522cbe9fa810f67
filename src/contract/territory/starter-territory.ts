import { type Day, addDays, formatDay, weekOf } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Language } from '../../kernel/text.ts';
import { modeOf } from '../../travel/modes/index.ts';
import { contactColumns } from './contacts.ts';
import { customerColumns } from './customers.ts';
import { headingIn } from '../reading/headings.ts';
import { historyColumns } from './history.ts';
import { repColumns } from './reps.ts';
import { requestColumns } from './requests.ts';
import { type StarterWords, starterWords } from './starter-words.ts';
import type { Column } from '../reading/column.ts';
import { tableIn } from './table-names.ts';
import { modeName } from '../policy/mode-name.ts';

/** A table of text cells, its headings first. */
export interface StarterTable {
  /** What it is called in its language, as a file or a sheet. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A territory to begin with: facts by the names that `territory.json` has for them, and tables with example rows. */
export interface StarterTerritory {
  readonly facts: Readonly<Record<string, string>>;
  /** The same facts as a table, a fact a row. */
  readonly factTable: StarterTable;
  readonly tables: readonly StarterTable[];
}

/** What a territory to begin with is for. */
export interface StarterWish {
  readonly id: string;
  readonly policy: Policy;
  readonly language: Language;
  /** History ends before it, and the week after its own is the first to be planned. */
  readonly today: Day;
}

/** Cells by heading; the others of the table stay empty. */
type Row = Readonly<Record<string, string>>;

/** What all tables are made from. */
interface Draft extends StarterWish {
  readonly words: StarterWords;
}

/**
 * A territory of a made-up town with a few rows in each table, which plans as it is: tiers, tags, posts, managers,
 * contacts and modes are those that the policy asks for.
 */
export function starterTerritory(wish: StarterWish): StarterTerritory {
  const draft: Draft = { ...wish, words: starterWords[wish.language] };
  const { id, language, words } = draft;
  const table = (name: string, columns: readonly Column[], rows: readonly Row[]): StarterTable => ({
    name: tableIn(name, language),
    rows: [columns.map((column) => headingIn(column, language)), ...rows.map((row) => columns.map(({ heading }) => row[heading] ?? ''))],
  });
  const facts = { id, name: id, timeZone: words.timeZone, coordinates: words.coordinates, policy: wish.policy.id };
  return {
    facts,
    factTable: { name: tableIn('territory', language), rows: Object.entries(facts) },
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

const contactOf = (i: number, j: number) => `${customerId(i)}-${j + 1}`;

/** The entry of a list that comes round again and again; empty where there is none. */
const turn = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/** Customers within some two kilometres, of every tier and tag in turn. */
function customerRows({ policy, words }: Draft): readonly Row[] {
  const tagged = [...new Set(policy.frequencies.flatMap(({ tags }) => tags))];
  // Where some frequency asks for no tag, customers without one are visited as well.
  const tags = policy.frequencies.some(({ tags: asked }) => asked.length === 0) ? ['', ...tagged] : tagged;
  return words.customers.map((name, i) => ({
    id: customerId(i),
    name,
    lat: (words.middle.lat + 0.004 * ((i % 4) - 1.5)).toFixed(4),
    lng: (words.middle.lng + 0.005 * (Math.floor(i / 4) * 2 - 1) + 0.002 * (i % 4)).toFixed(4),
    setting: words.town,
    tier: turn(
      policy.tiers.map(({ id }) => id),
      i,
    ),
    tags: turn(tags, i),
    bus_served: words.yes,
    ...(i === 0 ? { hours: words.hours } : {}),
    ...(i === 1 ? { order_weekday: words.orderDay } : {}),
  }));
}

const isManagers = (kind: string) => kind === 'manager' || kind === 'inspection';

/** A rep for each post that the policy counts by, and a manager where it wants visits of one. */
function repRows({ policy, words, language }: Draft): readonly Row[] {
  const posts = (managers: boolean) => [
    ...new Set(policy.frequencies.filter(({ kind }) => isManagers(kind) === managers).flatMap(({ posts: asked }) => asked)),
  ];
  const hasManager = policy.frequencies.some(({ kind }) => isManagers(kind));
  const common = {
    start_lat: words.middle.lat.toFixed(4),
    start_lng: words.middle.lng.toFixed(4),
    ...ways(policy, language),
    shifts: words.shifts,
  };
  const reps = (posts(false).length === 0 ? [''] : posts(false)).map((post, i) => ({
    ...common,
    id: `R${i + 1}`,
    name: turn(words.people, i),
    post,
    manager: hasManager ? 'M1' : '',
  }));
  const manager = { ...common, id: 'M1', name: words.people.at(-1) ?? '', post: turn(posts(true), 0), role: 'manager' };
  return hasManager ? [...reps, manager] : reps;
}

/** The own vehicle that the policy names first, if it names any, and every free mode. */
function ways(policy: Policy, language: Language): Row {
  const isOwn = (mode: string) => modeOf(mode)?.ownVehicle === true;
  const named = (modes: readonly string[]) => modes.map((mode) => (language === 'en' ? mode : modeName(mode).zh)).join(';');
  return { vehicles: named(policy.modes.filter(isOwn).slice(0, 1)), modes: named(policy.modes.filter((mode) => !isOwn(mode))) };
}

/** The roles that the policy wants met. */
const rolesOf = ({ frequencies }: Policy): readonly string[] => [
  ...new Set(frequencies.map(({ contact }) => contact).filter((role) => role !== null)),
];

/** Somebody in every role at each customer; where the policy asks for none, the owners of the first two. */
function contactRows({ policy, words }: Draft): readonly Row[] {
  const roles = rolesOf(policy);
  const customers = roles.length > 0 ? words.customers : words.customers.slice(0, 2);
  return customers.flatMap((_, i) =>
    (roles.length > 0 ? roles : [words.owner]).map((role, j) => ({
      customer: customerId(i),
      id: contactOf(i, j),
      name: turn(words.people, i + 3 * j),
      role,
    })),
  );
}

/** Every customer once a week, for four weeks until today; where there are contacts, another one each time. */
function historyRows({ policy, words, today }: Draft): readonly Row[] {
  const returns = policy.frequencies.some(({ kind }) => kind === 'return');
  // Return visits are to whoever comes first.
  const met = returns ? 1 : rolesOf(policy).length;
  const { first } = weekOf(today);
  const visits = [-21, -14, -7, 0].flatMap((weeks, j) => words.customers.map((_, i) => ({ i, j, day: addDays(first, weeks + (i % 5)) })));
  return visits
    .filter(({ day }) => day < today)
    .map(({ i, j, day }) => ({
      customer: customerId(i),
      day: formatDay(day),
      kind: words.kinds[returns ? 'return' : 'ordinary'],
      rep: 'R1',
      contact: rolesOf(policy).length === 0 ? '' : contactOf(i, j % met),
    }));
}

/** Something that came up, to be settled next week. */
function requestRows({ words, today }: Draft): readonly Row[] {
  const { first } = weekOf(addDays(today, 7));
  const [from, deadline] = [first, addDays(first, 4)].map(formatDay);
  return [{ id: 'Q1', customer: customerId(2), ...words.complaint, from: from ?? '', deadline: deadline ?? '', required: words.yes }];
}
