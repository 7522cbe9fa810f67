import { describe, expect, it } from 'vitest';
import { repId } from '../../../src/kernel/ids.ts';
import { planPage } from '../../../src/publish/page/plan-page.ts';
import type { PublishedPlan } from '../../../src/publish/published-plan.ts';
import { hamlet, loopDay, publishedHamlet, publishedWith } from '../hamlet-plan.ts';

const page = (published: PublishedPlan, language: 'en' | 'zh' = 'en', rep: string | null = null) =>
  planPage(published, { language, rep: rep === null ? null : repId(rep), pageOf: (id) => `${id}.html` });

describe('planPage', () => {
  it('shows who is seen when, who is not and why, and what it costs', () => {
    const text = page(publishedHamlet);
    for (const shown of ['小村', 'Morning meeting', '=便民超市 (c1)', '08:40–08:48', 'Mill (c2)', 'wait 64 min', 'Lunch'])
      expect(text).toContain(shown);
    expect(text).toMatch(/Visits that found no place \(\d+\)/);
    expect(page(publishedHamlet, 'zh')).toMatch(/<html lang="zh-CN">[\s\S]*未安排的拜访/);
  });

  it('needs nothing from elsewhere', () => {
    expect(page(publishedHamlet)).not.toMatch(/<script|<link|@import|https?:|src=/);
  });

  it('lets no name become part of the page', () => {
    const name = `<img src=x onerror="alert('1')">&`;
    const customers = hamlet.customers.map((customer) => ({ ...customer, name }));
    const text = page({ ...publishedHamlet, territory: { ...hamlet, name, customers } });
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;');
  });

  it('says what the policy asks of a day, beside what the days hold', () => {
    const rules = [{ rule: 'day/most-visits', price: 'must', params: {}, tag: 'added' } as const];
    const text = page({ ...publishedHamlet, territory: { ...hamlet, policy: { ...hamlet.policy, rules } } });
    expect(text).toContain('day/most-visits is asked');
    expect(page(publishedHamlet)).not.toContain('is asked');
  });

  it('draws walks and rides apart', () => {
    const text = page(publishedWith(loopDay));
    expect(text).toMatch(/class="way walk"/);
    expect(text).toMatch(/class="way ride"/);
  });

  it('leaves the timetables of a large plan to the pages of the reps', () => {
    const { plan } = publishedHamlet;
    // Three thousand copies of a day of four stops.
    const days = Array.from({ length: 3000 }, () => plan.days.slice(0, 1)).flat();
    const text = page({ ...publishedHamlet, plan: { ...plan, days } });
    expect(text).toContain('<a href="r1.html">李伟 (r1)</a>');
    expect(text).not.toContain('08:40–08:48');
  });

  it('can be one rep’s alone', () => {
    const [rep] = hamlet.reps;
    expect(page(publishedHamlet, 'en', rep?.id ?? '')).toContain(`<h1>${rep?.name ?? ''} · 小村</h1>`);
  });
});
