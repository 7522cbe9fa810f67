import { describe, expect, it } from 'vitest';
import { caseFolder, isAbsent, planOf, stopsOf, territoryOf } from './cases.ts';

const WEDNESDAY = ['--from', '2027-01-13', '--days', '1', '--work', '3000'];

describe('nobody waits without need', () => {
  it.skipIf(isAbsent('waiting-behind-lunch'))('a visit that can start on arrival does', async () => {
    const { document } = await planOf(caseFolder('waiting-behind-lunch'), WEDNESDAY);
    expect(stopsOf(document).slice(-3)).toEqual([
      '2027-01-13 R1 10:19-10:39 C0',
      '2027-01-13 R1 11:45-12:45 break',
      '2027-01-13 R1 16:00-16:30 C9',
    ]);
  });

  it.skipIf(isAbsent('two-contacts'))('both contacts of a customer are met in one go', async () => {
    const { document } = await planOf(caseFolder('two-contacts'), WEDNESDAY);
    const visits = document.plan.days.flatMap(({ stops }) => stops.filter((stop) => stop.type === 'visit' && stop.customer === 'C2'));
    expect(visits).toHaveLength(2);
    expect(visits[1]?.start).toBe(visits[0]?.end);
  });

  it('lunch comes after a visit that lies on the way to a long wait', async () => {
    const customers = ['id,name,lat,lng,tier,hours,dwell_minutes', 'a,Open,51.47,-0.97,A,,30', 'b,Late,51.48,-0.98,A,Mo-Fr 15:30-17:00,30'];
    const { document } = await planOf(await territoryOf({ 'customers.csv': customers.join('\n') }), WEDNESDAY);
    const [first] = stopsOf(document);
    expect(first).toMatch(/ R1 08:\d\d-09:\d\d a$/);
  });
});
