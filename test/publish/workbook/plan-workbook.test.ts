import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { planRows } from '../../../src/publish/table/plan-rows.ts';
import { planWorkbook } from '../../../src/publish/workbook/plan-workbook.ts';
import type { PublishedPlan } from '../../../src/publish/published-plan.ts';
import { hamlet, publishedHamlet } from '../hamlet-plan.ts';

/** The sheets by name, as another library reads them. */
async function sheetsOf(published: PublishedPlan, language: 'en' | 'zh') {
  const sheets = await readExcelFile(Buffer.from(await planWorkbook(published, language)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe('planWorkbook', () => {
  it('has an overview, days, stops, unserved visits and a table to sign, in both languages', async () => {
    expect([...(await sheetsOf(publishedHamlet, 'en')).keys()]).toEqual(['Overview', 'Days', 'Stops', 'Unserved', 'Visit plan r1 李伟']);
    const sheets = await sheetsOf(publishedHamlet, 'zh');
    expect([...sheets.keys()]).toEqual(['概览', '每日', '明细', '未安排', '拜访计划 r1 李伟']);
    expect(sheets.get('概览')?.[0]?.[0]).toBe('小村');
    const signed = sheets.get('拜访计划 r1 李伟')?.map((row) => row.map((cell) => cell ?? ''));
    expect(signed?.[0]?.slice(-6)).toEqual(['结果', '实际日期', '跟进日期', '实际停留（分钟）', '变更说明', '签字']);
    const planned = ['2026-12-07', 'r1', 1, '拜访', 'c1', '=便民超市', '08:40', 8, '普通拜访'];
    expect(signed?.[1]).toEqual([...planned, ...Array.from({ length: 9 }, () => '')]);
    expect(signed?.at(-1)?.[0]).toBe('主管签字：');
  });

  it('holds every stop that the CSV holds', async () => {
    const read = (await sheetsOf(publishedHamlet, 'zh')).get('明细') ?? [];
    const written = planRows(publishedHamlet, 'zh');
    expect(read.map((row) => row.map((cell) => cell ?? ''))).toEqual(written.map((row) => [...row]));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tA1', '"quoted", with comma', '客户\n两行'])(
    'keeps a name such as %j a text',
    async (name) => {
      const customers = hamlet.customers.map((customer, i) => (i === 0 ? { ...customer, name } : customer));
      const sheets = await sheetsOf({ ...publishedHamlet, territory: { ...hamlet, customers } }, 'en');
      const names = sheets.get('Stops')?.map((row) => row[7]);
      expect(names?.map((cell) => (typeof cell === 'string' ? cell.trim() : cell))).toContain(name.trim());
    },
  );
});
