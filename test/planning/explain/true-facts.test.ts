import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/domain/customer.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import { dailyHours } from '../../../src/domain/visiting-hours.ts';
import { minutes } from '../../../src/kernel/units.ts';
import { tryAlone } from '../../../src/planning/explain/try-alone.ts';
import { prepareParts } from '../../../src/planning/prepare-parts.ts';
import { general } from '../../../src/policies/general.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { aBreak, aCustomer, aDuty, aFrequency, aRep, aTerritory, at, between, office, onlyMonday } from '../../support/builders.ts';

const near = { lat: office.lat + 0.01, lng: office.lng };
const shift = between('08:30', '17:30');
const reps = [aRep({ id: 'r1', name: 'Ann', shift, vehicles: ['car'] })];

interface Facts {
  readonly customer: Partial<Customer>;
  readonly policy?: Partial<Policy>;
  readonly kind?: 'ordinary' | 'call';
}

/** Why the visit of a customer can never fit on Monday, with the things to blame; empty where it fits. */
async function reasonsFor({ customer, policy = {}, kind = 'ordinary' }: Facts): Promise<readonly string[]> {
  const territory = aTerritory({
    customers: [aCustomer({ id: 'c1', tier: 'A', location: near, dwell: minutes(45), ...customer })],
    reps,
    policy: {
      ...general,
      duties: [],
      breaks: [],
      frequencies: [aFrequency({ id: 'f', kind, cycle: { every: 'days', length: 7 } })],
      ...policy,
    },
  });
  const parts = await prepareParts(territory, { horizon: onlyMonday, travel: estimate, endPlaces: new Map() });
  const warnings = parts.flatMap(({ compiled, travel }) => tryAlone(compiled, travel));
  return warnings.map(({ because, sentence }) => `${sentence.values['en']} [${because.join()}]`);
}

describe('the reason for a visit whose hours and days do not meet', () => {
  it.each([
    [
      '17:00',
      '19:00',
      /^Its visiting hours are 17:00–19:00 on Mon 7 December, and Ann \(r1\) can be there from 08:40 to 17:20 only: field time less the way\. \[shift\]$/,
    ],
    ['06:00', '08:50', /^Its visiting hours are 06:00–08:50 .* from 08:40 to 17:20 only.* \[visiting-hours\]$/],
  ])('is the field time of the rep where the hours are long enough: %s to %s', async (from, until, expected) => {
    const [reason] = await reasonsFor({ customer: { hours: dailyHours(between(from, until)) } });
    expect(reason).toMatch(expected);
  });

  it('is the hours where they are shorter than the stay', async () => {
    expect(await reasonsFor({ customer: { hours: dailyHours(between('10:00', '10:30'), between('15:00', '15:20')) } })).toEqual([
      'Its visiting hours, 10:00–10:30, 15:00–15:20 on Mon 7 December, are shorter than its stay of 0:45. [visiting-hours]',
    ]);
  });

  it('is the break or the duty that takes the time of the hours', async () => {
    const hours = dailyHours(between('11:50', '13:10'));
    const lunch = aBreak({
      id: 'lunch',
      title: { en: 'lunch', zh: '午餐' },
      earliest: at('12:00'),
      latest: at('12:00'),
      length: minutes(60),
    });
    expect(await reasonsFor({ customer: { hours }, policy: { breaks: [lunch] } })).toEqual([
      'The breaks (lunch) take the time for it. [breaks]',
    ]);
    const call = aDuty({ id: 'report', title: { en: 'report', zh: '报告' }, from: at('12:00'), until: at('13:00') });
    expect(await reasonsFor({ customer: { hours }, policy: { duties: [call] } })).toEqual([
      'The office work (report) takes the time for it. [duties]',
    ]);
  });
});

describe('the reason for a call that can never be made', () => {
  it('is hours outside the shift of its caller', async () => {
    expect(await reasonsFor({ kind: 'call', customer: { hours: dailyHours(between('18:00', '20:00')) } })).toEqual([
      'It can be called 18:00–20:00 on Mon 7 December, but Ann (r1) works 08:30–17:30 only. [visiting-hours]',
    ]);
  });

  it('is hours that never come, or that are too short', async () => {
    expect(await reasonsFor({ kind: 'call', customer: { hours: dailyHours() } })).toEqual([
      'It has no hours for a call on Mon 7 December when Ann (r1) works. [visiting-hours]',
    ]);
    expect(await reasonsFor({ kind: 'call', customer: { dwell: minutes(45), hours: dailyHours(between('10:00', '10:05')) } })).toEqual([
      expect.stringMatching(
        /^The hours at which it can be called, 10:00–10:05 on Mon 7 December, are shorter than the call of .*\[visiting-hours\]$/,
      ),
    ]);
  });

  it('is closed days, office work, or both', async () => {
    const closed = { closedDays: [onlyMonday.first] };
    expect(await reasonsFor({ kind: 'call', customer: closed })).toEqual(['It is closed on Mon 7 December. [closed-days]']);
    const duties = [aDuty({ id: 'office', title: { en: 'office day', zh: '内勤' }, from: at('00:00'), until: at('24:00') })];
    expect(await reasonsFor({ kind: 'call', customer: {}, policy: { duties } })).toEqual([
      'The office work of Ann (r1) (office day) takes the time for it. [duties]',
    ]);
    expect(await reasonsFor({ kind: 'call', customer: closed, policy: { duties } })).toEqual([
      'It is closed on Mon 7 December; and the office work of Ann (r1) (office day) takes the time for it. [closed-days,duties]',
    ]);
  });

  it('is nothing where the caller is free at some of the hours', async () => {
    expect(await reasonsFor({ kind: 'call', customer: { hours: dailyHours(between('17:00', '20:00')), dwell: minutes(15) } })).toEqual([]);
  });
});
