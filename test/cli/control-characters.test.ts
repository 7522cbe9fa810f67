import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { tableColumns } from '../../src/contract/territory/read-list.ts';
import { filesWith } from '../contract/territory-files.ts';
import { controls, controlsIn } from '../support/control-characters.ts';
import { beatplan, folderOf } from './beatplan.ts';

/** Line breaks and tabs, which people type into cells. */
const breaks = ['\t', '\n', '\v', '\f', '\r', '\r\n', '\u0085', '\u2028', '\u2029'];
// A file with a zero byte is no text at all.
const others = controls.filter((control) => !breaks.includes(control) && control !== '\0');

const namedBy = (characters: readonly string[]) =>
  ['id,lat,lng,tier,name', ...characters.map((control, i) => `c${i},31.2,121.4,A,"Corner ${control} shop"`)].join('\r\n');

const week = ['--from', '2026-12-07', '--days', '5', '--work', '100', '--workers', '1'];

describe('a control character in a table', () => {
  it('is read as a space where it is a line break or a tab, with a note', { timeout: 60_000 }, async () => {
    const folder = await folderOf(filesWith({ 'customers.csv': namedBy(breaks) }));
    const planned = await beatplan(['plan', folder, ...week, '--json']);
    expect(planned.stderr).toContain(`customers.csv: line breaks or tabs in ${breaks.length} cells are read as spaces.\n`);
    expect(planned.code).toBe(0);
    const { plan } = JSON.parse(planned.stdout) as { plan: { days: { stops: { name: string }[] }[] } };
    expect(new Set(plan.days.flatMap(({ stops }) => stops.map(({ name }) => name)))).toEqual(new Set(['Corner shop']));
    const checked = await beatplan(['validate', folder, '--json']);
    expect(JSON.parse(checked.stdout)).toMatchObject({ tables: [{ file: 'customers.csv', cellsWithBreaks: breaks.length }, {}] });
  });

  it('is read as a space in a workbook and in a heading as well', { timeout: 60_000 }, async () => {
    const data = [
      ['id', 'lat', 'lng', 'tier', 'customer\nname'],
      ['c1', 31.2, 121.4, 'A', 'Corner\nshop'],
    ];
    const book = new Uint8Array(await writeXlsxFile([{ sheet: 'customers', data }]).toBuffer());
    const folder = await folderOf(new Map<string, string | Uint8Array>([...filesWith({ 'customers.csv': null }), ['shops.xlsx', book]]));
    const { code, stderr } = await beatplan(['validate', folder]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'shops.xlsx, sheet customers: line breaks or tabs in a cell are read as spaces.\n',
    });
  });

  it('is a finding otherwise, and the terminal does not get it', { timeout: 60_000 }, async () => {
    const folder = await folderOf(filesWith({ 'customers.csv': namedBy(others) }));
    const { code, stdout, stderr } = await beatplan(['validate', folder]);
    expect({ code, stdout, raw: controlsIn(stderr, ['\n']) }).toEqual({ code: 2, stdout: '', raw: [] });
    const lines = stderr.split('\n').filter((line) => line.includes('This text has the control character'));
    expect(lines).toHaveLength(others.length);
    expect(lines).toContain(
      String.raw`customers.csv:${others.indexOf('\u001b') + 2} name: This text has the control character U+001B (Corner \u001b shop). Delete it, or write a space instead.`,
    );
  });

  it('is a finding in every column of every table', { timeout: 60_000 }, async () => {
    for (const [table, columns] of Object.entries(tableColumns)) {
      const rows = [columns.map(({ heading }) => heading), columns.map(() => 'a\u001b[2J\u202eb')];
      const folder = await folderOf(filesWith({ [`${table}.csv`]: `${rows.map((cells) => cells.join(',')).join('\n')}\n` }));
      const { code, stderr } = await beatplan(['validate', folder]);
      expect({ table, code, raw: controlsIn(stderr, ['\n']) }).toEqual({ table, code: 2, raw: [] });
      const named = columns.filter(({ heading }) => stderr.includes(`${table}.csv:2 ${heading}: `)).length;
      // The flag of a request's appointment and the like share a finding with another column.
      expect(named).toBeGreaterThan(columns.length / 2);
    }
  });
});

describe('a control character elsewhere', () => {
  it('never reaches the terminal: options, commands, paths, names of files', { timeout: 60_000 }, async () => {
    const bad = 'x\u001b[2J\u0085\u202ey';
    const folder = await folderOf(filesWith({ [`reps(${bad}).csv`]: 'id\nr1\n', 'reps.csv': null, 'policy.json': `{"${bad}": 1}` }));
    const all = [
      [bad],
      ['plan', folder, `--${bad}`],
      ['validate', bad],
      ['validate', folder, '--language', bad],
      ['validate', folder, '--policy', bad],
      ['rules', bad],
    ];
    for (const args of all) {
      const { code, stderr } = await beatplan(args);
      expect({ args, code, raw: controlsIn(stderr, ['\n']) }).toEqual({ args, code: 2, raw: [] });
    }
    const read = await beatplan(['validate', folder]);
    expect({ code: read.code, raw: controlsIn(read.stderr, ['\n']) }).toEqual({ code: 2, raw: [] });
  });
});
