import { describe, expect, it } from 'vitest';
import { findingsOf, ownPolicy, read, territoryJson, withPolicy } from '../territory-files.ts';

/** A customers.csv of one row, with some cells changed. */
const customer = (cells: Readonly<Record<string, string>>) => {
  const row = { id: 'c1', lat: '31.2', lng: '121.4', tier: 'A', ...cells };
  return {
    'customers.csv': `${Object.keys(row).join(',')}\n${Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(',')}\n`,
  };
};

/** A reps.csv of one row, with some cells changed. */
const rep = (cells: Readonly<Record<string, string>>) => {
  const row = { id: 'r1', start_lat: '31.2', start_lng: '121.4', vehicles: 'e-bike', shifts: 'Mo-Fr 08:00-17:30', ...cells };
  return {
    'reps.csv': `${Object.keys(row).join(',')}\n${Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(',')}\n`,
  };
};

describe('findings on files', () => {
  it('names a file that is missing', () => {
    expect(findingsOf({ 'customers.csv': null })).toMatchObject([
      { code: 'FILE_MISSING', at: { file: 'customers.csv' }, hint: 'Add it, or list the customers in territory.json.' },
    ]);
    expect(findingsOf({ 'territory.json': null })).toMatchObject([
      { code: 'FILE_MISSING', at: { file: 'territory.json' }, hint: 'Add it, with at least id, timeZone and policy.' },
    ]);
  });

  it('names a holiday file that is missing, where it is named', () => {
    expect(findingsOf(territoryJson({ calendar: { holidays: ['holidays/2026.json'] } }))).toMatchObject([
      {
        code: 'FILE_MISSING',
        at: { file: 'territory.json', pointer: '/calendar/holidays/0' },
        value: 'holidays/2026.json',
        hint: 'Add the file (in the holiday-cn format), or remove its name from the list.',
      },
    ]);
  });

  it('reports the line and column of a mistake in JSON', () => {
    expect(findingsOf({ 'territory.json': '{\n  "id": "hamlet",\n  "name" "Hamlet"\n}' })).toMatchObject([
      {
        code: 'JSON_MALFORMED',
        at: { file: 'territory.json', row: 3, column: 'column 10' },
        hint: expect.stringMatching(/^Look for a missing/),
      },
    ]);
    expect(findingsOf({ 'territory.json': '{ "id": ' })[0]).toMatchObject({ message: 'This is not valid JSON: it ends too early' });
  });

  it('reports the row of a mistake in CSV', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,A\nc"2",31.2,121.4,A\n' })).toMatchObject([
      {
        code: 'CSV_MALFORMED',
        at: { file: 'customers.csv', row: 3 },
        message: 'This is not valid CSV: a quote is in the middle of a field',
      },
    ]);
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,tier\n"c1,31.2,121.4,A\n' })[0]).toMatchObject({
      code: 'CSV_MALFORMED',
      message: 'This is not valid CSV: a quote is never closed',
    });
  });

  it('knows what does not separate cells', () => {
    expect(findingsOf({ 'customers.csv': 'id|lat|lng|tier\nc1|31.2|121.4|A\n' })).toMatchObject([
      {
        code: 'SEPARATOR_WRONG',
        at: { file: 'customers.csv', row: 1 },
        value: 'id|lat|lng|tier',
        hint: 'Save the table as CSV with commas (UTF-8).',
      },
    ]);
  });

  it('guesses what a heading was meant to be', () => {
    expect(findingsOf(customer({ dwell_minuts: '8' }))).toMatchObject([
      {
        code: 'COLUMN_UNKNOWN',
        at: { file: 'customers.csv', row: 1 },
        value: 'dwell_minuts',
        hint: expect.stringMatching(/^Did you mean "dwell_minutes"/),
      },
    ]);
  });

  it('names a column that is missing, and one that is there twice', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,lat\nc1,31.2,121.4,31.2\n' })).toMatchObject([
      { code: 'COLUMN_TWICE', at: { file: 'customers.csv', row: 1, column: 'lat' } },
      {
        code: 'COLUMN_MISSING',
        at: { file: 'customers.csv', row: 1, column: 'tier' },
        hint: expect.stringContaining('the columns are id, name, lat'),
      },
    ]);
  });

  it('reports rows with too many or too few fields', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,A,B\nc2,31.2,121.4\nc3,31.2,121.4,A,\n' })).toMatchObject([
      { code: 'ROW_TOO_LONG', at: { file: 'customers.csv', row: 2 }, message: 'The row has 5 fields for 4 headings' },
      { code: 'ROW_TOO_SHORT', at: { file: 'customers.csv', row: 3 }, message: 'The row has 3 fields for 4 headings' },
    ]);
  });

  it('guesses what a field was meant to be', () => {
    expect(findingsOf(territoryJson({ timezone: 'Asia/Shanghai' }))).toMatchObject([
      { code: 'FIELD_UNKNOWN', at: { file: 'territory.json', pointer: '/timezone' }, value: 'timezone', hint: 'Did you mean "timeZone"?' },
    ]);
  });

  it('names a value that is missing', () => {
    expect(findingsOf(territoryJson({ timeZone: undefined }))).toMatchObject([
      { code: 'FIELD_MISSING', at: { file: 'territory.json', pointer: '/timeZone' }, hint: 'Give text.' },
    ]);
    expect(findingsOf(customer({ tier: '' }))).toMatchObject([
      { code: 'FIELD_MISSING', at: { file: 'customers.csv', row: 2, column: 'tier' } },
    ]);
  });

  it('reports a value of the wrong type', () => {
    expect(findingsOf(territoryJson({ name: ['Hamlet'] }))).toMatchObject([
      { code: 'TYPE_WRONG', at: { file: 'territory.json', pointer: '/name' }, value: '["Hamlet"]', message: 'This should be text' },
    ]);
  });

  it('refuses the same list in two places', () => {
    expect(findingsOf(territoryJson({ reps: [] }))).toMatchObject([
      { code: 'GIVEN_TWICE', at: { file: 'territory.json', pointer: '/reps' }, message: 'Both this and reps.csv contain the reps' },
    ]);
  });
});

