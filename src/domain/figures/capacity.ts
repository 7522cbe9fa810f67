import type { RepId } from '../../kernel/ids.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';
import type { DayRange } from '../calendar.ts';

/** Visits due, and their time together with the shortest travel to them. */
export interface DueWork {
  readonly customers: number;
  readonly visits: number;
  readonly time: Seconds;
}

/** One rep's time for visits over the horizon. */
export interface RepFieldTime {
  readonly rep: RepId;
  /** Days that the rep works. */
  readonly days: number;
  readonly fieldTime: Seconds;
}

/** Reps who share customers, or one who shares none: the visits due from them, and their time. */
export interface TeamCapacity {
  readonly reps: readonly RepFieldTime[];
  readonly fieldTime: Seconds;
  readonly required: DueWork;
  readonly optional: DueWork;
  /** Field time left when as many required visits as possible are made. */
  readonly spare: Seconds;
  /** Time of required visits for which there is no field time; another rep, who may not help, may still have spare time. */
  readonly missing: Seconds;
}

/** The visits due to the customers of one tier. */
export interface TierDue {
  readonly tier: string;
  readonly required: DueWork;
  readonly optional: DueWork;
}

/** Required visits of customers whom the same reps may visit, and the time missing for them. */
export interface Shortfall {
  /** In the territory's order; empty where no rep may visit these customers. */
  readonly reps: readonly RepId[];
  readonly required: DueWork;
  readonly missing: Seconds;
}

/** The hours of the visits due against the reps' hours. Visits that fit here may still not fit as routes; the others need overtime at least. */
export interface Capacity {
  readonly horizon: DayRange;
  /** In the territory's order of reps. */
  readonly teams: readonly TeamCapacity[];
  /** In the policy's order. */
  readonly tiers: readonly TierDue[];
  /** Groups of customers whose required visits do not fit; empty when all do. */
  readonly shortfalls: readonly Shortfall[];
}

/** The sum of several. */
export const addWork = (works: readonly DueWork[]): DueWork => ({
  customers: sum(works.map(({ customers }) => customers)),
  visits: sum(works.map(({ visits }) => visits)),
  time: seconds(sum(works.map(({ time }) => time))),
});

/** Several teams as one, as if all reps could help each other. */
export const joinTeams = (teams: readonly TeamCapacity[]): TeamCapacity => ({
  reps: teams.flatMap(({ reps }) => reps),
  fieldTime: seconds(sum(teams.map(({ fieldTime }) => fieldTime))),
  required: addWork(teams.map(({ required }) => required)),
  optional: addWork(teams.map(({ optional }) => optional)),
  spare: seconds(sum(teams.map(({ spare }) => spare))),
  missing: seconds(sum(teams.map(({ missing }) => missing))),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
