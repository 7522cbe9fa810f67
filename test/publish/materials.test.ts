import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import type { Material } from '../../src/domain/policy.ts';
import { repId } from '../../src/kernel/ids.ts';
import { planIcs } from '../../src/publish/calendar/plan-ics.ts';
import { planPage } from '../../src/publish/page/plan-page.ts';
import { planCsv } from '../../src/publish/table/plan-csv.ts';
import { planText } from '../../src/publish/text/plan-text.ts';
import { planWorkbook } from '../../src/publish/workbook/plan-workbook.ts';
import { hamletPlan, publishedHamlet } from './hamlet-plan.ts';

const launch = { en: 'Product launch', zh: '新品推介' };
const common = { tags: [], purposes: [], kinds: [], tag: 'added' } as const;
const materials: readonly Material[] = [
  { ...common, id: 'list', name: { en: 'Price list', zh: '价目表' }, copies: 2 },
  { ...common, id: 'samples', name: { en: 'Samples', zh: '样品' }, copies: 3, purposes: ['launch'] },
];
const { territory } = publishedHamlet;

/** The hamlet with materials; the first visit of each day launches a product. */
const published = {
  ...publishedHamlet,
  territory: { ...territory, policy: { ...territory.policy, materials } },
  plan: {
    ...hamletPlan,
    days: hamletPlan.days.map((day) => ({
      ...day,
      stops: day.stops.map((stop) => (stop.type === 'visit' && stop.customer === 'c1' ? { ...stop, purposes: [launch] } : stop)),
    })),
  },
};

describe('purposes and materials of a plan', () => {
  it('are in the document, at each stop and for each day', () => {
    const { plan } = writePlan(published.plan, { ...published, run: {} });
    const [monday, tuesday] = plan.days;
    const listed = (copies: number) => ({ id: 'list', name: { en: 'Price list', zh: '价目表' }, copies });
    expect(monday?.materials).toEqual([listed(4), { id: 'samples', name: { en: 'Samples', zh: '样品' }, copies: 3 }]);
    expect(tuesday?.materials).toBeUndefined();
    const visits = monday?.stops.filter((stop) => stop.type === 'visit') ?? [];
    expect(visits.map(({ purposes, materials: packed }) => [purposes, packed?.length])).toEqual([
      [[launch], 2],
      [undefined, 1],
    ]);
  });

  it('are on the page and in the text: the purpose at the stop, the packing list above the day', () => {
    const page = planPage(published, { language: 'zh', rep: null, pageOf: () => '' });
    expect(page).toContain('<b>当日携带:</b> 价目表 ×4、样品 ×3');
    expect(page).toContain('<small class="about">新品推介 · 价目表 ×2、样品 ×3</small>');
    const text = planText(published, { language: 'en', details: true });
    expect(text).toContain('To pack: Price list ×4, Samples ×3');
    expect(text).toContain('Product launch; Price list ×2, Samples ×3');
  });

  it('are in the table and in a sheet of the workbook', async () => {
    expect(planCsv(published, 'en')).toContain('ordinary visit,,,Product launch,"Price list ×2, Samples ×3",');
    const sheets = await readExcelFile(Buffer.from(await planWorkbook(published, 'en')));
    expect(sheets.find(({ sheet }) => sheet === 'Packing')?.data).toEqual([
      ['Day', 'Rep', 'Rep name', 'Materials', 'Copies'],
      ['2026-12-07', 'r1', '李伟', 'Price list', 4],
      ['2026-12-07', 'r1', '李伟', 'Samples', 3],
    ]);
  });

  it('are in the calendar: the packing list at the first event of the day', () => {
    const madeAt = Temporal.Instant.from('2026-11-24T10:00:00Z');
    const calendar = planIcs(published, { rep: repId('r1'), language: 'en', madeAt }).replaceAll('\r\n ', '');
    expect(calendar.match(/DESCRIPTION:To pack: Price list ×4\\, Samples ×3/g)).toHaveLength(1);
    expect(calendar).toContain('Purpose: Product launch\\nMaterials: Price list ×2\\, Samples ×3');
  });
});
