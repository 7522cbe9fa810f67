import { describe, expect, it } from 'vitest';
import { beatplan } from '../cli/beatplan.ts';
import { caseFolder, isAbsent, territoryOf } from './cases.ts';

const WEEK = ['--from', '2027-01-11', '--days', '7'];

/** What `validate` says of a territory. */
const saysOf = async (path: string, ...more: readonly string[]) => {
  const { code, stdout, stderr } = await beatplan(['validate', path, ...WEEK, ...more]);
  return { code, text: `${stdout}${stderr}` };
};

describe('files as spreadsheets save them', () => {
  it.skipIf(isAbsent('workbook-errors'))('have a finding at each cell with an error', async () => {
    const { code, text } = await saysOf(`${caseFolder('workbook-errors')}/15k-error-cells.xlsx`);
    expect(code).toBe(2);
    for (const cell of ['2 required_rep', '2 hours', '3 dwell_minutes'])
      expect(text).toContain(`sheet customers:${cell}: This cell holds an error`);
  });

  it.skipIf(isAbsent('workbook-dates-and-times'))('are read with their dates and times', async () => {
    expect(await saysOf(`${caseFolder('workbook-dates-and-times')}/15a-dates.xlsx`)).toMatchObject({ code: 0 });
  });

  it.skipIf(isAbsent('dates-as-saved'))('are read where the year comes first, and ask where it does not', async () => {
    const { code, text } = await saysOf(caseFolder('dates-as-saved'));
    expect(code).toBe(2);
    expect(text.trim()).toBe(
      'customers.csv:3 since: This date does not begin with its year, so that day and month are not clear (01/05/2026). Write 2026-05-01 or 2026-01-05.',
    );
  });

  it('have long numbers that lost their last digits found', async () => {
    const folder = await territoryOf({ 'customers.csv': 'id,name,lat,lng,tier\n1.23457E+17,2E+5,51.46,-9.7E-01,A\n' });
    const { text } = await saysOf(folder);
    expect(text.trim()).toMatch(/^customers\.csv:2 id: A spreadsheet has shortened this number.*1\.23457E\+17/);
  });

  it('have an error of a spreadsheet found in CSV, too', async () => {
    const folder = await territoryOf({ 'customers.csv': 'id,lat,lng,tier,hours\nC1,51.46,-0.97,A,#NV\nC2,51.46,-0.97,#BEZUG!,\n' });
    const { text } = await saysOf(folder);
    expect(text).toMatch(
      /customers\.csv:2 hours: This cell holds an error.*\ncustomers\.csv:3 tier: This cell holds an error.*\n\n2 findings/,
    );
  });

  it.skipIf(isAbsent('columns-of-an-export'))('keep columns that mean nothing to beatplan with one switch, and name them', async () => {
    const folder = caseFolder('columns-of-an-export');
    const without = await saysOf(folder);
    expect(without).toMatchObject({ code: 2, text: expect.stringContaining('--ignore-columns') });
    const { code, text } = await saysOf(folder, '--ignore-columns');
    expect(code).toBe(0);
    expect(text).toContain('customers.csv: not used: 省, 市, 地址.');
  });

  it('have a wrong column that beatplan needs as a finding all the same', async () => {
    const customers = 'id,lat,lng,teir,lat,\nC1,51.46,-0.97,A,51.46,x\n';
    const { text } = await saysOf(await territoryOf({ 'customers.csv': customers }), '--ignore-columns');
    expect(text).toMatch(/customers\.csv:1 lat: This heading means the same.*\ncustomers\.csv:1 tier: The column is missing/);
  });

  it.skipIf(isAbsent('all-swapped'))('with all coordinates exchanged say so, by validate and by plan', async () => {
    const warning = 'Latitude and longitude of these customers, or of the reps, look exchanged';
    const { code, text } = await saysOf(caseFolder('all-swapped'));
    expect({ code, text }).toEqual({ code: 0, text: expect.stringContaining(warning) });
    const { stderr } = await beatplan(['plan', caseFolder('all-swapped'), ...WEEK, '--work', '50']);
    expect(stderr).toContain(`Warning: ${warning}`);
  });
});
