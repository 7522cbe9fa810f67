import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseVisitingHours } from '../../../src/contract/reading/visiting-hours.ts';
import { hours } from '../../../src/kernel/units.ts';

/** Hours of a week by hand: for each weekday from Monday its windows in hours, `9-17`, and after a bar those of holidays. */
function week(text: string) {
  const [days = '', holidays] = text.split('|').map((half) => half.trim());
  const windows = (list: string) =>
    list === '.'
      ? []
      : list
          .split('+')
          .map((window) => window.split('-').map(Number))
          .map(([from = 0, until = 0]) => ({ from: hours(from), until: hours(until) }));
  const [mo = '.', tu = '.', we = '.', th = '.', fr = '.', sa = '.', su = '.'] = days.split(' ');
  return {
    byWeekday: { 1: windows(mo), 2: windows(tu), 3: windows(we), 4: windows(th), 5: windows(fr), 6: windows(sa), 7: windows(su) },
    onHolidays: holidays === undefined ? null : windows(holidays),
  };
}

describe('hours as shops write them, checked by hand', () => {
  it.each([
    // One stretch, every day or some days.
    ['08:30-17:30', '8.5-17.5 8.5-17.5 8.5-17.5 8.5-17.5 8.5-17.5 8.5-17.5 8.5-17.5'],
    ['7:00-22:00', '7-22 7-22 7-22 7-22 7-22 7-22 7-22'],
    ['Mo-Fr 09:00-18:00', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['Mo-Sa 10:00-19:00', '10-19 10-19 10-19 10-19 10-19 10-19 .'],
    ['Sa 09:00-12:30', '. . . . . 9-12.5 .'],
    ['Tu,Th 09:00-19:00', '. 9-19 . 9-19 . . .'],
    ['24/7', '0-24 0-24 0-24 0-24 0-24 0-24 0-24'],
    // Pauses, and days that differ.
    ['Mo-Fr 08:00-12:00,13:30-17:30', '8-12+13.5-17.5 8-12+13.5-17.5 8-12+13.5-17.5 8-12+13.5-17.5 8-12+13.5-17.5 . .'],
    ['Mo-Fr 07:45-12:00, 16:00-18:00; Sa 08:30-10:30', '7.75-12+16-18 7.75-12+16-18 7.75-12+16-18 7.75-12+16-18 7.75-12+16-18 8.5-10.5 .'],
    ['Mo 09:00-12:00;Tu-Fr 8:00-12:00,14:00-18:00', '9-12 8-12+14-18 8-12+14-18 8-12+14-18 8-12+14-18 . .'],
    ['Mo,Tu,Th,Fr 16:30-18:00; We 10:00-14:00', '16.5-18 16.5-18 10-14 16.5-18 16.5-18 . .'],
    ['Mo-We,Fr 08:00-16:00, Th 11:00-19:00', '8-16 8-16 8-16 11-19 8-16 . .'],
    ['Mo-Fr,Su 09:00-21:00; Sa 10:00-21:00', '9-21 9-21 9-21 9-21 9-21 10-21 9-21'],
    ['Su-Th 11:00-22:00; Fr,Sa 11:00-23:00', '11-22 11-22 11-22 11-22 11-23 11-23 11-22'],
    ['Sa-Tu 09:00-18:00; We-Fr 09:00-20:00', '9-18 9-18 9-20 9-20 9-20 9-18 9-18'],
    // Later parts override, and parts after a comma add.
    ['Mo-Su 18:00-23:00; Tu off', '18-23 . 18-23 18-23 18-23 18-23 18-23'],
    ['Mo-Fr 13:00-18:00, Tu-Sa 09:00-12:00', '13-18 9-12+13-18 9-12+13-18 9-12+13-18 9-12+13-18 9-12 .'],
    ['Mo-Fr 08:00-12:00; Mo-Th 13:00-17:00', '13-17 13-17 13-17 13-17 8-12 . .'],
    ['Mo-Fr 08:00-17:00, Sa 08:00-12:00, Su off', '8-17 8-17 8-17 8-17 8-17 8-12 .'],
    // Closed days in all their spellings.
    ['MO off; TU-FR 11:00-14:00; SA off; SU off', '. 11-14 11-14 11-14 11-14 . .'],
    ['Mo-Tu closed; We-Su 11:00-18:00', '. . 11-18 11-18 11-18 11-18 11-18'],
    ['Mo,We,Fr-Su off; Tu,Th 15:00-16:30', '. 15-16.5 . 15-16.5 . . .'],
    // Public holidays.
    ['Mo-Fr 10:00-19:00; PH off', '10-19 10-19 10-19 10-19 10-19 . . | .'],
    ['Mo-Sa 09:00-20:00; Su,PH 09:00-13:00', '9-20 9-20 9-20 9-20 9-20 9-20 9-13 | 9-13'],
    ['PH off; Mo-Fr 08:30-20:00', '8.5-20 8.5-20 8.5-20 8.5-20 8.5-20 . . | .'],
    ['PH,Mo-Su 08:00-20:00', '8-20 8-20 8-20 8-20 8-20 8-20 8-20 | 8-20'],
    ['Mo-Fr 06:00-21:00, Sa,Su,PH 07:00-20:00', '6-21 6-21 6-21 6-21 6-21 7-20 7-20 | 7-20'],
    // Past midnight: the rest belongs to the evening on which it began; a whole day ends at midnight.
    ['Mo-Su 10:00-02:00', '10-26 10-26 10-26 10-26 10-26 10-26 10-26'],
    ['Fr,Sa 20:00-03:00', '. . . . 20-27 20-27 .'],
    ['6:30 -01:00', '6.5-25 6.5-25 6.5-25 6.5-25 6.5-25 6.5-25 6.5-25'],
    ['Mo-Th 16:00-00:00', '16-24 16-24 16-24 16-24 . . .'],
    ['Sa 12:00-24:00; Su 08:00-13:00', '. . . . . 12-24 8-13'],
    // Other spellings that can mean only one thing.
    ['Mo-Fr 8-18', '8-18 8-18 8-18 8-18 8-18 . .'],
    ['Mo-Fr 08.00-18.00 Uhr', '8-18 8-18 8-18 8-18 8-18 . .'],
    ['Mon-Fri 9am-5pm', '9-17 9-17 9-17 9-17 9-17 . .'],
    ['Monday to Friday 09:00-17:00', '9-17 9-17 9-17 9-17 9-17 . .'],
    ['Sat & Sun 12am-12pm', '. . . . . 0-12 0-12'],
    ['Mo-Fr 09:00-12:00 and 14:00-18:00', '9-12+14-18 9-12+14-18 9-12+14-18 9-12+14-18 9-12+14-18 . .'],
    ['Mo-Fr 09:00-18:00 open "by appointment"', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['Mo-Fr 09:00-18:00 || "call"', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['Mo-Fr 22:00-26:00', '22-26 22-26 22-26 22-26 22-26 . .'],
    ['Mo-Sa 10:00-20:00+', '10-20 10-20 10-20 10-20 10-20 10-20 .'],
    ['Mo-Th 12:00+, Fr-Su 11:00+', '12-24 12-24 12-24 12-24 11-24 11-24 11-24'],
    ['Mo-Fr 0900-1800', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['Mo-Fr: 09:00-18:00', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['Mo-Fr 09:00-18:00 Sa 09:00-12:00', '9-18 9-18 9-18 9-18 9-18 9-12 .'],
    ['Mo-Fr 09:00-18:00; Fr 12:00-13:00 off', '9-18 9-18 9-18 9-18 9-12+13-18 . .'],
    ['Mo-Fr 8-18, Sa 9-12', '8-18 8-18 8-18 8-18 8-18 9-12 .'],
    ['Mo-Fr 18:00-09:00', '18-33 18-33 18-33 18-33 18-33 . .'],
    ['Mo - Fr 09:00 - 18:00', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['Mo–Fr 09:00–18:00', '9-18 9-18 9-18 9-18 9-18 . .'],
    ['PH 22:00-02:00; Mo-Su 09:00-18:00', '9-18 9-18 9-18 9-18 9-18 9-18 9-18 | 22-26'],
    ['Tuesday 9:30 am to 12:30 pm', '. 9.5-12.5 . . . . .'],
    ['Mo-Fr 08:00-12:00, 13:30-17:00;', '8-12+13.5-17 8-12+13.5-17 8-12+13.5-17 8-12+13.5-17 8-12+13.5-17 . .'],
    ['closed', '. . . . . . .'],
    [
      'Mo-Sa 11:30-14:00,19:00-22:00; Su, PH off',
      '11.5-14+19-22 11.5-14+19-22 11.5-14+19-22 11.5-14+19-22 11.5-14+19-22 11.5-14+19-22 . | .',
    ],
    ['Mo-Th 11:00-23:00, Fr,Sa 11:00-01:00, Su 12:00-23:00', '11-23 11-23 11-23 11-23 11-25 11-25 12-23'],
    ['Tu-Su 10:00-15:00, 19:00-23:00; Mo 10:00-15:00', '10-15 10-15+19-23 10-15+19-23 10-15+19-23 10-15+19-23 10-15+19-23 10-15+19-23'],
    ['Mo-Tu closed; Fr-Sa 11:00+ "Closes after evening service"', '. . . . 11-24 11-24 .'],
  ])('%j is open %s', (written, open) => {
    expect(parseVisitingHours(written)).toEqual({ ok: true, hours: week(open) });
  });
});

const corpus = join(import.meta.dirname, '../../../../shared/data/customers/opening-hours-corpus.txt');

describe('342 hours of real places', () => {
  it('are each read, or reported with the problem', ({ skip }) => {
    skip(!existsSync(corpus), `${corpus} is not there; it is no part of the repository`);
    const written = readFileSync(corpus, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const readings = written.map((text) => ({ text, reading: parseVisitingHours(text) }));
    const reported = readings.flatMap(({ text, reading }) => (reading.ok ? [] : [{ text, problem: reading.problem }]));
    const understood = written.length - reported.length;
    const share = ((100 * understood) / written.length).toFixed(1);
    process.stdout.write(`Opening hours: ${understood} of ${written.length} understood (${share} %), the others reported:\n`);
    for (const { problem } of reported) process.stdout.write(`  ${problem}\n`);

    expect(written).toHaveLength(342);
    // Each problem quotes a part of what was written, runs of spaces as one, spaces at its ends aside.
    for (const { text, problem } of reported) expect(text.replaceAll(/\s+/g, ' ')).toContain(/^"(.*)"/.exec(problem)?.[1]);
    expect(understood).toBeGreaterThanOrEqual(Math.ceil(0.97 * 342));
  });
});
