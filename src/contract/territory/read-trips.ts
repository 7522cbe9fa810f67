import { z } from 'zod';
import type { Location } from '../../domain/customer.ts';
import type { GivenTrip } from '../../domain/travel/given-trip.ts';
import type { Territory } from '../../domain/territory.ts';
import { formatPlace } from '../../kernel/finding.ts';
import { metres, seconds } from '../../kernel/units.ts';
import { modeIds } from '../policy/mode-name.ts';
import { policyErrors } from '../policy/errors.ts';
import { most } from '../reading/bounds.ts';
import { listOf, objectOf, text } from '../reading/field-schemas.ts';
import type { Findings } from '../reading/findings.ts';
import { parseSource } from '../reading/parse-source.ts';
import { readTable } from '../reading/read-table.ts';
import { type Source, partOf, placedValueAt, recordsOf, valueAt } from '../reading/source.ts';
import { valueErrors } from '../reading/value-errors.ts';
import { territoryErrors } from './errors.ts';
import type { ReadingContext } from './read-list.ts';
import { travelFileMode } from './table-names.ts';
import { TripDocument, tripColumns } from './tables/trips.ts';

type People = Pick<Territory, 'customers' | 'reps'>;

/** The trips of one mode while they are read. */
interface ModeTrips {
  readonly mode: string;
  readonly records: readonly Source[];
}

/** Reads the travel that a territory gives: files `travel/<mode>.csv`, and matrices under `travel` in its document. */
export function readTrips(context: ReadingContext, people: People): readonly GivenTrip[] {
  const { findings } = context;
  const places = placesByName(people);
  const firsts = new Map<string, { readonly source: Source; readonly travel: string }>();
  return [...tripsOfFiles(context), ...tripsOfMatrices(partOf(context.facts, 'travel'), findings)].flatMap(({ mode, records }) =>
    records.flatMap((source): readonly GivenTrip[] => {
      const trip = parseSource(TripDocument, source, findings);
      const [from, to] =
        trip === null ? [null, null] : [placeOf(source, 'from', places, findings), placeOf(source, 'to', places, findings)];
      if (trip === null || from === null || to === null) return [];
      if (trip.seconds !== null && trip.metres === undefined) {
        findings.report(valueErrors.fieldMissing({ at: source.placeOf(['metres']), expected: 'a number of metres' }));
        return [];
      }
      const given = { mode, from, to, travel: travelOf(trip) };
      if (keyOf(from) === keyOf(to)) {
        if (given.travel?.seconds !== 0) findings.report(territoryErrors.travelInPlace(placedValueAt(source, 'to')));
        return [];
      }
      return isNew(given, source, { firsts, findings }) ? [given] : [];
    }),
  );
}

const travelOf = ({ seconds: time, metres: distance = 0 }: z.output<typeof TripDocument>): GivenTrip['travel'] =>
  time === null ? null : { seconds: seconds(Math.round(time)), metres: metres(Math.round(distance)) };

interface Earlier {
  readonly firsts: Map<string, { readonly source: Source; readonly travel: string }>;
  readonly findings: Findings;
}

/** Whether a trip is given for the first time. Places with the same location are one: they may repeat a trip, but not contradict it. */
function isNew({ mode, from, to, travel }: GivenTrip, source: Source, { firsts, findings }: Earlier): boolean {
  const key = JSON.stringify([mode, keyOf(from), keyOf(to)]);
  const first = firsts.get(key);
  const written = JSON.stringify(travel);
  if (first === undefined) {
    firsts.set(key, { source, travel: written });
    return true;
  }
  const isSamePair = ['from', 'to'].every((end) => valueAt(first.source.value, [end]) === valueAt(source.value, [end]));
  if (isSamePair || first.travel !== written) {
    findings.report(territoryErrors.travelTwice({ ...placedValueAt(source, 'to'), first: formatPlace(first.source.placeOf(['to'])) }));
  }
  return false;
}

