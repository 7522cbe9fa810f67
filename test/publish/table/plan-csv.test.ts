import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { planCsv } from '../../../src/publish/table/plan-csv.ts';
import { hamlet, loopDay, publishedHamlet, publishedWith } from '../hamlet-plan.ts';

const lines = (language: 'en' | 'zh') => planCsv(publishedHamlet, language).split('\r\n');

describe('planCsv', () => {
  it('opens with a byte order mark, so that spreadsheets show Chinese', () => {
    expect(planCsv(publishedHamlet, 'zh')).toMatch(/^\uFEFF日期,星期,客户经理,姓名,顺序,/);
  });

  it('has one row per stop, and one for the way back', () => {
    // Monday: meeting, two visits, way back, lunch; Tuesday: meeting, lunch; headings; the end of the last line.
    expect(lines('en')).toHaveLength(1 + 5 + 2 + 1);
  });

  it('tells of a visit who, when, by what way and after what wait', () => {
    // 8 minutes and 2,040 m of way; there at 08:56, open at ten: 64 minutes of waiting; 8 minutes of visit.
    expect(lines('en')[3]).toBe(
      '2026-12-07,Mon,r1,李伟,2,visit,c2,Mill,B,country,e-bike,8,2.0,,08:56,10:00,10:08,8,64,no,ordinary visit,,,,,,,,,,,',
    );
  });

  it('speaks Chinese when asked to', () => {
    expect(lines('zh')[3]).toBe(
      '2026-12-07,周一,r1,李伟,2,拜访,c2,Mill,B,农村,电动自行车,8,2.0,,08:56,10:00,10:08,8,64,否,普通拜访,,,,,,,,,,,',
    );
  });

  it('does not let a name become a formula', () => {
    expect(lines('en')[2]).toContain(",'=便民超市,");
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tA1', '"quoted", with comma', 'two\nlines', '客户，一号'])(
    'brings a name such as %j back as the text that it was',
    (name) => {
      const customers = hamlet.customers.map((customer, i) => (i === 0 ? { ...customer, name } : customer));
      const rows: readonly (readonly string[])[] = parse(planCsv({ ...publishedHamlet, territory: { ...hamlet, customers } }, 'zh'), {
        bom: true,
      });
      // What a spreadsheet would run as a formula is marked as text.
      expect(rows[2]?.[7]).toBe(/^[=+\-@\t]/.test(name) ? `'${name}` : name);
    },
  );

  it('gives duties and breaks their titles and no customer', () => {
    expect(lines('en')[1]).toBe('2026-12-07,Mon,r1,李伟,,duty,,Morning meeting,,,,,,,08:00,08:00,08:30,30,,,,,,,,,,,,,,');
    expect(lines('en')[5]).toBe('2026-12-07,Mon,r1,李伟,,break,,Lunch,,,,,,,,11:30,12:30,60,,,,,,,,,,,,,,');
  });

  it('adds up a way with two legs, and notes where the vehicle stays', () => {
    const rows = (language: 'en' | 'zh') => planCsv(publishedWith(loopDay), language).split('\r\n');
    // On foot 5 minutes and 1,000 m, then 7 minutes and 2,540 m.
    expect(rows('en').slice(3, 5)).toEqual([
      '2026-12-07,Mon,r1,李伟,2,visit,c2,Mill,B,country,walk,5,1.0,,08:53,08:53,09:01,8,0,no,ordinary visit,,,,,,,e-bike stays at =便民超市,,,,',
      '2026-12-07,Mon,r1,李伟,3,visit,c3,c3,B,country,walk + e-bike,12,3.5,,09:13,09:20,09:28,8,7,yes,ordinary visit,,,,,1,,fetches the e-bike at =便民超市,,,,',
    ]);
    expect(rows('zh')[0]).toMatch(/,联系人,任务,拜访目的,携带物料,距上次拜访（天）,最长间隔（天）,备注,结果,实际日期,跟进日期,确定程度$/);
    expect(rows('zh')[4]).toMatch(/,步行 \+ 电动自行车,12,3\.5,.*,先到=便民超市取电动自行车,,,,$/);
  });

  it('puts the way back before the break that follows it', () => {
    // 725 s of way are 12.1 minutes; the rep is back at 10:20:05.
    expect(lines('en')[4]).toBe('2026-12-07,Mon,r1,李伟,,back,,,,,e-bike,12.1,3.2,,10:20,,,,,,,,,,,,,,,,,');
  });
});
