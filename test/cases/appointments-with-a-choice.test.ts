import { describe, expect, it } from 'vitest';
import { beatplan } from '../cli/beatplan.ts';
import { caseFolder, isAbsent, planOf, stopsOf, territoryOf } from './cases.ts';

const WEEK = ['--from', '2027-01-11', '--days', '7', '--work', '2000'];

/** Visits to C1 in the plan of a week with these requests. */
async function visitsWith(requests: readonly string[], hours = ''): Promise<readonly string[]> {
  const folder = await territoryOf({
    'customers.csv': `id,name,lat,lng,tier,hours\nC1,One,51.46,-0.97,B,${hours}\n`,
    'requests.csv': `id,customer,from,deadline,required,dwell_minutes,appointment_day,appointment_at\n${requests.join('\n')}\n`,
  });
  const { document } = await planOf(folder, WEEK);
  expect(document.plan.unserved).toEqual([]);
  return stopsOf(document).filter((stop) => stop.endsWith(' C1'));
}

describe('appointments with a choice of times', () => {
  it.skipIf(isAbsent('appointment-on-a-day'))('are at any time of a day', async () => {
    const { code, stdout } = await beatplan(['validate', caseFolder('appointment-on-a-day'), '--from', '2027-01-11', '--days', '7']);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'No findings.' });
    const { document } = await planOf(caseFolder('appointment-on-a-day'), WEEK);
    expect(stopsOf(document)).toEqual(expect.arrayContaining([expect.stringMatching(/^2027-01-13 R1 .* C1$/)]));
  });

  it('keep the hours of their day', async () => {
    expect(await visitsWith(['Q1,C1,2027-01-11,2027-01-15,yes,30,2027-01-13,'], 'Mo-Fr 15:00-16:00')).toEqual([
      expect.stringMatching(/^2027-01-13 R1 15:\d\d/),
    ]);
  });

  it('lie between two times', async () => {
    for (const [window, from, until] of [
      ['10:00-12:00', '10:00', '12:00'],
      ['15:00–16:00', '15:00', '16:00'],
    ] as const) {
      const visits = await visitsWith([`Q1,C1,2027-01-11,2027-01-15,yes,30,2027-01-14,${window}`]);
      const [, start = '', end = ''] = /^2027-01-14 R1 (\d\d:\d\d)-(\d\d:\d\d)/.exec(visits[0] ?? '') ?? [];
      expect(visits).toHaveLength(1);
      expect(start >= from && end <= until, visits[0]).toBe(true);
    }
  });

  it('are answered by one visit where they are on one day', async () => {
    expect(
      await visitsWith(['Q1,C1,2027-01-11,2027-01-15,yes,30,2027-01-13,', 'Q2,C1,2027-01-11,2027-01-15,yes,30,2027-01-13,14:00']),
    ).toEqual([expect.stringMatching(/^2027-01-13 R1 1[34]:/)]);
  });

  it('are findings where the times are wrong', async () => {
    const folder = await territoryOf({
      'customers.csv': 'id,name,lat,lng,tier\nC1,One,51.46,-0.97,B\n',
      'requests.csv':
        'id,customer,from,deadline,required,appointment_day,appointment_at\nQ1,C1,2027-01-11,2027-01-15,yes,2027-01-13,12:00-10:00\n',
    });
    const { code, stderr, stdout } = await beatplan(['validate', folder, '--from', '2027-01-11', '--days', '7']);
    expect(code).not.toBe(0);
    expect(`${stdout}${stderr}`).toContain('requests.csv:2 appointment_at');
  });
});
