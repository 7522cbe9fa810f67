import { once } from 'node:events';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { checkCapacity } from '../../src/app/check-capacity.ts';
import { startPlanning } from '../../src/app/plan-territory.ts';
import { errorCatalogues } from '../../scripts/docs/error-catalogues.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { travelFrom } from '../../src/travel/providers/osrm.ts';
import { type Changes, filesWith, ownPolicy, territoryJson, withPolicy } from '../contract/territory-files.ts';
import { anOsrmServer } from '../support/osrm-server.ts';
import { aService } from '../support/service.ts';
import { folderOf } from './beatplan.ts';
import { sheetRow, workbookOf, workbookWith } from '../support/archive.ts';

/** What to do to a sound territory so that an error is found, and the command that finds it; `validate` unless said. */
interface Case {
  readonly files?: Changes;
  /** Bytes of files that are no text. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** What else is done to the folder. */
  readonly prepare?: (folder: string) => Promise<unknown>;
  /** The arguments; the territory's folder stands for `.`. */
  readonly args?: readonly string[];
  /** The token in the environment. */
  readonly token?: string;
}

const customer = (heading: string, cell: string): Case => ({
  files: { 'customers.csv': `id,lat,lng,tier,${heading}\nc1,31.2,121.4,A,${cell}\n` },
});
const customers = (...rows: readonly string[]): Case => ({ files: { 'customers.csv': ['id,lat,lng,tier', ...rows].join('\n') } });
const reps = (row: string, headings = 'id,start_lat,start_lng,vehicles,shifts'): Case => ({
  files: { 'reps.csv': `${headings}\n${row}\n` },
});
const trips = (...rows: readonly string[]): Case => ({
  files: {
    'customers.csv': 'id,lat,lng,tier\nc1,31.21,121.4,A\n',
    'travel/walk.csv': ['from,to,seconds,metres', ...rows].join('\n'),
  },
});
const request = (...rows: readonly string[]): Case => ({
  files: { 'requests.csv': ['id,customer,from,deadline,rep,appointment_day,appointment_at', ...rows].join('\n') },
});
const policy = (changes: Changes): Case => ({ files: withPolicy(changes) });
const rule = (...rules: readonly Changes[]): Case => policy({ rules: [...ownPolicy.rules, ...rules] });
const WEEK = ['--from', '2026-12-07', '--days', '5'];
const plan = (...args: readonly string[]): Case => ({ args: ['plan', '.', '--work', '10', '--workers', '1', ...args] });

const fixedTimes = { arrival: '2026-12-07T08:00:00+08:00', start: '2026-12-07T08:00:00+08:00', end: '2026-12-07T08:10:00+08:00' };
const fixedVisit = { visit: 'c1/monthly/2026-12-01/1', customer: 'c1', name: 'c1', kind: 'ordinary', required: false };
/** A day of an earlier plan with one visit. */
const fixedDay = {
  rep: 'r1',
  day: '2026-12-07',
  stops: [{ type: 'visit', ...fixedVisit, location: { lat: 31.2, lng: 121.4 }, ...fixedTimes }],
  legs: [],
};

/** A port on which something listens as long as these tests run. */
async function aTakenPort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1').unref();
  await once(taken, 'listening');
  const address = taken.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const workbook = (sheets: readonly string[]) => writeXlsxFile(sheets.map((sheet) => ({ sheet, data: [['id']] }))).toBuffer();
const withWorkbook = (...sheets: readonly string[]): Case => ({
  prepare: async (folder) => writeFile(join(folder, 'more.xlsx'), await workbook(sheets)),
});

const ring = (...corners: readonly (readonly [number, number])[]) => ({ type: 'Polygon', coordinates: [corners] });
const square = ring([121, 31], [122, 31], [122, 32], [121, 32], [121, 31]);

/** The address of a travel service that runs, in place of `OSRM`. */
const osrm = { address: '' };

