import { meanOf } from '../report/spread.ts';
import { type SolverRun, isValid } from './solver-process.ts';

/** All runs on one instance. */
export interface InstanceRuns {
  readonly name: string;
  readonly reference: number;
  readonly ours: readonly SolverRun[];
  /** Null without a rival. */
  readonly rival: readonly SolverRun[] | null;
}

/** Gaps of one solver on one instance, in percent of the reference; over valid runs, null when there are none. */
export interface Gaps {
  readonly mean: number | null;
  readonly best: number | null;
  readonly invalid: number;
}

/** One instance summed up. */
export interface InstanceSummary {
  readonly name: string;
  readonly reference: number;
  readonly ours: Gaps;
  readonly rival: Gaps | null;
  /** For us: fewer invalid runs win, then the lower mean. Null without a rival. */
  readonly outcome: 'win' | 'loss' | 'tie' | null;
}

/** Gaps in percent of the reference: means over instances of their mean, and of their best. */
export interface MeanGaps {
  readonly mean: number;
  readonly best: number;
}

/** All instances summed up. */
export interface SetSummary {
  /** Instances on which everybody has a valid run: the means are over these alone. */
  readonly counted: number;
  /** Null when no instance counts. */
  readonly ours: MeanGaps | null;
  readonly rival: MeanGaps | null;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

/** Means closer than this many percent of the reference are a tie: references have two decimals. */
const TIE = 0.005;

/** The gaps of an instance, and who did better on it. */
export function summarizeInstance({ name, reference, ours, rival }: InstanceRuns): InstanceSummary {
  const own = gapsOf(ours, reference);
  const theirs = rival === null ? null : gapsOf(rival, reference);
  return { name, reference, ours: own, rival: theirs, outcome: theirs === null ? null : outcomeOf(own, theirs) };
}

/** Means over instances, wins and losses. */
export function summarizeSet(instances: readonly InstanceSummary[]): SetSummary {
  const counted = instances.filter(({ ours, rival }) => ours.mean !== null && (rival === null || rival.mean !== null));
  const count = (wanted: InstanceSummary['outcome']) => instances.filter(({ outcome }) => outcome === wanted).length;
  return {
    counted: counted.length,
    ours: meansOf(counted.map(({ ours }) => ours)),
    rival: meansOf(counted.map(({ rival }) => rival).filter((gaps) => gaps !== null)),
    wins: count('win'),
    losses: count('loss'),
    ties: count('tie'),
  };
}

/** Why runs of an instance are invalid, whoever's they are, in sentences. */
export function faultsOf({ name, ours, rival }: InstanceRuns): readonly string[] {
  const rowsOf = (whose: string, runs: readonly SolverRun[]) =>
    runs.flatMap(({ seed, unserved, bad }) => [
      ...(bad === '' ? [] : [`${name}, ${whose}, seed ${seed}: ${bad}`]),
      ...(unserved === 0 ? [] : [`${name}, ${whose}, seed ${seed}: ${unserved} customers unserved`]),
    ]);
  return [...rowsOf('ours', ours), ...rowsOf('rival', rival ?? [])];
}

function gapsOf(runs: readonly SolverRun[], reference: number): Gaps {
  const gaps = runs.flatMap((run) => (run.best === null || !isValid(run) ? [] : [(run.best / reference - 1) * 100]));
  const invalid = runs.length - gaps.length;
  return gaps.length === 0 ? { mean: null, best: null, invalid } : { mean: meanOf(gaps), best: Math.min(...gaps), invalid };
}

function outcomeOf(ours: Gaps, theirs: Gaps): 'win' | 'loss' | 'tie' {
  if (ours.invalid !== theirs.invalid) return ours.invalid < theirs.invalid ? 'win' : 'loss';
  if (ours.mean === null || theirs.mean === null || Math.abs(ours.mean - theirs.mean) < TIE) return 'tie';
  return ours.mean < theirs.mean ? 'win' : 'loss';
}

function meansOf(gaps: readonly Gaps[]): MeanGaps | null {
  const over = (of: (gap: Gaps) => number | null) => meanOf(gaps.map(of).filter((value) => value !== null));
  return gaps.length === 0 ? null : { mean: over(({ mean }) => mean), best: over(({ best }) => best) };
}
