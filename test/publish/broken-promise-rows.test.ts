import { describe, expect, it } from 'vitest';
import readExcelFile from 'read-excel-file/node';
import { explanationDocument } from '../../src/contract/plan/explanation-document.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { writePlan } from '../../src/contract/plan/write-plan.ts';
import { repId } from '../../src/kernel/ids.ts';
import { brokenPromiseRows } from '../../src/publish/broken-promise-rows.ts';
import { planPage } from '../../src/publish/page/plan-page.ts';
import { planText } from '../../src/publish/text/plan-text.ts';
import { planWorkbook } from '../../src/publish/workbook/plan-workbook.ts';
import { aCommitment, at, monday } from '../support/builders.ts';
import { hamlet, publishedHamlet } from './hamlet-plan.ts';

// The plan visits c1 at 08:40 on Monday, by r1; another visit to it was promised besides.
const held = { customer: 'c1', day: monday, firmness: 'confirmed' } as const;
const commitments = [aCommitment({ ...held, at: at('10:00'), rep: 'r1' }), aCommitment({ ...held, firmness: 'announced' })];
const published = { ...publishedHamlet, territory: { ...hamlet, commitments } };

describe('broken promises', () => {
  it('say whom to call, what was promised, and what the plan has', () => {
    expect(brokenPromiseRows(published, 'en')).toEqual([
      { customer: '=便民超市 (c1)', promised: 'Mon 7 Dec 10:00, 李伟 (r1)', now: 'Mon 7 Dec 08:40, 李伟 (r1)', reps: ['r1', 'r1'] },
      { customer: '=便民超市 (c1)', promised: 'Mon 7 Dec', now: 'left out', reps: [] },
    ]);
    expect(brokenPromiseRows(published, 'zh')[1]).toMatchObject({ promised: '12月7日 周一', now: '未安排' });
    expect(brokenPromiseRows(publishedHamlet, 'en')).toEqual([]);
  });

  it('come first in the text, on the page and in the workbook', async () => {
    expect(planText(published, { language: 'en', details: false })).toMatch(/^Call these customers first: .* \(2\)\n/);
    const options = { language: 'en', pageOf: String } as const;
    const page = planPage(published, { ...options, rep: null });
    expect(page.indexOf('Call these customers first')).toBeLessThan(page.indexOf('class="kpis"'));
    const [sheet] = await readExcelFile(Buffer.from(await planWorkbook(published, 'en')));
    expect(sheet).toMatchObject({ sheet: 'Call first', data: { 2: ['=便民超市 (c1)', expect.any(String), expect.any(String)] } });
  });

  it('are on a rep’s own page where they concern the rep', () => {
    const page = planPage(published, { language: 'en', pageOf: String, rep: repId('r1') });
    expect(page).toContain('(1)</h2>');
    expect(page).not.toContain('left out');
  });

  it('are a list in the documents of plan and explanation', () => {
    const { cost, kpis, territory } = published;
    const document = writePlan(published.plan, { territory, cost, kpis, run: {} });
    expect(PlanDocument.safeParse(document).error?.issues ?? []).toEqual([]);
    const list = [
      {
        customer: 'c1',
        name: '=便民超市',
        firmness: 'confirmed',
        promised: { day: '2026-12-07', rep: 'r1', at: '10:00' },
        now: { day: '2026-12-07', rep: 'r1', start: '2026-12-07T08:40:00+08:00' },
      },
      { customer: 'c1', name: '=便民超市', firmness: 'announced', promised: { day: '2026-12-07' } },
    ];
    expect(document.plan.brokenPromises).toEqual(list);
    expect(explanationDocument(document.plan).brokenPromises).toEqual(list);
  });
});
