import type { Day, DayRange } from '../../src/domain/calendar.ts';
import type { Commitment } from '../../src/domain/commitment.ts';
import type { Companion } from '../../src/domain/contact.ts';
import type { Customer, Location, Setting } from '../../src/domain/customer.ts';
import type { OrderLead } from '../../src/domain/order-days.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Campaign, VisitRequest } from '../../src/domain/request.ts';
import type { PastVisit } from '../../src/domain/territory.ts';
import type { Random } from '../../src/kernel/random.ts';
import type { Point } from './map/plane.ts';

/** The description from which a territory is made. Equal specs give equal bytes. */
export type TerritorySpec = BeatsSpec | TeamSpec;

/** The fields that all specs have. */
export interface CommonSpec {
  /** The folder's name. */
  readonly id: string;
  readonly name: string;
  /** A sentence or two of the README: what the territory is for. */
  readonly purpose: string;
  /** Whole number from which all random numbers come. */
  readonly seed: number;
  readonly policy: Policy;
  /** The middle of the map. */
  readonly origin: Location;
  /** The month that the witness plans. */
  readonly month: DayRange;
  /** Last day of the history: the day before the month, or a day within it, up to which the witness was carried out. */
  readonly historyUntil: Day;
  /** All visits up to that day, by day; null to make them up. */
  readonly history: readonly PastVisit[] | null;
}

/** The days of one plan. */
export interface HorizonSpec {
  /** The file with the promises that every good plan of these days keeps. */
  readonly file: string;
  readonly title: string;
  readonly days: DayRange;
}

/** A territory of reps with many small customers each. Tiers, and distances unless given, are chosen so that the visits fill the days. */
export interface BeatsSpec extends CommonSpec {
  readonly by: 'beats';
  readonly beats: readonly BeatSpec[];
  readonly horizons: readonly HorizonSpec[];
}

/** One rep with customers of their own. */
export interface BeatSpec {
  readonly rep: string;
  readonly repName: string;
  /** First letters of the customers' ids. */
  readonly prefix: string;
  readonly area: string;
  readonly setting: Setting;
  readonly customers: number;
  /** The spread as of a `CustomerGroup`; null to choose one that fills the days of the witness. */
  readonly spread: number | null;
  /** The rep's office, from the middle of the map; the customers lie around it. */
  readonly office: Point;
  readonly leave: readonly Day[];
  /** Own vehicles; the witness uses the first. */
  readonly vehicles: readonly ['e-bike', ...string[]];
  /** Modes that are open to each leg; the witness does not use them. */
  readonly modes: readonly string[];
}

/** A territory that is described in full: reps, groups of customers, requests, campaigns and promises. */
export interface TeamSpec extends CommonSpec {
  readonly by: 'team';
  readonly reps: readonly RepSpec[];
  readonly groups: readonly CustomerGroup[];
  /** Customers besides the groups. */
  readonly customers: readonly Customer[];
  readonly requests: readonly VisitRequest[];
  readonly campaigns: readonly Campaign[];
  readonly commitments: readonly Commitment[];
  readonly companions: readonly Companion[];
  /** The last visit of customers who were not visited as often as the policy requires, by id; null for none. */
  readonly lastVisits: Readonly<Record<string, Day | null>>;
  /** Past visits besides those that the policy requires in the month before. */
  readonly extraVisits: readonly PastVisit[];
  /** The share of customers whose last visit of the month before was missed. */
  readonly missed: number;
  /** How many working days before an order a visit falls; null for no rule. */
  readonly orderLead: OrderLead | null;
  /** The `policy.json` with the differences from a preset; null where the policy is a preset. */
  readonly policyFile: Readonly<Record<string, unknown>> | null;
  readonly horizons: readonly TeamHorizon[];
  /** Lines of the README about special features. */
  readonly notes: readonly string[];
}

/** Defaults of a team. */
export const plainTeam = {
  by: 'team',
  history: null,
  customers: [],
  requests: [],
  campaigns: [],
  commitments: [],
  companions: [],
  lastVisits: {},
  extraVisits: [],
  missed: 0,
  orderLead: null,
  policyFile: null,
  notes: [],
} as const satisfies Partial<TeamSpec>;

/** One promise, in the words of the checker of expectations. */
export type Expectation = Readonly<Record<string, unknown>> & { readonly kind: string };

/** The days of one plan, with the promises that every good plan keeps. */
export interface TeamHorizon extends HorizonSpec {
  readonly expectations: readonly Expectation[];
  /** Required visits that no plan has room for; the witness leaves out as many. */
  readonly unserved: number;
}

/** A rep; `at` is where each day starts and ends, from the middle of the map. */
export interface RepSpec extends Omit<Rep, 'start' | 'end'> {
  readonly at: Point;
}

/** Customers who lie together. */
export interface CustomerGroup {
  /** First letters of the ids; numbers from 1 follow, such as `K001`. */
  readonly prefix: string;
  readonly count: number;
  readonly setting: Setting;
  /** The middle of the group, from the middle of the map. */
  readonly middle: Point;
  /** Stretches the streets: 1 is a town six kilometres wide, or villages along roads of sixteen kilometres. */
  readonly spread: number;
  /** The fields of the n-th customer, from 1, that differ from the defaults. */
  readonly traits: (n: number, random: Random) => CustomerTraits;
}

/** The fields of a customer that a spec sets. */
export type CustomerTraits = Pick<Customer, 'tier'> & Partial<Omit<Customer, 'id' | 'location' | 'setting'>>;

/** The texts of a territory by path within its folder. */
export type GeneratedFiles = Readonly<Record<string, string>>;

/** A territory as files. */
export interface GeneratedTerritory {
  readonly id: string;
  readonly files: GeneratedFiles;
}
