import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { ownPolicy } from '../../contract/territory-files.ts';
import { beatplan, folderOf } from '../beatplan.ts';

type Cells = readonly (readonly (string | number | boolean | null)[])[];

/** A workbook with these sheets. */
async function workbook(sheets: Readonly<Record<string, Cells>>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => [...row]) }));
  const { toBuffer } = writeXlsxFile(data);
  return new Uint8Array(await toBuffer());
}

const facts: Cells = [
  ['编号', 'riverside'],
  ['名称', '河畔片区'],
  ['时区', 'Asia/Shanghai'],
  ['坐标系', 'wgs84'],
];
const customers: Cells = [
  ['客户编号', '客户名称', '纬度', '经度', '级别', '城乡', '停留时间（分钟）', '营业时间'],
  [1001, '街角便利店', 31.2304, 121.4737, 'A', '城区', 12, 'Mo-Su 08:00-21:00'],
  [1002, '桥头超市', 31.2391, 121.4689, 'A', '农村', null, null],
];
const reps: Cells = [
  ['工号', '姓名', '出发纬度', '出发经度', '自有车辆', '班次'],
  ['R1', '李伟', 31.235, 121.47, '电动自行车', 'Mo-Fr 08:30-17:30'],
];
const week = ['--from', '2026-12-07', '--days', '5', '--work', '500', '--workers', '1', '--json'];

describe('a workbook', () => {
  it('with Chinese sheets and headings is planned as it is', async () => {
    const book = await workbook({ 辖区: facts, 客户: customers, 客户经理: reps });
    const folder = await folderOf(
      new Map<string, string | Uint8Array>([
        ['beat.xlsx', book],
        ['policy.json', JSON.stringify(ownPolicy)],
      ]),
    );
    const { code, stdout, stderr } = await beatplan(['plan', '.', ...week], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('"territory": "riverside"');
    expect(stdout).toContain('桥头超市');
    const stays = [...stdout.matchAll(/"name": "街角便利店"[^}]*}[^}]*"start": "([^"]*)",\s*"end": "([^"]*)"/g)].map(
      ([, start = '', end = '']) => Temporal.Instant.from(end).since(Temporal.Instant.from(start)).total('minutes'),
    );
    expect(stays).toEqual([12]);
  });

  it('has findings that name sheet, row and column', async () => {
    const wrong = customers.map((row, i) => (i === 2 ? row.with(4, 'Z') : row));
    const book = await workbook({ 辖区: facts, 客户: wrong, 客户经理: reps });
    const folder = await folderOf(
      new Map<string, string | Uint8Array>([
        ['beat.xlsx', book],
        ['policy.json', JSON.stringify(ownPolicy)],
      ]),
    );
    expect(await beatplan(['validate', '.'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('beat.xlsx, sheet 客户:3 级别: There is no such tier (Z).'),
    });
  });

  it('has only sheets that hold something known, each once', async () => {
    const book = await workbook({ 辖区: facts, 客户: customers, accounts: customers, 客户经理: reps, Sheet9: [['x']] });
    const { code, stderr } = await beatplan(['validate', 'beat.xlsx'], await folderOf(new Map([['beat.xlsx', book]])));
    expect(code).toBe(2);
    expect(stderr).toContain('beat.xlsx, sheet accounts: "beat.xlsx, sheet 客户" holds the same table.');
    expect(stderr).toContain('beat.xlsx, sheet Sheet9: The name of this sheet is not the name of a table (Sheet9).');
  });

  it('that is cut off or no workbook is refused', async () => {
    const book = await workbook({ 辖区: facts });
    const folder = await folderOf(
      new Map<string, string | Uint8Array>([
        ['cut.xlsx', book.subarray(0, 800)],
        ['fake.xlsx', 'id,name'],
      ]),
    );
    for (const name of ['cut.xlsx', 'fake.xlsx']) {
      expect(await beatplan(['validate', name], folder)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`${name}: This workbook cannot be read.`),
      });
    }
  });
});