/** The records of all travel files; their modes are named by the files. */
function tripsOfFiles({ files, shownNames, skippedRows, ignoreColumns, counts, findings }: ReadingContext): readonly ModeTrips[] {
  return [...files].flatMap(([name, content]) => {
    const mode = travelFileMode(name);
    if (mode === null) return [];
    const file = shownNames.get(name) ?? name;
    if (!modeIds.includes(mode)) findings.report(policyErrors.modeUnknown({ at: { file }, value: mode, choices: modeIds }));
    const format = {
      table: 'travel',
      file,
      columns: tripColumns,
      skip: skippedRows.get(file) ?? new Set<number>(),
      ignoreUnknown: ignoreColumns,
    };
    const table = readTable(content, format, findings);
    if (table === null) return [];
    counts.set(file, { rowCount: table.rowCount, cellsWithBreaks: table.cellsWithBreaks, unused: table.unused });
    return [{ mode, records: table.records }];
  });
}

/** The records of all matrices. */
const tripsOfMatrices = (list: Source, findings: Findings): readonly ModeTrips[] =>
  recordsOf(list).flatMap((matrix) => tripsOfMatrix(matrix, findings) ?? []);

/** One record for each pair with a time; null after findings in the form of the matrix. */
function tripsOfMatrix(matrix: Source, findings: Findings): ModeTrips | null {
  const heading = parseSource(MatrixHeading, matrix, findings);
  if (heading === null) return null;
  const { mode, places: names } = heading;
  if (!modeIds.includes(mode)) findings.report(policyErrors.modeUnknown({ ...placedValueAt(matrix, 'mode'), choices: modeIds }));
  const isSquare = [
    isSquareOf(partOf(matrix, 'seconds'), names.length, findings),
    isSquareOf(partOf(matrix, 'metres'), names.length, findings),
  ];
  if (isSquare.includes(false)) return null;
  const records = names.flatMap((from, i) =>
    names.flatMap((to, j): readonly Source[] => {
      const [time, distance] = ['seconds', 'metres'].map((field) => valueAt(matrix.value, [field, i, j]));
      if (time === null && distance === null) return [];
      const value = { from, to, seconds: time ?? undefined, ...(distance === null ? {} : { metres: distance }) };
      return [{ value, placeOf: ([field = 'seconds']) => matrix.placeOf(pathOf(String(field), i, j)) }];
    }),
  );
  return { mode, records };
}

/** A matrix of which rows and cells are read later. */
const MatrixHeading = objectOf({
  mode: text,
  places: listOf(text, { most: most.rows }),
  seconds: z.unknown().optional(),
  metres: z.unknown().optional(),
});

/** Where a field of a trip stands in its matrix. */
const pathOf = (field: string, i: number, j: number): readonly PropertyKey[] => {
  if (field === 'from') return ['places', i];
  return field === 'to' ? ['places', j] : [field, i, j];
};

/** Whether a value is a list of so many lists of so many values; reports it where not. */
function isSquareOf(matrix: Source, size: number, findings: Findings): boolean {
  const rows = recordsOf(matrix);
  const wrong = rows.length !== size ? matrix : rows.find(({ value }) => !Array.isArray(value) || value.length !== size);
  if (wrong !== undefined) findings.report(territoryErrors.travelMatrixShape({ at: wrong.placeOf([]), size }));
  return wrong === undefined;
}

/** The places that a trip may name. */
function placesByName({ customers, reps }: People): ReadonlyMap<string, Location> {
  return new Map<string, Location>([
    ...reps.flatMap(({ id, start, end }) => [[`start:${id}`, start] as const, [`end:${id}`, end] as const]),
    ...customers.map(({ id, location }) => [id, location] as const),
  ]);
}

function placeOf(source: Source, end: 'from' | 'to', places: ReadonlyMap<string, Location>, findings: Findings): Location | null {
  const name = valueAt(source.value, [end]);
  const place = places.get(String(name).trim());
  if (place !== undefined) return place;
  findings.report(territoryErrors.travelPlaceUnknown({ ...placedValueAt(source, end), choices: [...places.keys()] }));
  return null;
}

const keyOf = ({ lat, lng }: Location): string => `${lat},${lng}`;
