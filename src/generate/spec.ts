import type { Day, DayRange } from '../domain/calendar.ts';
import type { Location, Setting } from '../domain/customer.ts';
import type { Policy } from '../domain/policy.ts';
import type { Point } from './map/plane.ts';

/** What a territory is to be like. Equal specs give equal bytes. */
export interface TerritorySpec {
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
  readonly beats: readonly BeatSpec[];
  /** The month that the witness plans. */
  readonly month: DayRange;
  /** Last day of history: the day before the month, or a day within it up to which the witness was carried out. */
  readonly historyUntil: Day;
  /** What people plan. */
  readonly horizons: readonly HorizonSpec[];
}

/** A stretch of days that is planned at once. */
export interface HorizonSpec {
  /** The file that says what every good plan for it keeps. */
  readonly file: string;
  readonly title: string;
  readonly days: DayRange;
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
  /** Where the rep's office is, from the territory's middle; the customers lie around it. */
  readonly office: Point;
  readonly leave: readonly Day[];
}

/** A territory as files: their texts by path within its folder. */
export interface GeneratedTerritory {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}
