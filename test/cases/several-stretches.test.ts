import { describe, expect, it } from 'vitest';
import { beatplan } from '../cli/beatplan.ts';
import { caseFolder, isAbsent, planOf, stopsOf, territoryOf } from './cases.ts';

const DAYS = ['--from', '2027-01-13', '--days', '3'];

describe('a shift in two stretches', () => {
  it.skipIf(isAbsent('two-shifts-a-day'))('is read', async () => {
    const { code, stdout } = await beatplan(['validate', caseFolder('two-shifts-a-day'), ...DAYS]);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'No findings.' });
  });

  it.each([
    ['08:00-12:00,16:00-20:00', ['12:00-16:00']],
    ['07:00-10:30,12:00-15:00,17:30-21:00', ['10:30-12:00', '15:00-17:30']],
  ])('%s has no visit in between', async (shift, free) => {
    const folder = await territoryOf({
      'reps.csv': `id,name,start_lat,start_lng,vehicles,shifts\nR1,Ann,51.4551,-0.9731,car,"Mo-Fr ${shift}"\n`,
      'customers.csv': `id,name,lat,lng,tier,hours,dwell_minutes\n${Array.from({ length: 8 }, (_, i) => `C${i},C,51.4${i},-0.97,A,,50`).join('\n')}\n`,
    });
    const stops = stopsOf((await planOf(folder, [...DAYS, '--work', '3000'])).document);
    const days = new Set(stops.map((stop) => stop.slice(0, 10)));
    expect(days.size).toBe(3);
    for (const day of days) {
      for (const stretch of free) {
        expect(stops).toContain(`${day} R1 ${stretch} break`);
        const [from = '', until = ''] = stretch.split('-');
        const inside = stops.filter(
          (stop) => stop.startsWith(day) && / C\d$/.test(stop) && stop.slice(14, 19) < until && stop.slice(20, 25) > from,
        );
        expect(inside).toEqual([]);
      }
    }
  });
});
