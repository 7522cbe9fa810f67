import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { repId } from '../../src/kernel/ids.ts';
import { planIcs } from '../../src/publish/calendar/plan-ics.ts';
import { planPage } from '../../src/publish/page/plan-page.ts';
import { planWorkbook } from '../../src/publish/workbook/plan-workbook.ts';
import { aPlannedDay, aRep, aVisitStop, anUnserved, monday } from '../support/builders.ts';
import { hamletPlan, publishedHamlet } from './hamlet-plan.ts';

const { territory } = publishedHamlet;
const [shop, mill] = territory.customers;
if (shop === undefined || mill === undefined) throw new Error('The hamlet has customers.');
const chief = aRep({ id: 'm1', name: 'Chief', role: 'manager' });

/** The hamlet with a manager, who checks the shop on Monday and finds no time for the mill. */
const published = {
  ...publishedHamlet,
  territory: {
    ...territory,
    reps: [...territory.reps, chief],
    customers: territory.customers.map((one) => ({ ...one, requiredRep: repId('r1') })),
  },
  plan: {
    ...hamletPlan,
    days: [
      ...hamletPlan.days,
      aPlannedDay({
        rep: 'm1',
        day: monday,
        stops: [{ ...aVisitStop(shop, { start: '10:00', frequency: 'spot-checks' }), kind: 'inspection' }],
      }),
    ],
    unserved: [...hamletPlan.unserved, { ...anUnserved(mill, { frequency: 'spot-checks' }), kind: 'inspection' as const }],
  },
};
const pageOf = (rep: string | null) => planPage(published, { language: 'en', rep: rep === null ? null : repId(rep), pageOf: () => '' });
const madeAt = Temporal.Instant.from('2026-11-24T10:00:00Z');
const calendarOf = (rep: string | null) => planIcs(published, { rep: rep === null ? null : repId(rep), language: 'en', madeAt });

describe('spot checks', () => {
  it('are on the page of the whole plan and of the manager, and not on the page of the rep', () => {
    expect(pageOf(null)).toContain('spot check');
    expect(pageOf('m1')).toContain('spot check');
    expect(pageOf('r1')).not.toContain('spot check');
  });

  it('are in the calendar of the manager alone', () => {
    expect(calendarOf('m1')).toContain('spot check');
    expect(calendarOf('r1')).not.toContain('spot check');
    expect(calendarOf(null)).not.toContain('spot check');
    expect(calendarOf(null)).toContain('Mill');
  });

  it('are on the visit plan of the manager alone', async () => {
    const sheets = await readExcelFile(Buffer.from(await planWorkbook(published, 'en')));
    const plans = sheets.filter(({ sheet }) => sheet.startsWith('Visit plan'));
    expect(plans.map(({ sheet, data }) => [sheet, JSON.stringify(data).includes('spot check')])).toEqual([
      ['Visit plan r1 李伟', false],
      ['Visit plan m1 Chief', true],
    ]);
  });
});
