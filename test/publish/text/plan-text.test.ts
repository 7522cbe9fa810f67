import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { Language } from '../../../src/kernel/text.ts';
import { planText } from '../../../src/publish/text/plan-text.ts';
import type { PublishedPlan } from '../../../src/publish/published-plan.ts';
import { loopDay, publishedHamlet, publishedWith } from '../hamlet-plan.ts';

const printed = (language: Language, { details = false, published = publishedHamlet } = {}) =>
  planText(published, { language, details }).split('\n');

const { plan } = publishedHamlet;
const month: PublishedPlan = {
  ...publishedHamlet,
  plan: { ...plan, horizon: { first: plan.horizon.first, last: addDays(plan.horizon.first, 30) } },
};

describe('planText', () => {
  it('opens with what is planned, what it costs and what is left out', () => {
    // 27,245 s are 7.6 h: 1,805 s of travel, 3,840 s of waiting, 21,600 s for the visit left out.
    expect(printed('en').slice(0, 6)).toEqual([
      '小村 (hamlet)',
      'Policy    Hamlet rules (hamlet 1)',
      'Days      Mon 7 Dec – Tue 8 Dec 2026, Asia/Shanghai',
      'Visits    2: 1 required, 1 optional',
      'Unserved  1: 1 required, 0 behind pace',
      'Cost      7.6 h of working time: travel 0.5, waiting 1.1, rules 6.0',
    ]);
  });

  it('has a table of days for each rep', () => {
    expect(printed('en').slice(7, 12)).toEqual([
      '李伟 (r1), e-bike',
      '  Day         Visits  First   Back  Travel  Visiting  Waiting  Load',
      '  Mon  7 Dec       2  08:40  10:20    0:30      0:16     1:04  10 %',
      '  Tue  8 Dec       0                  0:00      0:00     0:00   0 %',
      '  Total            2                  0:30      0:16     1:04   5 %',
    ]);
  });

  it('says once how the tables are to be read', () => {
    expect(printed('en').filter((line) => line.startsWith('Travel, visiting and waiting in hours:minutes.'))).toHaveLength(1);
  });

  it('lines columns up under Chinese, which is twice as wide', () => {
    expect(printed('zh').slice(8, 10)).toEqual([
      '  日期          拜访   首访   返回  在途  拜访用时  等待  负荷',
      '  12月7日 周一     2  08:40  10:20  0:30      0:16  1:04  10 %',
    ]);
  });

  it('lists the stops of a short plan in order', () => {
    const lines = printed('en');
    const first = lines.indexOf('Mon 7 Dec · 李伟 (r1), e-bike');
    expect(lines.slice(first + 1, first + 7)).toEqual([
      '     Time         Customer              Tier  Way there                  Notes',
      '     08:00–08:30  Morning meeting',
      '  1  08:40–08:48  =便民超市 (c1)        A     e-bike     10 min  1.5 km',
      '  2  10:00–10:08  Mill (c2) · optional  B     e-bike      8 min  2.0 km  wait 64 min',
      '     10:20        back                        e-bike     12 min  3.2 km',
      '     11:30–12:30  Lunch',
    ]);
  });

  it('says where the vehicle stays while the rep walks, once, and where it is fetched', () => {
    const lines = printed('en', { published: publishedWith(loopDay) });
    const first = lines.indexOf('Mon 7 Dec · 李伟 (r1), e-bike');
    expect(lines.slice(first + 2, first + 8)).toEqual([
      '     08:00–08:30  Morning meeting',
      '  1  08:40–08:48  =便民超市 (c1)        A     e-bike         10 min  1.5 km',
      '  2  08:53–09:01  Mill (c2) · optional  B     walk            5 min  1.0 km  e-bike stays at =便民超市',
      '  3  09:20–09:28  c3                    B     walk + e-bike  12 min  3.5 km  wait 7 min; fetches the e-bike at =便民超市; last visit 1 day ago',
      '     09:40        back                        e-bike         12 min  3.2 km',
      '     11:30–12:30  Lunch',
    ]);
  });

  it('says for the day’s legs why the cheaper mode is not taken', () => {
    const legs = loopDay.legs.map((leg) => ({ ...leg, cheaper: { mode: 'bus', because: 'late' } as const }));
    const lines = printed('zh', { published: publishedWith({ ...loopDay, legs: legs.slice(0, 2), stops: loopDay.stops.slice(0, 3) }) });
    expect(lines.find((line) => line.includes('Mill'))).toMatch(/ {2}电动自行车停在=便民超市；公交更省，但会来不及$/);
  });

  it('says a vehicle only of days that take it', () => {
    const walked = { ...loopDay, vehicle: null, legs: loopDay.legs.map((leg) => ({ ...leg, mode: 'walk', parked: null })) };
    expect(printed('en', { published: publishedWith(walked) })).toContain('Mon 7 Dec · 李伟 (r1), without own vehicle');
    expect(printed('zh', { published: publishedWith(walked) })).toContain('12月7日 周一 · 李伟 (r1)，不用自备车辆');
    expect(printed('en')).toContain('Tue 8 Dec · 李伟 (r1)');
  });

  it('lists the stops of a long plan only when asked to', () => {
    const list = 'Mon 7 Dec · 李伟 (r1), e-bike';
    expect(printed('en', { published: month })).not.toContain(list);
    expect(printed('en', { published: month, details: true })).toContain(list);
  });

  it('sums up by tier and by rule', () => {
    expect(printed('en')).toEqual(
      expect.arrayContaining([
        'Tier  Customers  Seen  Visits due  Served  Required unserved  Behind pace, unserved  Could be pulled forward',
        'B             2     1           2       1                  1                      0                        0',
        'Rules that are not fully kept, and the working time that this is priced at',
        '  6.0 h  Required visits are made (customer/frequency)',
      ]),
    );
  });

  it('groups unserved visits by what kept them out', () => {
    expect(printed('en').slice(-5)).toEqual(['Unserved (1)', '', '  1 required: c3', '    Can never fit: c3 is closed', '']);
  });

  it('says so when a visit is not explained yet', () => {
    const published = { ...publishedHamlet, plan: { ...plan, unserved: plan.unserved.map((visit) => ({ ...visit, reasons: [] })) } };
    expect(printed('en', { published }).slice(-3, -1)).toEqual(['  1 required: c3', '    Not explained yet']);
  });

  it('keeps required visits apart from those behind pace, leaves out those that could be pulled forward, and counts those of one customer', () => {
    const visit = present(plan.unserved[0], 'an unserved visit');
    const behind = { ...visit, required: false, need: 'behind-pace' } as const;
    const unserved = [visit, behind, behind, { ...behind, need: 'pull-forward' } as const];
    const published = { ...publishedHamlet, plan: { ...plan, unserved } };
    expect(printed('en', { published }).slice(-4, -2)).toEqual(['  1 required: c3', '  2 behind pace: c3 ×2']);
    expect(printed('zh', { published }).slice(-4, -2)).toEqual(['  必访 1 次：c3', '  进度落后 2 次：c3 ×2']);
  });

  it('names eight customers of a group and counts the others', () => {
    const [visit] = plan.unserved;
    if (visit === undefined) throw new Error('no unserved visit');
    const customers = publishedHamlet.territory.customers.slice(0, 1);
    const many = Array.from({ length: 10 }, (_, i) => ({
      ...present(customers[0], 'a customer'),
      id: `${visit.customer}-${i}` as typeof visit.customer,
      name: `Shop ${i}`,
    }));
    const published = {
      ...publishedHamlet,
      territory: { ...publishedHamlet.territory, customers: many },
      plan: { ...plan, unserved: many.map(({ id }) => ({ ...visit, customer: id })) },
    };
    expect(printed('en', { published }).at(-3)).toMatch(/Shop 7 \(c3-7\) and 2 more$/);
  });

  it('says nothing of rules and unserved visits where there are none', () => {
    const published = { ...publishedHamlet, plan: { ...plan, unserved: [] }, cost: { ...publishedHamlet.cost, byRule: {} } };
    const text = printed('en', { published }).join('\n');
    expect(text).not.toContain('Unserved (');
    expect(text).not.toContain('Rules');
  });
});