describe('findings on customers', () => {
  it('reports an id that is there twice, with the row of the first', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,A\nc1,31.3,121.4,A\n' })).toMatchObject([
      {
        code: 'ID_TWICE',
        at: { file: 'customers.csv', row: 3, column: 'id' },
        value: 'c1',
        message: 'This id is already used by customers.csv:2 id',
      },
    ]);
  });

  it('reports a coordinate that is missing', () => {
    expect(findingsOf(customer({ lat: '' }))).toMatchObject([
      { code: 'COORDINATE_MISSING', at: { file: 'customers.csv', row: 2, column: 'lat' } },
    ]);
  });

  it('reports a coordinate that is not a number', () => {
    expect(findingsOf(customer({ lng: '121,4' }))).toMatchObject([
      {
        code: 'COORDINATE_INVALID',
        at: { file: 'customers.csv', row: 2, column: 'lng' },
        value: '121,4',
        hint: 'Write decimal degrees with a point, such as 31.2304.',
      },
    ]);
  });

  it('reports coordinates that are out of range', () => {
    expect(findingsOf(customer({ lat: '3461000', lng: '357000' }))).toMatchObject([
      { code: 'COORDINATE_OUT_OF_RANGE', at: { column: 'lat' }, value: 3_461_000, message: 'This must be from -90 to 90 degrees' },
      { code: 'COORDINATE_OUT_OF_RANGE', at: { column: 'lng' }, value: 357_000, message: 'This must be from -180 to 180 degrees' },
    ]);
  });

  it('reports coordinates that are possible only if exchanged', () => {
    expect(findingsOf(customer({ lat: '121.4', lng: '31.2' }))).toMatchObject([
      {
        code: 'COORDINATES_SWAPPED',
        at: { file: 'customers.csv', row: 2, column: 'lat' },
        value: 121.4,
        hint: expect.stringMatching(/^Exchange/),
      },
    ]);
  });

  it('reports coordinates that are near the others only if exchanged', () => {
    // Munich is at 48 north, 11 east; exchanged it would be off Somalia.
    const table = 'id,lat,lng,tier\nc1,48.1,11.5,A\nc2,48.2,11.6,A\nc3,11.5,48.1,A\nc4,48.1,11.6,A\n';
    expect(findingsOf({ 'customers.csv': table })).toMatchObject([
      { code: 'COORDINATES_SWAPPED', at: { file: 'customers.csv', row: 4, column: 'lat' }, value: 11.5 },
    ]);
  });

  const boundary = {
    type: 'Polygon',
    coordinates: [
      [
        [11, 48],
        [12, 48],
        [12, 49],
        [11, 49],
        [11, 48],
      ],
    ],
  };

  it('reports a customer outside the boundary, and one that is inside it if exchanged', () => {
    const table = 'id,lat,lng,tier\nc1,48.5,11.5,A\nc2,47.5,11.5,A\nc3,11.5,48.5,A\n';
    expect(findingsOf({ ...territoryJson({ boundary }), 'customers.csv': table })).toMatchObject([
      {
        code: 'OUTSIDE_BOUNDARY',
        at: { file: 'customers.csv', row: 3, column: 'lat' },
        value: '47.5, 11.5',
        message: 'Customer "c2" is outside the boundary of the territory',
      },
      { code: 'COORDINATES_SWAPPED', at: { file: 'customers.csv', row: 4, column: 'lat' } },
    ]);
  });

  it('reports a boundary that is not closed', () => {
    const open = { ...boundary, coordinates: boundary.coordinates.map((ring) => ring.slice(0, 4)) };
    expect(findingsOf(territoryJson({ boundary: open }))).toMatchObject([
      { code: 'BOUNDARY_INVALID', at: { file: 'territory.json', pointer: '/boundary/coordinates/0' } },
    ]);
  });

  it('reports a tier that the policy does not have', () => {
    expect(findingsOf(customer({ tier: 'B' }))).toMatchObject([
      { code: 'TIER_UNKNOWN', at: { file: 'customers.csv', row: 2, column: 'tier' }, value: 'B', hint: 'Use one of: A.' },
    ]);
  });

  it('reports a setting and a status that do not exist', () => {
    expect(findingsOf(customer({ setting: 'twon', status: 'gone' }))).toMatchObject([
      {
        code: 'CHOICE_UNKNOWN',
        at: { column: 'setting' },
        value: 'twon',
        message: 'There is no such setting',
        hint: 'Did you mean "town"?',
      },
      { code: 'CHOICE_UNKNOWN', at: { column: 'status' }, value: 'gone', hint: 'Use one of: potential, new, retained, lost.' },
    ]);
  });

  it('reports a mode that does not exist', () => {
    expect(findingsOf(customer({ allowed_modes: 'walk;ebike' }))).toMatchObject([
      {
        code: 'MODE_UNKNOWN',
        at: { file: 'customers.csv', row: 2, column: 'allowed_modes' },
        value: 'ebike',
        hint: 'Did you mean "e-bike"?',
      },
    ]);
  });

  it('reports unknown reps', () => {
    expect(findingsOf(customer({ required_rep: 'r11', preferred_rep: 'x' }))).toMatchObject([
      { code: 'REP_UNKNOWN', at: { column: 'required_rep' }, value: 'r11', hint: 'Did you mean "r1"?' },
      { code: 'REP_UNKNOWN', at: { column: 'preferred_rep' }, value: 'x' },
    ]);
  });

  it('reports references of a row that has other findings, too', () => {
    expect(findingsOf(customer({ lat: '', tier: 'B', required_rep: 'r9' })).map(({ code }) => code)).toEqual([
      'TIER_UNKNOWN',
      'REP_UNKNOWN',
      'COORDINATE_MISSING',
    ]);
  });

  it('reports a duration, a date and hours that cannot be read', () => {
    expect(findingsOf(customer({ dwell_minutes: 'eight', closed_days: '2026-02-30', hours: 'mornings' }))).toMatchObject([
      { code: 'DURATION_INVALID', at: { column: 'dwell_minutes' }, value: 'eight', hint: 'Write minutes, such as 8.' },
      { code: 'HOURS_INVALID', at: { column: 'hours' }, value: 'mornings', message: 'These hours cannot be read: "mornings"' },
      { code: 'DATE_INVALID', at: { column: 'closed_days' }, value: '2026-02-30', hint: 'Write year-month-day, such as 2026-12-07.' },
    ]);
  });

  it('reports a dwell of zero', () => {
    expect(findingsOf(customer({ dwell_minutes: '0' }))).toMatchObject([
      { code: 'OUT_OF_RANGE', at: { column: 'dwell_minutes' }, message: 'This must be more than zero and at most one day' },
    ]);
  });

  it('reports a customer who is never open long enough', () => {
    // Ten minutes of tier A in windows of nine.
    expect(findingsOf(customer({ hours: 'Mo-Fr 09:00-09:09' }))).toMatchObject([
      {
        code: 'HOURS_TOO_SHORT',
        at: { file: 'customers.csv', row: 2, column: 'hours' },
        value: 'Mo-Fr 09:00-09:09',
        message: 'Customer "c1" is never open for the 10 minutes that a visit takes',
      },
    ]);
    expect(findingsOf(customer({ hours: 'Mo-Fr 09:00-09:09', dwell_minutes: '9' }))).toEqual([]);
  });

  it('reports a table without rows', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,tier\n' })).toMatchObject([
      { code: 'TERRITORY_EMPTY', at: { file: 'customers.csv' }, message: 'The territory has no customers' },
    ]);
  });
});

