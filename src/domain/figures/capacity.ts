import type { RepId } from '../../kernel/ids.ts';
import { type Seconds, seconds } from '../../kernel/units.ts';
import type { DayRange } from '../calendar.ts';

/** Visits due, and the time that they take together with the shortest ways to them. */
export interface DueWork {
  readonly customers: number;
  readonly visits: number;
  readonly time: Seconds;
}

/** What one rep has for visits over the horizon. */
export interface RepFieldTime {
  readonly rep: RepId;
  /** Days that the rep works. */
  readonly days: number;
  readonly fieldTime: Seconds;
}

/** Reps who share customers, or one who shares none: what they are asked, and what they have for it. */
export interface TeamCapacity {
  readonly reps: readonly RepFieldTime[];
  readonly fieldTime: Seconds;
  readonly required: DueWork;
  readonly optional: DueWork;
  /** Field time that the required visits leave when as many as possible have room. */
  readonly spare: Seconds;
  /** Time of required visits that has no room; there may be some beside spare time of a rep who may not help. */
  readonly missing: Seconds;
}

/** What is due to the customers of one tier. */
export interface TierDue {
  readonly tier: string;
  readonly required: DueWork;
  readonly optional: DueWork;
}

/** Required visits of customers whom the same reps may visit, and by how much they are too many. */
export interface Shortfall {
  /** In the territory's order; empty where nobody may visit these customers. */
  readonly reps: readonly RepId[];
  readonly required: DueWork;
  readonly missing: Seconds;
}

/** Hours asked against hours there are. What fits here may still not fit as routes; what does not takes overtime, if that. */
export interface Capacity {
  readonly horizon: DayRange;
  /** In the territory's order of reps. */
  readonly teams: readonly TeamCapacity[];
  /** In the policy's order. */
  readonly tiers: readonly TierDue[];
  /** Where the required visits do not fit; empty when they do. */
  readonly shortfalls: readonly Shortfall[];
}

/** All work of several together. */
export const addWork = (works: readonly DueWork[]): DueWork => ({
  customers: sum(works.map(({ customers }) => customers)),
  visits: sum(works.map(({ visits }) => visits)),
  time: seconds(sum(works.map(({ time }) => time))),
});

/** Several teams as one; who may help whom is forgotten. */
export const joinTeams = (teams: readonly TeamCapacity[]): TeamCapacity => ({
  reps: teams.flatMap(({ reps }) => reps),
  fieldTime: seconds(sum(teams.map(({ fieldTime }) => fieldTime))),
  required: addWork(teams.map(({ required }) => required)),
  optional: addWork(teams.map(({ optional }) => optional)),
  spare: seconds(sum(teams.map(({ spare }) => spare))),
  missing: seconds(sum(teams.map(({ missing }) => missing))),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
