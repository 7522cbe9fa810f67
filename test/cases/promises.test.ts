import { describe, expect, it } from 'vitest';
import { caseFolder, isAbsent, planOf, stopsOf, territoryOf } from './cases.ts';

const THREE_DAYS = ['--from', '2027-01-13', '--days', '3', '--work', '3000'];
const reps = 'id,name,start_lat,start_lng,vehicles,shifts,leave\nR1,Ann,51.4551,-0.9731,car,Mo-Fr 08:30-17:30,2027-01-13\n';
const colleague = 'R2,Bob,51.4551,-0.9731,car,Mo-Fr 08:30-17:30,\n';
const appointment = (n: number, customer: string) => `Q${n},${customer},2027-01-13,2027-01-13,ordinary,yes,60,2027-01-13,10:00`;

/** Visits of C1 in a plan. */
const visitsTo = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const folder = await territoryOf({
    'policy.json': JSON.stringify({
      extends: 'check-in',
      id: 'p',
      remove: ['day-plan', 'day-report', 'day/duties', 'day/fewest-visits', 'day/reserve', 'plan/even-load', 'tier-a'],
      frequencies: [{ id: 'f', tiers: ['A'], count: { exactly: 1 }, every: 'P1W', minGapDays: 3 }],
    }),
    'customers.csv': 'id,name,lat,lng,tier\nC1,One,51.46,-0.97,A\nC2,Two,51.45,-0.98,B\n',
    'commitments.csv': 'customer,day,at,rep,firmness\nC1,2027-01-13,10:00,R1,confirmed\n',
    ...files,
  });
  return stopsOf((await planOf(folder, THREE_DAYS)).document).filter((stop) => stop.endsWith(' C1'));
};

describe('a promise to a customer whose rep is on leave', () => {
  it.skipIf(isAbsent('promise-on-leave'))('is kept by a colleague at the promised hour', async () => {
    const { document, printed } = await planOf(caseFolder('promise-on-leave'), THREE_DAYS);
    expect(stopsOf(document)).toContain('2027-01-13 R2 10:00-11:00 C1');
    expect(printed.split('\n').slice(0, 3).join('\n')).toMatch(
      /^Call these customers first.*One \(C1\) +Wed 13 Jan 10:00, Ann \(R1\) +Wed 13 Jan 10:00, Bob \(R2\)$/s,
    );
  });

  it('is kept at another hour where the colleague has an appointment then', async () => {
    const requests = 'id,customer,from,deadline,kind,required,dwell_minutes,appointment_day,appointment_at\n' + appointment(1, 'C2');
    const visits = await visitsTo({ 'reps.csv': reps + colleague, 'requests.csv': requests });
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatch(/^2027-01-13 R2 11:/);
  });

  it('moves to another day where there is no colleague', async () => {
    expect(await visitsTo({ 'reps.csv': reps })).toEqual([expect.stringMatching(/^2027-01-1[45] R1 /)]);
  });
});
