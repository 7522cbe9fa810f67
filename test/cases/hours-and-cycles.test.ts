import { describe, expect, it } from 'vitest';
import { beatplan } from '../cli/beatplan.ts';
import { caseFolder, isAbsent, planOf, stopsOf } from './cases.ts';

describe('cases of hours and cycles', () => {
  it.skipIf(isAbsent('make-up-saturday'))('a make-up Saturday is worked as a weekday by reps and customers', async () => {
    const { document } = await planOf(caseFolder('make-up-saturday'), ['--from', '2026-10-05', '--days', '7', '--work', '3000']);
    const saturday = stopsOf(document).filter((stop) => stop.startsWith('2026-10-10'));
    for (const customer of ['C1', 'C2', 'C3', 'C4']) expect(saturday.filter((stop) => stop.endsWith(` ${customer}`))).toHaveLength(1);
    expect(document.plan.unserved).toEqual([]);
  });

  it.skipIf(isAbsent('quarterly'))('a cycle of three months is one', async () => {
    const { code, stdout } = await beatplan(['validate', caseFolder('quarterly'), '--from', '2027-01-11', '--days', '7']);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'No findings.' });
  });

  it.skipIf(isAbsent('hours-spellings'))('hours are read, or told with the place that is wrong', async () => {
    const { stdout, stderr } = await beatplan(['validate', caseFolder('hours-spellings'), '--from', '2027-01-11', '--days', '7']);
    const printed = `${stdout}${stderr}`;
    const lines = [...printed.matchAll(/customers\.csv:(\d+) hours:/g)].map(([, line]) => Number(line));
    // Dates before the hours that replace them, school holidays, French, no hours, never open (3), days last, a bracket, no length.
    expect(lines).toEqual([20, 21, 23, 24, 25, 26, 39, 40, 41, 42]);
  });
});
