import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startPlanning } from '../../src/app/plan-territory.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import type { Verbs } from '../../src/cli/verbs.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { filesWith, withPolicy } from '../contract/territory-files.ts';
import { beatplan, folderOf, shell } from './beatplan.ts';

/** Six customers along a street, about a kilometre apart, to be seen once in the week of 7 December. */
const customers = Array.from({ length: 6 }, (_, i) => `c${i + 1},Shop ${i + 1},${31.2 + i / 100},121.4,A`);
const weekly = { id: 'weekly', count: { exactly: 1 }, every: 'P1W' };
const street = filesWith({ ...withPolicy({ frequencies: [weekly] }), 'customers.csv': ['id,name,lat,lng,tier', ...customers].join('\n') });

const WEEK = ['--from', '2026-12-07', '--days', '5', '--work', '20000', '--workers', '1'];

describe('beatplan plan', () => {
  it('prints the plan for people and ends with 0', async () => {
    const { code, stdout, stderr } = await beatplan(['plan', '.', ...WEEK], await folderOf(street));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Days      Mon 7 Dec – Fri 11 Dec 2026, Asia/Shanghai');
    expect(stdout).toContain('Visits    6: 6 required, 0 optional');
    expect(stdout).toContain('Shop 6 (c6)');
  });

  it('prints in Chinese', async () => {
    const { stdout } = await beatplan(['plan', '.', ...WEEK, '--language', 'zh'], await folderOf(street));
    expect(stdout).toContain('拜访    6 次：必访 6，选访 0');
  });

  it('writes the plan in all its formats', async () => {
    const names = ['plan.json', 'plan.html', 'plan.csv', 'plan.xlsx', 'plan.geojson'];
    const folder = await folderOf(street);
    const { code, stderr } = await beatplan(['plan', '.', ...WEEK, '-o', 'out/week'], folder);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `Written: ${names.map((name) => join('out', 'week', name)).join(', ')}, 1 in ${join('out', 'week', 'calendars')}\n`,
    });
    const document = PlanDocument.parse(JSON.parse(await readFile(join(folder, 'out/week/plan.json'), 'utf8')));
    expect(document.plan.kpis.total).toMatchObject({ visits: 6, requiredUnserved: 0 });
    expect(document.run).toMatchObject({ seed: 1, workers: 1, endedAtWork: expect.any(Number), version: expect.any(String) });
    const table = await readFile(join(folder, 'out/week/plan.csv'), 'utf8');
    expect(table.split('\r\n').filter((line) => line.includes(',visit,'))).toHaveLength(6);
    const calendar = await readFile(join(folder, 'out/week/calendars/r1.ics'), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(6);
  });

  it('writes a plan again into its folder, and removes the calendars of reps who are gone', async () => {
    const row = (id: string) => `${id},31.2,121.4,e-bike,Mo-Fr 08:00-17:30\n`;
    const headings = 'id,start_lat,start_lng,vehicles,shifts\n';
    const folder = await folderOf(new Map([...street, ['reps.csv', headings + row('r1') + row('r2')]]));
    expect(await beatplan(['plan', '.', ...WEEK, '-o', 'out'], folder)).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'out/calendars'))).toEqual(['r1.ics', 'r2.ics']);
    await writeFile(join(folder, 'reps.csv'), headings + row('r1'));
    expect(await beatplan(['plan', '.', ...WEEK, '-o', 'out'], folder)).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'out/calendars'))).toEqual(['r1.ics']);
  });

  it('replaces files of others by force only, and finds out before it searches', async () => {
    const folder = await folderOf(new Map([...street, ['out/plan.csv', 'mine']]));
    const { code, stdout, stderr } = await beatplan(['plan', '.', ...WEEK, '-o', 'out'], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^out\/plan\.csv: beatplan did not write this file.+--force/);
    expect(await readdir(join(folder, 'out'))).toEqual(['plan.csv']);
    expect(await beatplan(['plan', '.', ...WEEK, '-o', 'out', '--force'], folder)).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'out/plan.csv'), 'utf8')).toContain(',visit,');
  });

  it('prints the plan and ends with 4 where no space is left for its files, and keeps the earlier ones', async () => {
    const folder = await folderOf(street);
    await beatplan(['plan', '.', ...WEEK, '-o', 'out'], folder);
    const before = await readFile(join(folder, 'out/plan.json'), 'utf8');
    const names = await readdir(join(folder, 'out'));
    // No file may grow beyond four blocks, as on a full disk.
    const { code, stdout, stderr } = await shell(`ulimit -f 4; "$0" "$1" plan . ${WEEK.join(' ')} --seed 2 --json -o out`, folder);
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringMatching(/^out: The file cannot be written: it is larger/) });
    expect(PlanDocument.parse(JSON.parse(stdout)).run).toMatchObject({ seed: 2 });
    expect(await readFile(join(folder, 'out/plan.json'), 'utf8')).toBe(before);
    expect(await readdir(join(folder, 'out'))).toEqual(names);
  });

  it('gives the same plan for the same seed and work, with any number of threads', async () => {
    const folder = await folderOf(street);
    const run = async (workers: string) => {
      const { stdout } = await beatplan(['plan', '.', ...WEEK.slice(0, 6), '--workers', workers, '--json'], folder);
      return JSON.stringify(PlanDocument.parse(JSON.parse(stdout)).plan);
    };
    expect(await run('2')).toBe(await run('1'));
  });

  it('tells of required visits without a place, and ends with 3 for them where a script wants it strict', async () => {
    // The shop is open on Sundays only, when nobody works.
    const rules = [
      { rule: 'customer/frequency', price: 'PT20M' },
      { rule: 'stop/opening-hours', must: true },
    ];
    const files = filesWith({
      ...withPolicy({ frequencies: [weekly], rules }),
      'customers.csv': 'id,name,lat,lng,tier,hours\nc1,Far,31.21,121.4,A,Su 08:00-18:00\n',
    });
    const folder = await folderOf(files);
    expect(await beatplan(['plan', '.', ...WEEK, '--strict'], folder)).toMatchObject({ code: 3 });
    const { code, stdout } = await beatplan(['plan', '.', ...WEEK], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Unserved  1: 1 required, 0 behind pace');
    expect(stdout).toContain('Can never fit: ');
  });

  it('lists what is wrong with options, territory and days, and ends with 2', async () => {
    const folder = await folderOf(street);
    expect(await beatplan(['plan', '.', '--days', 'five', '--seed', '-1'], folder)).toMatchObject({
      code: 2,
      stderr:
        '--seed: This is not a whole number from 0 (-1). Write it like --seed 5.\n--days: This is not a whole number from 1 (five). Write it like --days 5.\n\n2 findings.\n',
    });
    expect(await beatplan(['plan', '.', '--from', '2026-12-12', '--days', '2'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--days: No rep works on any of these days/),
    });
    expect(await beatplan(['plan', '.', '--policy', 'tobaco'], folder)).toMatchObject({
      code: 2,
      stderr: '--policy: There is no such policy (tobaco). Did you mean "tobacco"?\n',
    });
  });

  it('tells of a day that nobody could do before it searches', async () => {
    // After the stock count at the office nobody walks the 5.6 km home within ten minutes.
    const policy = {
      duties: [{ id: 'count', title: 'Stock count', from: '11:00', until: '12:00' }],
      rules: [
        { rule: 'day/duties', must: true },
        { rule: 'leg/walk-limit', must: true, most: 'PT10M' },
      ],
    };
    const reps = 'id,start_lat,start_lng,end_lat,end_lng,modes,shifts\nr1,31.2,121.4,31.25,121.4,walk,Mo-Fr 08:00-17:30\n';
    expect(await beatplan(['plan', '.', ...WEEK], await folderOf(filesWith({ ...withPolicy(policy), 'reps.csv': reps })))).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^reps\.csv:2 end_lat: Rep "r1" has no allowed mode of transport from the duty "count" to the end of the day \(31\.25, 121\.4\)\. End the day/,
      ),
    });
  });

  it('gives an empty plan where nothing is due', async () => {
    const never = withPolicy({ frequencies: [{ id: 'never', tags: ['nobody'], count: { exactly: 1 }, every: 'P1W' }] });
    expect(await beatplan(['plan', '.', ...WEEK], await folderOf(filesWith(never)))).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/No visit is due on these days: the plan is empty/),
    });
  });

  it('refuses a folder that takes no files before it searches', async () => {
    const folder = await folderOf(street);
    expect(await beatplan(['plan', '.', ...WEEK, '-o', 'customers.csv/out'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^customers\.csv\/out: The file cannot be written/),
    });
  });

  it('keeps the best plan when it is interrupted', async () => {
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const errors = vi.spyOn(console, 'error').mockReturnValue();
    const plan: Verbs['plan'] = (territory, options) => {
      let isPressed = false;
      const onProgress = () => {
        // Once: a slow machine reports more before it has stopped.
        if (!isPressed) process.emit('SIGINT');
        isPressed = true;
      };
      return Promise.resolve(startPlanning(territory, { ...options, onProgress, travel: estimate }));
    };
    const args = ['plan', await folderOf(street), '--from', '2026-12-07', '--time', '10m', '--workers', '1'];
    const code = await runCli(args, {
      plan,
      capacity: () => Promise.reject(new Error()),
      explain: () => Promise.reject(new Error()),
      serve: () => Promise.reject(new Error()),
    });
    const text = String(printed.mock.calls.at(-1)?.[0]);
    const message = String(errors.mock.calls[0]?.[0]);
    vi.restoreAllMocks();
    expect(code).toBe(0);
    expect(message).toMatch(/^Stopping with the best plan so far/);
    expect(text).toContain('Visits    6: 6 required, 0 optional');
  });
});
