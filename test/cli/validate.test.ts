import { describe, expect, it } from 'vitest';
import { filesWith, ownPolicy, territoryJson, withPolicy } from '../contract/territory-files.ts';
import { beatplan, folderOf } from './beatplan.ts';

const sound = filesWith();
const unsound = filesWith({
  'customers.csv': 'id,name,lat,lng,tier\nc1,Shop,31.2,121.4,B\nc2,Mill,91.2,181.4,A\n',
  'reps.csv': 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bik,Mo-Fr 08:00-17:30\n',
});

const WEEK = ['--from', '2026-12-07', '--days', '5'];
const weekly = { frequencies: [{ id: 'weekly', count: { exactly: 1 }, every: 'P1W' }] };

describe('beatplan validate', () => {
  it('says what is in a sound territory', async () => {
    const { code, stdout, stderr } = await beatplan(['validate', '.'], await folderOf(sound));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'No findings.',
      '',
      'Territory  hamlet, Asia/Shanghai',
      'Policy     Own rules (own 1), 1 rule',
      'Customers  1: 1 in town',
    ]);
  });

  it('says whether the reps have the hours for the visits due on some days', async () => {
    const { code, stdout } = await beatplan(['validate', '.', ...WEEK], await folderOf(filesWith(withPolicy(weekly))));
    expect(code).toBe(0);
    // Five shifts of 9.5 h; one visit of 10 minutes at the rep's own place.
    expect(stdout).toContain(`
Visits due, Mon 7 Dec – Fri 11 Dec 2026
  Rep  Days  Field time  Required   Need   Spare  Optional   Need
  r1      5      47.5 h         1  0.2 h  47.3 h         0  0.0 h
`);
    expect(stdout).toContain('The reps have the hours for all visits, required and optional.');
  });

  it('warns of too many visits, and ends with 0 all the same', async () => {
    const long = { ...weekly, tiers: [{ id: 'A', dwell: 'PT8H', unserved: 'PT8H' }] };
    const reps = 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bike,Mo 08:00-12:00\n';
    const { code, stdout } = await beatplan(
      ['validate', '.', ...WEEK],
      await folderOf(filesWith({ ...withPolicy(long), 'reps.csv': reps })),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Warning: the reps do not have the hours for all required visits.');
    expect(stdout).toContain('r1: required visits need 8.0 h, 4.0 h too much (visits: 1, customers: 1).');
  });

  it('speaks Chinese', async () => {
    const { stdout } = await beatplan(['validate', '.', ...WEEK, '--language', 'zh'], await folderOf(filesWith(withPolicy(weekly))));
    expect(stdout).toContain('辖区        hamlet，Asia/Shanghai');
    expect(stdout).toContain('必访和选访所需工时都足够。');
  });

  it('leaves out bad rows where that is asked for, and says which', async () => {
    const folder = await folderOf(filesWith({ 'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,A\nc2,91.2,121.4,A\n' }));
    const refused = await beatplan(['validate', '.'], folder);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    const { code, stdout, stderr } = await beatplan(['validate', '.', '--skip-bad-rows'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No findings in the other rows\.\n[^]*\nCustomers +1: 1 in town\n/);
    expect(stderr).toMatch(/^customers\.csv:3 lat: .*\n\nGoing on with customers\.csv without 1 of 2 rows\.\n\n$/);
    const json: unknown = JSON.parse((await beatplan(['validate', '.', '--skip-bad-rows', '--json'], folder)).stdout);
    expect(json).toMatchObject({
      skipped: [{ code: 'COORDINATE_OUT_OF_RANGE', at: { file: 'customers.csv', row: 3 } }],
      tables: [
        { file: 'customers.csv', rows: 2, refused: 1 },
        { file: 'reps.csv', rows: 1, refused: 0 },
      ],
    });
  });

  it('takes unknown holidays for wrong only on days that were asked for', async () => {
    const holidays = [{ year: 2020, days: [{ name: '国庆节', date: '2020-10-01', isOffDay: true }] }];
    const folder = await folderOf(filesWith(territoryJson({ calendar: { holidays } })));
    const usual = await beatplan(['validate', '.'], folder);
    expect(usual).toMatchObject({ code: 0, stderr: '' });
    expect(usual.stdout).toMatch(/Visits due were not held against hours, .*:\n {2}territory\.json .*The calendar has no holidays for/);
    expect(JSON.parse((await beatplan(['validate', '.', '--json'], folder)).stdout)).toMatchObject({
      findings: [],
      unchecked: [{ code: 'CALENDAR_YEAR_UNKNOWN' }],
    });
    expect(await beatplan(['validate', '.', ...WEEK], folder)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('The calendar has no holidays for 2026'),
    });
  });

  it('lists all findings, each on a line with file, row and column, and ends with 2', async () => {
    const { code, stdout, stderr } = await beatplan(['validate', '.'], await folderOf(unsound));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'customers.csv:2 tier: There is no such tier (B). Use one of: A.',
      'customers.csv:3 lat: This must be from -90 to 90 degrees (91.2). Give WGS-84 degrees, not metres of a map grid.',
      'customers.csv:3 lng: This must be from -180 to 180 degrees (181.4). Give WGS-84 degrees, not metres of a map grid.',
      'reps.csv:2 vehicles: There is no such mode of transport (e-bik). Did you mean "e-bike"?',
      '',
      '4 findings. With --skip-bad-rows, plan and validate go on without these rows.',
      '',
    ]);
  });

  it('tells machines in JSON', async () => {
    const wrong = await beatplan(['validate', '.', '--json'], await folderOf(unsound));
    expect(wrong).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      findings: [{ code: 'TIER_UNKNOWN', at: { file: 'customers.csv', row: 2 } }, {}, {}, {}],
    });
    const right = await beatplan(['validate', '.', ...WEEK, '--json'], await folderOf(sound));
    expect(JSON.parse(right.stdout)).toMatchObject({
      findings: [],
      facts: { reps: '1: r1' },
      capacity: { fits: true, teams: [{ fieldTime: 'PT47H30M' }] },
    });
  });

  it('reads a territory in one file, with its holidays beside it', async () => {
    const document = {
      id: 'alone',
      timeZone: 'Asia/Shanghai',
      coordinates: 'wgs84',
      policy: ownPolicy,
      calendar: { holidays: ['holidays/2026.json'] },
      customers: [{ id: 'c1', location: { lat: 31.2, lng: 121.4 }, tier: 'A' }],
      reps: [{ id: 'r1', start: { lat: 31.2, lng: 121.4 }, shifts: 'Mo-Fr 08:00-17:00', modes: ['walk'] }],
    };
    const holidays = { year: 2026, days: [{ name: '国庆节', date: '2026-10-01', isOffDay: true }] };
    const folder = await folderOf(
      new Map([
        ['alone.json', JSON.stringify(document)],
        ['holidays/2026.json', JSON.stringify(holidays)],
      ]),
    );
    const { code, stdout } = await beatplan(['validate', 'alone.json'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('the holidays of 2026 are known');
  });

  it('says when there is nothing at the path', async () => {
    expect(await beatplan(['validate', 'nowhere'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nowhere: The file is missing. Name a folder with a territory.json in it, a workbook, or a JSON file.\n',
    });
  });
});
