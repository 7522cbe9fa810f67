import { z } from 'zod';
import { type Column, numberCell } from '../../reading/column.ts';
import { listOf, objectOf, text } from '../../reading/field-schemas.ts';
import { most } from '../../reading/bounds.ts';

/** The word for a trip that its mode cannot make. */
export const UNREACHABLE = 'unreachable';

/** Longest trip: a day, and once around the earth. */
const MOST_SECONDS = 86_400;
const MOST_METRES = 40_000_000;

const seconds = z.number().min(0).max(MOST_SECONDS);
const metres = z.number().min(0).max(MOST_METRES);

/** The document of a trip: a row of `travel/<mode>.csv`, or one cell of each matrix. */
export const TripDocument = objectOf({
  from: text,
  to: text,
  seconds: z.preprocess((value) => (value === UNREACHABLE ? null : value), seconds.nullable()),
  metres: metres.optional(),
});

/** A list of rows, each with one value for each place. */
const matrixOf = <Cell extends z.ZodType>(cell: Cell) => listOf(listOf(cell, { most: most.rows }), { most: most.rows });

/** Times and distances of a mode between places, for documentation and for clients. */
export const TravelDocument = objectOf({
  mode: text.meta({ description: 'the id of a mode of transport' }),
  places: listOf(text, { most: most.rows }).meta({
    description: 'ids of customers; `start:` or `end:` before the id of a rep is where its day starts or ends',
  }),
  seconds: matrixOf(z.union([seconds, z.literal(UNREACHABLE)]).nullable()).meta({
    description: `from the place of the row to the place of the column; "${UNREACHABLE}" where the mode cannot make the trip, null where the time is to be estimated`,
  }),
  metres: matrixOf(metres.nullable()).meta({ description: 'likewise; null where seconds is not a number' }),
}).meta({ id: 'Travel', description: 'Travel times that are given, instead of estimates' });

const UNREACHABLE_NAMES = new Set([UNREACHABLE, '不可达', '无法到达']);

const secondsCell = (cell: string): unknown => (UNREACHABLE_NAMES.has(cell.toLowerCase()) ? UNREACHABLE : numberCell(cell));

/** The columns of `travel/<mode>.csv`. */
export const tripColumns: readonly Column[] = [
  { heading: 'from', names: ['起点', '出发地', 'origin', 'source'], path: ['from'], required: true },
  { heading: 'to', names: ['终点', '目的地', 'destination', 'target'], path: ['to'], required: true },
  {
    heading: 'seconds',
    names: ['秒', '时间（秒）', '用时（秒）', 'duration seconds', 'time seconds'],
    path: ['seconds'],
    read: secondsCell,
    required: true,
  },
  {
    heading: 'metres',
    names: ['米', '距离（米）', '里程（米）', 'meters', 'distance metres'],
    path: ['metres'],
    read: numberCell,
    required: true,
  },
];
