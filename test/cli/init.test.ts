import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beatplan, folderOf } from './beatplan.ts';

const emptyFolder = () => folderOf(new Map());

describe('beatplan init', () => {
  it('writes tables that are sound and plan as they are', async () => {
    const folder = await emptyFolder();
    const begun = await beatplan(['init', 'riverside', '--policy', 'tobacco'], folder);
    expect(begun).toMatchObject({ code: 0, stderr: '' });
    const written = ['territory.json', 'customers.csv', 'reps.csv', 'contacts.csv', 'history.csv', 'requests.csv'];
    expect(begun.stdout.split('\n').slice(0, 6)).toEqual(written.map((name) => `Written: ${join('riverside', name)}`));
    expect(await beatplan(['validate', 'riverside'], folder)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^No findings/) });
    const planned = await beatplan(['plan', 'riverside', '--work', '50'], folder);
    expect(planned.code).toBe(0);
    expect(planned.stdout).toMatch(/^riverside\nPolicy {4}Tobacco/);
  });

  it('writes a workbook, in Chinese where asked for', async () => {
    const folder = await emptyFolder();
    expect(await beatplan(['init', '城东', '--xlsx', '--lang', 'zh'], folder)).toMatchObject({ code: 0, stderr: '' });
    const validated = await beatplan(['validate', '城东/territory.xlsx', '--language', 'zh'], folder);
    expect(validated).toMatchObject({ code: 0, stdout: expect.stringContaining('城东，Asia/Shanghai') });
    expect((await beatplan(['plan', '城东', '--work', '50'], folder)).code).toBe(0);
  });

  it('marks CSV files so that spreadsheets read their letters right', async () => {
    const folder = await emptyFolder();
    await beatplan(['init', '--lang', 'zh'], folder);
    expect([...(await readFile(join(folder, '客户.csv'))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('writes over nothing, whichever form is asked for', async () => {
    const folder = await folderOf(new Map([['customers.csv', 'mine']]));
    const ended = await beatplan(['init', '.', '--xlsx'], folder);
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: 'customers.csv: The file exists already. Choose another folder, or move the file.\n',
    });
    expect(await readFile(join(folder, 'customers.csv'), 'utf8')).toBe('mine');
  });

  it('knows only the presets and languages that there are', async () => {
    const { code, stderr } = await beatplan(['init', 'x', '--policy', 'tobaco', '--lang', 'fr'], await emptyFolder());
    expect(code).toBe(2);
    expect(stderr).toContain('--policy: There is no such policy (tobaco). Did you mean "tobacco"?');
    expect(stderr).toContain('--language: This is not a language, en or zh (fr).');
  });
});
