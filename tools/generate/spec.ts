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

/** What a territory is to be like. Equal specs give equal bytes. */
export type TerritorySpec = BeatsSpec | TeamSpec;

/** What every spec says. */
export interface SpecHead {
  /** Its folder's name. */
  readonly id: string;
  readonly name: string;
  /** What it is for, in a sentence or two of its README. */
  readonly purpose: string;
  /** Whole number from which all dice are thrown. */
  readonly seed: number;
  readonly policy: Policy;
  /** The middle of its map. */
  readonly origin: Location;
  /** The month that the witness plans. */
  readonly month: DayRange;
  /** Last day of history: the day before the month, or a day within it up to which the witness was carried out. */
  readonly historyUntil: Day;
  /** The visits up to that day, in order of time; null to have them made up. */
  readonly past: readonly PastVisit[] | null;
}

/** A stretch of days that is planned at once. */
export interface HorizonSpec {
  /** The file that says what every good plan for it keeps. */
  readonly file: string;
  readonly title: string;
  readonly days: DayRange;
}

/** A territory of reps with many small customers of their own, whose tiers and distances are chosen so that they fill the days. */
export interface BeatsSpec extends SpecHead {
  readonly by: 'beats';
  readonly beats: readonly BeatSpec[];
  readonly horizons: readonly HorizonSpec[];
}

/** One rep and the customers that are the rep's own. */
export interface BeatSpec {
  readonly rep: string;
  readonly repName: string;
  /** First letters of the customers' ids. */
  readonly prefix: string;
  readonly area: string;
  readonly setting: Setting;
  readonly customers: number;
  /** Stretches the streets, as that of a `CustomerGroup`; null for one that fills the days of the witness. */
  readonly spread: number | null;
  /** Where the rep's office is, from the territory's middle; the customers lie around it. */
  readonly office: Point;
  readonly leave: readonly Day[];
  /** Own vehicles, first the one by which the witness rides. */
  readonly vehicles: readonly ['e-bike', ...string[]];
  /** Modes that are open to each leg; the witness does without. */
  readonly modes: readonly string[];
}

/** A territory whose people are told one by one: reps, customers and whatever is on the agenda. */
export interface TeamSpec extends SpecHead {
  readonly by: 'team';
  readonly reps: readonly RepSpec[];
  readonly groups: readonly CustomerGroup[];
  /** Customers besides the groups. */
  readonly customers: readonly Customer[];
  readonly requests: readonly VisitRequest[];
  readonly campaigns: readonly Campaign[];
  readonly commitments: readonly Commitment[];
  readonly companions: readonly Companion[];
  /** When customers were last seen who were not seen as the policy asks, by id; null for never. */
  readonly lastSeen: Readonly<Record<string, Day | null>>;
  /** Visits that took place besides those that the policy asks of the month before. */
  readonly history: readonly PastVisit[];
  /** The share of customers whose last visit of the month before was missed. */
  readonly missed: number;
  /** How many working days before an order visits fall; null where that does not matter. */
  readonly orderLead: OrderLead | null;
  /** Its `policy.json`, which says by what its policy differs from a preset; null where that is a preset. */
  readonly policyFile: Readonly<Record<string, unknown>> | null;
  readonly horizons: readonly TeamHorizon[];
  /** Lines of its README about what is special. */
  readonly notes: readonly string[];
}

/** What most teams leave open. */
export const plainTeam = {
  by: 'team',
  past: null,
  customers: [],
  requests: [],
  campaigns: [],
  commitments: [],
  companions: [],
  lastSeen: {},
  history: [],
  missed: 0,
  orderLead: null,
  policyFile: null,
  notes: [],
} as const satisfies Partial<TeamSpec>;

/** One promise, in the words that the checker of expectations knows. */
export type Expectation = Readonly<Record<string, unknown>> & { readonly kind: string };

/** A stretch of days, and what every good plan for it keeps. */
export interface TeamHorizon extends HorizonSpec {
  readonly expectations: readonly Expectation[];
  /** Required visits for which there is no room, whatever is planned; the witness leaves out just as many. */
  readonly unserved: number;
}

/** Somebody who visits; `at` is where each day starts and ends, from the territory's middle. */
export interface RepSpec extends Omit<Rep, 'start' | 'end'> {
  readonly at: Point;
}

/** Customers who lie together. */
export interface CustomerGroup {
  /** First letters of their ids; numbers from 1 follow, such as `K001`. */
  readonly prefix: string;
  readonly count: number;
  readonly setting: Setting;
  /** Their middle, from the territory's. */
  readonly middle: Point;
  /** Stretches their streets: 1 is a town six kilometres wide, or villages along roads of sixteen. */
  readonly spread: number;
  /** What is special about the n-th of them, from 1. */
  readonly traits: (n: number, random: Random) => CustomerTraits;
}

/** A customer as far as a spec tells of it; the rest is as usual. */
export type CustomerTraits = Pick<Customer, 'tier'> & Partial<Omit<Customer, 'id' | 'location' | 'setting'>>;

/** The texts of a territory by path within its folder. */
export type GeneratedFiles = Readonly<Record<string, string>>;

/** A territory as files. */
export interface GeneratedTerritory {
  readonly id: string;
  readonly files: GeneratedFiles;
}
