import { describe, expect, it } from 'vitest';
import { findingsOf, read } from '../territory-files.ts';

const requests = (...rows: readonly string[]) => ({
  'requests.csv': ['id,customer,from,deadline,rep,dwell_minutes,appointment_day,appointment_at,early_minutes', ...rows].join('\n'),
});
const day = '2026-12-07';

describe('appointments', () => {
  it('of one rep may follow each other, and two reps may have them at once', () => {
    const reps = 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\nr2,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\n';
    const rows = [
      `q1,c1,${day},${day},r1,30,${day},10:00,5`,
      `q2,c1,${day},${day},r1,30,${day},10:35,5`,
      `q3,c1,${day},${day},r2,30,${day},10:00,5`,
    ];
    expect(read({ ...requests(...rows), 'reps.csv': reps }).requests).toHaveLength(3);
  });

  it('of one rep may not overlap, being early included', () => {
    // Until 10:30, and there again from 10:29.
    const found = findingsOf(requests(`q1,c1,${day},${day},r1,30,${day},10:00,5`, `q2,c1,${day},${day},r1,30,${day},10:34,5`));
    expect(found).toMatchObject([
      {
        code: 'APPOINTMENTS_CONFLICT',
        at: { file: 'requests.csv', row: 3, column: 'appointment_at' },
        message: 'Rep "r1" has another appointment at this time, in requests.csv:2 id',
      },
    ]);
  });

  it('fall on the days of their requests', () => {
    expect(findingsOf(requests(`q1,c1,${day},2026-12-09,r1,30,2026-12-11,10:00,`))).toMatchObject([
      {
        code: 'APPOINTMENT_OUTSIDE',
        at: { row: 2, column: 'appointment_day' },
        message: expect.stringContaining('2026-12-07 to 2026-12-09'),
      },
    ]);
  });
});

describe('commitments', () => {
  const held = (...rows: readonly string[]) => ({ 'commitments.csv': ['customer,day,rep,at', ...rows].join('\n') });

  it('may hold several days of a customer', () => {
    expect(read(held(`c1,${day},r1,`, 'c1,2026-12-10,r1,')).commitments).toHaveLength(2);
  });

  it('hold a visit once, for one rep and one time', () => {
    expect(findingsOf(held(`c1,${day},r1,10:00`, `c1,${day},r1,11:00`))).toMatchObject([
      { code: 'COMMITMENTS_CONFLICT', at: { row: 3, column: 'at' } },
    ]);
    expect(findingsOf(held(`c1,${day},r1,`, `c1,${day},,`))).toMatchObject([
      { code: 'COMMITMENTS_CONFLICT', at: { row: 3, column: 'rep' } },
    ]);
  });
});
