import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { customerId, repId } from '../../src/kernel/ids.ts';
import { forgottenRows } from '../../src/publish/forgotten-rows.ts';
import { planPage } from '../../src/publish/page/plan-page.ts';
import { planText } from '../../src/publish/text/plan-text.ts';
import { planWorkbook } from '../../src/publish/workbook/plan-workbook.ts';
import { publishedHamlet } from './hamlet-plan.ts';

const forgotten = [
  { customer: customerId('c2'), lastVisit: day('2026-10-01'), days: 68, most: 45 },
  { customer: customerId('c3'), lastVisit: null, days: null, most: 45 },
];
const published = { ...publishedHamlet, kpis: { ...publishedHamlet.kpis, forgotten } };

describe('forgottenRows', () => {
  it('has a row for each customer', () => {
    expect(forgottenRows(published, 'en').slice(1)).toEqual([
      ['c2', 'Mill', 'B', '', '2026-10-01', 68, 45],
      ['c3', 'c3', 'B', '', 'never', '', 45],
    ]);
    expect(forgottenRows(publishedHamlet, 'en')).toEqual([]);
  });

  it('is on the page, in the text and in the workbook', async () => {
    const page = planPage(published, { language: 'zh', rep: null, pageOf: () => '' });
    expect(page).toContain('<h2>久未拜访的客户 (2)</h2>');
    expect(planText(published, { language: 'en', details: false })).toContain(
      'Customers without a visit for too long (2)\n  Customer  Name',
    );
    const sheets = await readExcelFile(Buffer.from(await planWorkbook(published, 'en')));
    expect(sheets.find(({ sheet }) => sheet === 'Forgotten')?.data).toHaveLength(3);
  });

  it('has on the page of a rep the customers of that rep only', () => {
    const rep = repId('r1');
    const page = (required: boolean) => {
      const customers = published.territory.customers.map((one) => (required && one.id === 'c2' ? { ...one, requiredRep: rep } : one));
      return planPage({ ...published, territory: { ...published.territory, customers } }, { language: 'en', rep, pageOf: () => '' });
    };
    expect(page(false)).not.toContain('for too long');
    expect(page(true)).toContain('for too long (1)');
  });
});