/** By code: one way to be told of each. */
const cases: Readonly<Record<string, Case>> = {
  FILE_MISSING: { files: { 'reps.csv': null } },
  FILE_UNREADABLE: { files: { 'customers.csv': null }, prepare: (folder) => mkdir(join(folder, 'customers.csv')) },
  FILE_EXISTS: { args: ['init', '.'] },
  FILE_EMPTY: { files: { 'reps.csv': '' } },
  // A hole of 65 MB takes no room on the disk.
  FILE_TOO_LARGE: { prepare: (folder) => truncate(join(folder, 'customers.csv'), 65 * 2 ** 20) },
  FILE_BINARY: { bytes: { 'customers.csv': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13) } },
  ENCODING_UNKNOWN: { bytes: { 'customers.csv': Uint8Array.of(0x69, 0x64, 0xff, 0xff, 0x0a) } },
  WORKBOOK_UNREADABLE: { bytes: { 'more.xlsx': Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3) } },
  WORKBOOK_TOO_LARGE: { bytes: { 'more.xlsx': workbookOf(sheetRow(1_048_576, { XFD: 'x' })) } },
  SHEET_UNKNOWN: withWorkbook('Sheet 1'),
  SHEET_TWICE: withWorkbook('联系人', 'contacts'),
  JSON_MALFORMED: { files: { 'territory.json': '{ "id": "hamlet", }' } },
  TOO_DEEP: { files: { 'territory.json': '['.repeat(200) + ']'.repeat(200) } },
  CSV_MALFORMED: { files: { 'customers.csv': 'id,lat,lng,tier\nc1,"31.2,121.4,A\n' } },
  SEPARATOR_WRONG: { files: { 'customers.csv': 'id|lat|lng|tier\nc1|31.2|121.4|A\n' } },
  HEADINGS_MISSING: { files: { 'customers.csv': 'c1,31.2,121.4,A\n' } },
  HEADING_MISSING: { files: { 'customers.csv': 'id,lat,lng,,tier\nc1,31.2,121.4,?,A\n' } },
  CELL_BROKEN: customer('name', '#N/A'),
  NUMBER_SHORTENED: customers('1.23457E+17,31.2,121.4,A'),
  CELL_MERGED: {
    bytes: {
      'more.xlsx': workbookWith({
        contacts: {
          rows: `${sheetRow(1, { A: 'customer', B: 'id', C: 'role' })}${sheetRow(2, { A: 'c1', B: 'wu', C: 'owner' })}${sheetRow(3, { B: 'li', C: 'clerk' })}`,
          after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
        },
      }),
    },
  },
  FORMULA_UNSAVED: {
    bytes: {
      'more.xlsx': workbookWith({
        companions: { rows: `${sheetRow(1, { A: 'id', B: 'name' })}<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A1</f></c></row>` },
      }),
    },
  },
  TOO_MANY_ROWS: { files: { 'history.csv': `customer,day\n${'c1,2026-11-02\n'.repeat(500_001)}` } },
  TOO_MANY_COLUMNS: { files: { 'customers.csv': `id,lat,lng,tier${',more'.repeat(200)}\n` } },
  MORE_FINDINGS: customers(...Array.from({ length: 102 }, (_, i) => `c${i},31.2,121.4,Z`)),
  COLUMN_UNKNOWN: customer('colour', 'red'),
  COLUMN_MISSING: { files: { 'customers.csv': 'id,lat,lng\nc1,31.2,121.4\n' } },
  COLUMN_TWICE: { files: { 'customers.csv': 'id,lat,纬度,lng,tier\nc1,31.2,31.2,121.4,A\n' } },
  ROW_TOO_LONG: customers('c1,31.2,121.4,A,more'),
  ROW_TOO_SHORT: customers('c1,31.2,121.4'),
  // The only customer needs a rep who was left out, so that none is left.
  REFERENCE_SKIPPED: {
    files: {
      'customers.csv': 'id,lat,lng,tier,required_rep\nc1,31.2,121.4,A,r2\n',
      'reps.csv':
        'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\nr2,91.2,121.4,e-bike,Mo-Fr 08:00-17:30\n',
    },
    args: ['validate', '.', '--skip-bad-rows'],
  },
  FIELD_UNKNOWN: { files: territoryJson({ nmae: 'Hamlet' }) },
  FIELD_MISSING: { files: territoryJson({ id: undefined }) },
  TRAVEL_PLACE_UNKNOWN: trips('c1,c9,60,80'),
  TRAVEL_TWICE: trips('c1,end:r1,60,80', 'c1,end:r1,60,80'),
  TRAVEL_IN_PLACE: trips('c1,c1,60,80'),
  TRAVEL_MATRIX_SHAPE: { files: territoryJson({ travel: [{ mode: 'walk', places: ['c1'], seconds: [], metres: [[0]] }] }) },
  TRAVEL_SERVICE_FAILED: { args: ['validate', '.', ...WEEK, '--osrm', 'e-bike=http://127.0.0.1:1'] },
  TRAVEL_TOO_LARGE: {
    ...customers(...Array.from({ length: 2001 }, (_, i) => `c${i},${31 + i / 1e4},121.4,A`)),
    args: ['validate', '.', ...WEEK, '--osrm', 'e-bike=http://127.0.0.1:1'],
  },
  TRAVEL_NOT_RECORDED: {
    prepare: (folder) => mkdir(join(folder, 'record', 'e-bike'), { recursive: true }),
    args: ['validate', '.', ...WEEK, '--travel-record', './record'],
  },
  TRAVEL_RECORD_UNUSABLE: {
    prepare: async (folder) => {
      const { address } = await anOsrmServer();
      await writeFile(join(folder, 'record'), 'a file');
      osrm.address = address;
    },
    args: ['validate', '.', ...WEEK, '--osrm', 'e-bike=OSRM', '--travel-record', './record'],
  },
  TYPE_WRONG: { files: territoryJson({ name: 7 }) },
  GIVEN_TWICE: { files: territoryJson({ reps: [] }) },
  TEXT_TOO_LONG: customer('hours', 'Mo 08:00-17:00; '.repeat(100)),
  CONTROL_CHARACTER: customer('name', 'Corner\u001b[2J shop'),
  LIST_TOO_LONG: customer('tags', 'tag;'.repeat(501)),
  ID_TWICE: customers('c1,31.2,121.4,A', 'c1,31.3,121.4,A'),
  NUMBER_INVALID: policy({ frequencies: [{ id: 'monthly', count: { atLeast: 'one' }, every: 'P1M' }] }),
  OUT_OF_RANGE: policy({ frequencies: [{ id: 'monthly', count: { atLeast: 999 }, every: 'P1M' }] }),
  DATE_INVALID: customer('since', '2026-02-30'),
  DATE_UNCLEAR: customer('since', '04/01/2027'),
  DATE_OUT_OF_RANGE: customer('since', '1900-01-01'),
  CLOCK_INVALID: policy({ duties: [{ id: 'office', title: 'Office', from: '25:00', until: '26:00' }] }),
  DURATION_INVALID: customer('dwell_minutes', 'long'),
  HOURS_INVALID: customer('hours', 'when the light is on'),
  CHOICE_UNKNOWN: customer('setting', 'suburb'),
  REVERSED: policy({
    duties: [{ id: 'office', title: 'Office', from: '10:00', until: '09:00' }],
    rules: [...ownPolicy.rules, { rule: 'day/duties', must: true }],
  }),
  COORDINATE_MISSING: customers('c1,,121.4,A'),
  COORDINATE_INVALID: customers('c1,north,121.4,A'),
  COORDINATE_OUT_OF_RANGE: customers('c1,31.2,521.4,A'),
  COORDINATES_SWAPPED: customers('c1,121.4,31.2,A'),
  COORDINATES_UNDECLARED: { files: territoryJson({ coordinates: undefined }) },
  BOUNDARY_INVALID: { files: territoryJson({ boundary: ring([121, 31], [122, 31], [121, 31]) }) },
  OUTSIDE_BOUNDARY: { files: { ...territoryJson({ boundary: square }), 'customers.csv': 'id,lat,lng,tier\nc1,33.2,121.4,A\n' } },
  TIER_UNKNOWN: customers('c1,31.2,121.4,Z'),
  MODE_UNKNOWN: reps('r1,31.2,121.4,rocket,Mo-Fr 08:00-17:30'),
  REP_UNKNOWN: customer('required_rep', 'r9'),
  CUSTOMER_UNKNOWN: { files: { 'history.csv': 'customer,day\nc9,2026-11-02\n' } },
  CONTACT_UNKNOWN: { files: { 'history.csv': 'customer,day,contact\nc1,2026-11-02,li\n' } },
  COMPANION_UNKNOWN: customer('companion', 'wu'),
  MANAGER_UNKNOWN: reps('r1,r9,31.2,121.4,e-bike,Mo-Fr 08:00-17:30', 'id,manager,start_lat,start_lng,vehicles,shifts'),
  TIME_ZONE_UNKNOWN: { files: territoryJson({ timeZone: 'Asia/Shanghay' }) },
  TERRITORY_EMPTY: customers(),
  CUSTOMER_UNREACHABLE: {
    files: {
      'customers.csv': 'id,lat,lng,tier,area\nc1,31.2,121.4,A,north\n',
      'reps.csv': 'id,start_lat,start_lng,vehicles,areas,shifts\nr1,31.2,121.4,e-bike,south,Mo-Fr 08:00-17:30\n',
    },
  },
  CUSTOMER_WITHOUT_WAY: customer('allowed_modes', 'car'),
  APPOINTMENT_OUTSIDE: request('q1,c1,2026-12-07,2026-12-08,r1,2026-12-11,10:00'),
  APPOINTMENTS_CONFLICT: request('q1,c1,2026-12-07,2026-12-08,r1,2026-12-07,10:00', 'q2,c1,2026-12-07,2026-12-08,r1,2026-12-07,10:00'),
  COMMITMENTS_CONFLICT: { files: { 'commitments.csv': 'customer,day,at\nc1,2026-12-07,10:00\nc1,2026-12-07,11:00\n' } },
  HOURS_TOO_SHORT: customer('hours', 'Mo 08:00-08:05'),
  REP_WITHOUT_SHIFT: reps('r1,31.2,121.4,e-bike,Mo-Su off'),
  SHIFT_SPLIT: reps('r1,31.2,121.4,e-bike,Mo-Fr 22:00-06:00'),
  REP_WITHOUT_MODE: reps('r1,31.2,121.4,car,Mo-Fr 08:00-17:30'),
  MODE_MISPLACED: reps('r1,31.2,121.4,bus,Mo-Fr 08:00-17:30'),
  POLICY_UNKNOWN: { files: territoryJson({ policy: 'tobaco' }) },
  RULE_UNKNOWN: rule({ rule: 'leg/walk-limits', price: 'PT1M' }),
  PARAMETER_UNKNOWN: rule({ rule: 'leg/walk-limit', price: 'PT1M', mots: 'PT5M' }),
  REMOVAL_UNKNOWN: { files: territoryJson({ policy: { extends: 'tobacco', remove: ['morning-meetings'] } }) },
  ENTRY_UNKNOWN: { files: territoryJson({ policy: { extends: 'tobacco', duties: [{ id: 'morning-meetings', from: '08:00' }] } }) },
  REMOVED_AND_GIVEN: {
    files: territoryJson({
      policy: { extends: 'tobacco', remove: ['morning-meeting'], duties: [{ id: 'morning-meeting', from: '08:05' }] },
    }),
  },
  GAPS_REVERSED: policy({ frequencies: [{ id: 'monthly', count: { atLeast: 1 }, every: 'P1M', minGapDays: 20, maxGapDays: 10 }] }),
  COUNT_IMPOSSIBLE: policy({ frequencies: [{ id: 'weekly', count: { atLeast: 9 }, every: 'P1W' }] }),
  DWELL_TOO_LONG: policy({ tiers: [{ id: 'A', dwell: 'PT13H', unserved: 'PT8H' }] }),
  MUST_IMPOSSIBLE: rule({ rule: 'plan/visit-lines', must: true }),
  MUST_ONLY: rule({ rule: 'stop/closed-days', price: 'PT1M' }),
  RULE_TWICE: rule({ rule: 'customer/frequency', price: 'PT1H' }),
  PRICE_MISSING: rule({ rule: 'plan/visit-lines' }),
  PRICE_AND_MUST: rule({ rule: 'leg/walk-limit', price: 'PT1M', must: true }),
  RULE_NEEDED: policy({ duties: [{ id: 'office', title: 'Office', from: '09:00', until: '10:00' }] }),
  HORIZON_REVERSED: plan('--from', '2026-12-11', '--to', '2026-12-07'),
  HORIZON_TOO_LONG: plan('--from', '2026-12-07', '--days', '4000'),
  CALENDAR_YEAR_UNKNOWN: {
    files: territoryJson({ calendar: { holidays: [{ year: 2020, days: [{ name: '国庆节', date: '2020-10-01', isOffDay: true }] }] } }),
    ...plan(...WEEK),
  },
  EARLIER_PLAN_EMPTY: {
    prepare: (folder) => writeFile(join(folder, 'earlier.csv'), 'customer,day,type\n,2026-12-07,break\n'),
    ...plan(...WEEK, '--after', './earlier.csv'),
  },
  HORIZON_OVER: { files: { 'history.csv': 'customer,day\nc1,2026-12-11\n' }, ...plan(...WEEK) },
  VISIT_IN_FUTURE: { files: { 'history.csv': 'customer,day\nc1,2026-12-12\n' }, ...plan(...WEEK) },
  NOBODY_AT_WORK: plan('--from', '2026-12-12', '--days', '2'),
  NO_WAY_BACK: {
    files: {
      ...withPolicy({
        duties: [{ id: 'count', title: 'Stock count', from: '12:00', until: '12:30' }],
        rules: [...ownPolicy.rules, { rule: 'day/duties', must: true }, { rule: 'leg/walk-limit', must: true, most: 'PT10M' }],
      }),
      'reps.csv': 'id,start_lat,start_lng,end_lat,end_lng,modes,shifts\nr1,31.2,121.4,31.25,121.4,walk,Mo-Fr 08:00-17:00\n',
    },
    ...plan(...WEEK),
  },
  START_UNRELATED: {
    files: {
      ...withPolicy({}),
      'earlier.json': JSON.stringify({
        horizon: { from: '2026-12-07', to: '2026-12-11' },
        days: [{ ...fixedDay, stops: fixedDay.stops.map((stop) => ({ ...stop, visit: 'other', customer: 'other' })) }],
        unserved: [],
        pullForward: [],
      }),
    },
    ...plan(...WEEK, '--start', './earlier.json'),
  },
  FIXED_IMPOSSIBLE: {
    files: {
      ...withPolicy({ rules: [...ownPolicy.rules, { rule: 'stop/closed-days', must: true }] }),
      'customers.csv': 'id,lat,lng,tier,closed_days\nc1,31.2,121.4,A,2026-12-07\n',
      'earlier.json': JSON.stringify({
        horizon: { from: '2026-12-07', to: '2026-12-11' },
        days: [fixedDay],
        unserved: [],
        pullForward: [],
      }),
    },
    ...plan(...WEEK, '--start', './earlier.json', '--fix', 'c1'),
  },
  OPTION_INVALID: plan(...WEEK, '--seed', 'many'),
  OPTIONS_CONFLICT: plan(...WEEK, '--time', '5s'),
  ADDRESS_UNUSABLE: { args: ['serve', '--port', String(await aTakenPort())] },
  TOKEN_WEAK: { args: ['serve', '--port', '0'], token: 'secret' },
  TOKEN_NEEDED: { args: ['serve', '--host', '0.0.0.0'] },
  FILE_FOREIGN: {
    prepare: async (folder) => {
      await mkdir(join(folder, 'out'));
      await writeFile(join(folder, 'out', 'plan.csv'), 'mine');
    },
    ...plan(...WEEK, '-o', './out'),
  },
  OUTPUT_IN_USE: {
    prepare: async (folder) => {
      await mkdir(join(folder, 'out'));
      // The parent of this process runs as long as this test.
      await writeFile(join(folder, 'out', '.beatplan.lock'), JSON.stringify({ host: hostname(), pid: process.ppid, run: 'another' }));
    },
    ...plan(...WEEK, '-o', './out'),
  },
  OUTPUT_UNWRITABLE: { args: ['plan', '.', ...WEEK, '--work', '10', '--workers', '1', '-o', './customers.csv/out'] },
};