describe('findings on reps', () => {
  it('reports a rep who never works', () => {
    expect(findingsOf(rep({ shifts: 'off' }))).toMatchObject([
      {
        code: 'REP_WITHOUT_SHIFT',
        at: { file: 'reps.csv', row: 2, column: 'shifts' },
        value: 'off',
        message: 'Rep "r1" works on no weekday',
      },
    ]);
  });

  it('reports a shift past midnight, too many stretches, and a shift for holidays', () => {
    expect(findingsOf(rep({ shifts: 'Mo 07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00,15:00-16:00' }))).toMatchObject([
      { code: 'SHIFT_SPLIT' },
    ]);
    expect(findingsOf(rep({ shifts: 'Mo-Fr 22:00-06:00' }))).toMatchObject([{ code: 'SHIFT_SPLIT', at: { row: 2, column: 'shifts' } }]);
    expect(findingsOf(rep({ shifts: 'Mo-Fr 08:00-17:00; PH off' }))).toMatchObject([{ code: 'SHIFT_SPLIT' }]);
  });

  it('reports a rep without an allowed mode', () => {
    expect(findingsOf(rep({ vehicles: 'car' }))).toMatchObject([
      {
        code: 'REP_WITHOUT_MODE',
        at: { file: 'reps.csv', row: 2, column: 'modes' },
        message: 'The policy allows no mode of transport of rep "r1"',
        hint: 'Give the rep one of: walk, e-bike.',
      },
    ]);
  });

  it('reports a vehicle that does not exist', () => {
    expect(findingsOf(rep({ vehicles: 'moterbike' }))).toMatchObject([
      { code: 'MODE_UNKNOWN', at: { column: 'vehicles' }, value: 'moterbike', hint: 'Did you mean "motorbike"?' },
    ]);
  });

  it('reports a free mode among the vehicles, and a vehicle among the free modes', () => {
    expect(findingsOf(rep({ vehicles: 'e-bike;bus', modes: 'walk;bicycle' }))).toMatchObject([
      { code: 'MODE_MISPLACED', at: { row: 2, column: 'vehicles' }, value: 'bus', hint: 'List it under modes.' },
      { code: 'MODE_MISPLACED', at: { row: 2, column: 'modes' }, value: 'bicycle', hint: 'List it under vehicles.' },
    ]);
  });

  it('reports an end with one coordinate only', () => {
    expect(findingsOf(rep({ end_lat: '31.2' }))).toMatchObject([{ code: 'COORDINATE_MISSING', at: { row: 2, column: 'end_lng' } }]);
  });
});

