import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { kpisOf } from '../../src/domain/figures/kpis-of-plan.ts';
import { repId } from '../../src/kernel/ids.ts';
import { planIcs } from '../../src/publish/calendar/plan-ics.ts';
import { planPage } from '../../src/publish/page/plan-page.ts';
import { planCsv } from '../../src/publish/table/plan-csv.ts';
import { planText } from '../../src/publish/text/plan-text.ts';
import { planWorkbook } from '../../src/publish/workbook/plan-workbook.ts';
import { aPastVisit, aPlannedDay } from '../support/builders.ts';
import { hamletPlan, publishedHamlet } from './hamlet-plan.ts';

const { horizon } = hamletPlan;
const [first = hamletPlan.days[0]] = hamletPlan.days;

/** The hamlet, of which only customer c2 was visited before, and an idle day at its end. */
const territory = { ...publishedHamlet.territory, history: [aPastVisit({ customer: 'c2', day: addDays(horizon.first, -9) })] };
const days = first === undefined ? [] : [first, aPlannedDay({ rep: 'r1', day: horizon.last, stops: [] })];
const plan = { ...hamletPlan, days, unserved: [] };
const published = { ...publishedHamlet, territory, plan, kpis: kpisOf(plan, territory) };
const idle = 'No further visit is due for 李伟 (r1).';

describe('a customer without a visit so far', () => {
  it('is named so in the table, on the page, in the text and in the calendar, others have the days', () => {
    const csv = planCsv(published, 'en');
    expect(csv.match(/no visit yet/g)).toHaveLength(1);
    const pages = [
      planPage(published, { language: 'en', rep: null, pageOf: () => '' }),
      planText(published, { language: 'en', details: true }),
    ];
    for (const page of pages) expect(page).toMatch(/no visit yet[^]*last visit 9 days ago/);
    const madeAt = Temporal.Instant.from('2026-11-24T10:00:00Z');
    const calendar = planIcs(published, { rep: repId('r1'), language: 'zh', madeAt }).replaceAll('\r\n ', '');
    expect(calendar).toMatch(/尚未拜访[^]*距上次拜访9天/);
  });
});

describe('a working day without visits', () => {
  it('has its reason on the page, in the text and in the workbook', async () => {
    expect(planPage(published, { language: 'en', rep: null, pageOf: () => '' })).toContain(`<small class="idle">${idle}</small>`);
    expect(planPage(published, { language: 'zh', rep: repId('r1'), pageOf: () => '' })).toContain('没有其他应访的拜访。');
    expect(planText(published, { language: 'en', details: false })).toContain(`Tue 8 Dec: ${idle}`);
    const sheets = await readExcelFile(Buffer.from(await planWorkbook(published, 'en')));
    expect(sheets.find(({ sheet }) => sheet === 'Days')?.data.map((row) => row.at(-1))).toEqual(['Note', null, idle]);
  });
});
