import type { Gaps, InstanceRuns, InstanceSummary, MeanGaps, SetSummary } from './pvrp-summary.ts';
import type { SolverRun } from './solver-process.ts';

/** Gaps by instance, for `console.table`; the rival's columns are there when a rival is. */
export const gapRows = (instances: readonly InstanceSummary[]): readonly Readonly<Record<string, string | number>>[] =>
  instances.map(({ name, reference, ours, rival, outcome }) => ({
    instance: name,
    reference,
    'our mean %': gapText(ours, ours.mean),
    'our best %': gapText(ours, ours.best),
    ...(rival === null ? {} : { 'rival mean %': gapText(rival, rival.mean), 'rival best %': gapText(rival, rival.best) }),
    ...(outcome === null ? {} : { outcome }),
  }));

/** The set in a few lines: mean gaps, wins and losses from our side, and who took how long. */
export function setLines({ counted, ours, rival, wins, losses, ties }: SetSummary, instances: readonly InstanceRuns[]): readonly string[] {
  const withRival = instances.some((runs) => runs.rival !== null);
  const longest = (of: (runs: InstanceRuns) => readonly SolverRun[]) =>
    Math.max(0, ...instances.flatMap(of).map(({ elapsed }) => elapsed)).toFixed(2);
  const line = (whose: string, gaps: MeanGaps | null, of: (runs: InstanceRuns) => readonly SolverRun[]) =>
    `${whose} mean ${percent(gaps?.mean)}, best ${percent(gaps?.best)}; longest run ${longest(of)} s`;
  return [
    `Mean gap over ${counted} of ${instances.length} instances`,
    line('Ours ', ours, (runs) => runs.ours),
    ...(withRival ? [line('Rival', rival, (runs) => runs.rival ?? []), `${wins} wins, ${losses} losses, ${ties} ties`] : []),
  ];
}

const percent = (gap: number | undefined) => (gap === undefined ? '–' : `${thousandths(gap)} %`);

const gapText = ({ invalid }: Gaps, value: number | null): string =>
  `${value === null ? '–' : thousandths(value)}${invalid > 0 ? ` (${invalid} invalid)` : ''}`;

/** Three decimals; what rounds to nothing has no sign. */
const thousandths = (value: number): string => value.toFixed(3).replace(/^-(0\.0*)$/, '$1');