describe('findings on history', () => {
  it('reports unknown customers and reps, and days that do not exist', () => {
    expect(findingsOf({ 'history.csv': 'customer,day,kind,rep\nc9,2026-11-30,ordinary,r9\nc1,30.11.2026,visit,\n' })).toMatchObject([
      { code: 'CUSTOMER_UNKNOWN', at: { file: 'history.csv', row: 2, column: 'customer' }, value: 'c9' },
      { code: 'REP_UNKNOWN', at: { file: 'history.csv', row: 2, column: 'rep' }, value: 'r9' },
      { code: 'DATE_UNCLEAR', at: { file: 'history.csv', row: 3, column: 'day' }, value: '30.11.2026' },
      { code: 'CHOICE_UNKNOWN', at: { file: 'history.csv', row: 3, column: 'kind' }, value: 'visit' },
    ]);
  });

  it('does not hold a table that cannot be read against another', () => {
    const found = findingsOf({ 'customers.csv': 'nr,lat,lng,tier\n', 'history.csv': 'customer,day\nc1,2026-11-30\n' });
    expect(found.map(({ at }) => at.file)).toEqual(['customers.csv', 'customers.csv']);
  });
});

describe('findings on the territory itself', () => {
  it('guesses what a time zone was meant to be', () => {
    expect(findingsOf(territoryJson({ timeZone: 'Asia/Shangai' }))).toMatchObject([
      {
        code: 'TIME_ZONE_UNKNOWN',
        at: { file: 'territory.json', pointer: '/timeZone' },
        value: 'Asia/Shangai',
        hint: 'Did you mean "Asia/Shanghai"?',
      },
    ]);
  });

  it('reports a weekday that does not exist', () => {
    expect(findingsOf(territoryJson({ calendar: { workdays: ['Mo', 'Di', 8, 2] } }))).toMatchObject([
      { code: 'CHOICE_UNKNOWN', at: { pointer: '/calendar/workdays/1' }, value: 'Di', message: 'There is no such weekday' },
      { code: 'OUT_OF_RANGE', at: { pointer: '/calendar/workdays/2' }, value: 8, message: 'This must be at most 7' },
    ]);
  });

  it('accepts a valid one', () => {
    expect(findingsOf({})).toEqual([]);
    expect(read(withPolicy({ source: 'a note' })).policy.source).toBe('a note');
    expect(ownPolicy.id).toBe('own');
  });
});
