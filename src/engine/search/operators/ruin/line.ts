import type { Random } from '../../../../kernel/random.ts';
import { NEVER } from '../../../problem/layout.ts';
import type { Tours } from '../../state/tours.ts';
import { FREE, type Removal, type RuinOperator } from './ruin.ts';
import { servedVisit } from './served-visit.ts';
import { takeOut } from './take-out.ts';

/** Nearest neighbours of the seed that are looked at for a slot with several lines. */
const NEAR = 8;
/** Share of these ruins that take the line with fewest visits, rather than the seed's; share in which whole series leave. */
const LEAST_LINE = 0.7;
const WHOLE_SERIES = 0.6;
/** Most visits of a line that leave together. */
const MOST_VISITS = 12;

/**
 * All visits of one line leave a slot that has several. A line costs until its last visit has left, so that strings, which
 * seldom take all of them, gain nothing on the way.
 */
export const lineRuin: RuinOperator = {
  name: 'line',
  weight: 0.15,
  supports: ({ lines }) => lines.count > 1 && lines.price > 0,
  create: (tours, random) => (seed) => {
    const { neighbours } = tours.problem;
    for (let k = -1; k < Math.min(NEAR, neighbours.count); k++) {
      const s = k < 0 ? seed : neighbours.nearest[seed * neighbours.count + k];
      const v = servedVisit(tours, s, random);
      if (v < 0 || tours.rows.content.lineCount[tours.rows.current[tours.placement.slotOf[v]]] < 2) continue;
      return takeLine(tours, v, random);
    }
    return null;
  },
};

function takeLine(tours: Tours, v: number, random: Random): Removal | null {
  const { rows, placement, problem } = tours;
  const { series, lines, visits } = problem;
  const row = rows.current[placement.slotOf[v]];
  const onLine = row * lines.count;
  const own = series.line[visits.series[v]];
  const line = own < 0 || random.next() < LEAST_LINE ? leastLine(tours, row, random) : own;
  if (rows.content.onLine[onLine + line] > MOST_VISITS) return null;
  const isWhole = random.next() < WHOLE_SERIES;
  const o = row * rows.width;
  for (let i = o + 1, last = o + rows.length[row]; i <= last; i++) {
    if (series.line[visits.series[rows.visitAt[i]]] === line) takeOut(tours, rows.visitAt[i], isWhole);
  }
  tours.sweep();
  return FREE;
}

/** The line with fewest visits on a row, equal ones at random. */
function leastLine({ rows, problem: { lines } }: Tours, row: number, random: Random): number {
  let least: number = NEVER;
  let found = -1;
  for (let line = 0; line < lines.count; line++) {
    const count = rows.content.onLine[row * lines.count + line];
    if (count === 0) continue;
    const key = count + random.next();
    if (key >= least) continue;
    least = key;
    found = line;
  }
  return found;
}
