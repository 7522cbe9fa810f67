import { describe, expect, it } from 'vitest';
import { caseFolder, isAbsent, planOf, stopsOf, territoryOf } from './cases.ts';

const MONDAY = ['--from', '2027-01-11', '--days', '1', '--work', '3000'];

describe('appointments come before breaks', () => {
  it.skipIf(isAbsent('appointment-over-noon'))('one over noon is kept, and lunch follows', async () => {
    const { document, printed } = await planOf(caseFolder('appointment-over-noon'), MONDAY);
    expect(stopsOf(document)).toEqual(['2027-01-11 R1 11:25-13:30 C1', '2027-01-11 R1 13:30-14:30 break']);
    expect(printed).toMatch(/13:30–14:30 {2}Lunch .*late, after the agreed time/);
  });

  it('two around noon with too little between them are kept', async () => {
    const { document } = await planOf(
      await territoryOf({
        'customers.csv': 'id,name,lat,lng,tier\na,First,51.46,-0.97,B\nb,Second,51.461,-0.97,B\n',
        'requests.csv': [
          'id,customer,from,deadline,kind,required,dwell_minutes,appointment_day,appointment_at',
          'Q1,a,2027-01-11,2027-01-11,ordinary,yes,70,2027-01-11,11:15',
          'Q2,b,2027-01-11,2027-01-11,ordinary,yes,60,2027-01-11,13:00',
        ].join('\n'),
      }),
      MONDAY,
    );
    expect(stopsOf(document)).toEqual(['2027-01-11 R1 11:10-12:25 a', '2027-01-11 R1 12:55-14:00 b', '2027-01-11 R1 14:00-15:00 break']);
  });

  it('lunch in time stays where it fits before the appointment', async () => {
    const { document } = await planOf(
      await territoryOf({
        'customers.csv': 'id,name,lat,lng,tier\na,First,51.46,-0.97,B\n',
        'requests.csv': [
          'id,customer,from,deadline,kind,required,dwell_minutes,appointment_day,appointment_at',
          'Q1,a,2027-01-11,2027-01-11,ordinary,yes,60,2027-01-11,13:00',
        ].join('\n'),
      }),
      MONDAY,
    );
    expect(stopsOf(document)).toEqual(['2027-01-11 R1 11:45-12:45 break', '2027-01-11 R1 12:55-14:00 a']);
  });
});