/** Runs a command in this process, and gives the findings that it lists with its exit code. */
async function findingsOf({ files = {}, bytes = {}, prepare, args = ['validate', '.'], token = '' }: Case) {
  vi.stubEnv('BEATPLAN_TOKEN', token);
  const contents = new Map<string, string | Uint8Array>([...filesWith(files), ...Object.entries(bytes)]);
  const folder = await folderOf(contents);
  await prepare?.(folder);
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  const told = vi.spyOn(console, 'error').mockReturnValue();
  try {
    const here = args.map((arg) => (arg === '.' || arg.startsWith('./') ? join(folder, arg) : arg.replace('OSRM', osrm.address)));
    const json = args[0] === 'init' ? [] : ['--json'];
    const code = await runCli([...here, ...json], {
      plan: (territory, { sources, ...options }) => Promise.resolve(startPlanning(territory, { ...options, travel: travelFrom(sources) })),
      capacity: (territory, { sources, ...options }) => checkCapacity(territory, { ...options, travel: travelFrom(sources) }),
      explain: () => Promise.reject(new Error()),
      serve: ({ host, port }) => aService({ host, port }),
    });
    return { code, text: [...printed.mock.calls, ...told.mock.calls].flat().join('\n') };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}

describe('every error of the catalogue', () => {
  it('has a case here', () => {
    const codes = errorCatalogues
      .filter(({ overHttp }) => !overHttp)
      .flatMap(({ errors }) => Object.values(errors).map(({ code }) => code));
    expect(Object.keys(cases).toSorted()).toEqual(codes.toSorted());
  });

  it.each(Object.entries(cases))('%s is told by the command line, with a place and a hint, and no stack trace', async (expected, one) => {
    const { code, text } = await findingsOf(one);
    expect({ code, text }).toEqual({ code: 2, text: expect.not.stringMatching(/\n\s+at |Bug/) });
    if (one.args?.[0] === 'init') {
      expect(text).toMatch(/territory\.json: .+\. .+\./);
      return;
    }
    const { findings } = JSON.parse(text) as { findings: readonly { code: string; at: { file: string }; message: string; hint: string }[] };
    expect(findings.map((finding) => finding.code)).toContain(expected);
    expect(findings.filter(({ at, message, hint }) => at.file === '' || message === '' || hint === '')).toEqual([]);
  });
});
