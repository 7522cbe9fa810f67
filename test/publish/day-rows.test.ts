import { describe, expect, it } from 'vitest';
import type { PlannedDay } from '../../src/domain/plan.ts';
import { present } from '../../src/kernel/assert.ts';
import { minutes } from '../../src/kernel/units.ts';
import { dayRows } from '../../src/publish/day-rows.ts';
import { aCallStop, aCustomer, aLeg, at, office } from '../support/builders.ts';
import { hamletPlan, loopDay } from './hamlet-plan.ts';

const monday = present(hamletPlan.days[0], 'Monday');
const [meeting, shop, mill] = monday.stops;

const visits = (day: PlannedDay) => dayRows(day).filter(({ stop }) => stop?.type === 'visit');

describe('dayRows', () => {
  it('numbers visits only', () => {
    expect(dayRows(monday).map(({ order }) => order)).toEqual([null, 1, 2, null, null]);
  });

  it('gives each stop the way that leads to it', () => {
    expect(dayRows(monday).map(({ legs }) => legs.map((leg) => leg.distance))).toEqual([[], [1500], [2040], [3160], []]);
  });

  it('gives a stop both legs where the vehicle is fetched first', () => {
    expect(dayRows(loopDay).map(({ legs }) => legs.map(({ mode }) => mode))).toEqual([
      [],
      ['e-bike'],
      ['walk'],
      ['walk', 'e-bike'],
      ['e-bike'],
      [],
    ]);
    // To the farm: free at 09:01, 5 and 7 minutes of way, start at 09:20.
    expect(visits(loopDay).map(({ waiting }) => waiting)).toEqual([0, 0, minutes(7)]);
  });

  it('has one way back, even by way of the vehicle', () => {
    // The shop is where the e-bike stands: from there straight to the office.
    const home = aLeg({ from: present(loopDay.legs[2], 'leg').to, to: office, depart: '09:06', arrive: '09:16', mode: 'e-bike' });
    const legs = [...loopDay.legs.slice(0, 3), home];
    const rows = dayRows({ ...loopDay, stops: loopDay.stops.toSpliced(3, 1), legs });
    expect(rows.map(({ stop }) => stop?.type ?? 'back')).toEqual(['duty', 'visit', 'visit', 'back', 'break']);
    expect(rows[3]?.legs.map(({ mode }) => mode)).toEqual(['walk', 'e-bike']);
  });

  it('counts as waiting what is neither way nor visit nor break', () => {
    // To the shop: 08:30 to 08:40 is way. To the mill: free at 08:48, 8 minutes of way, start at 10:00.
    expect(visits(monday).map(({ waiting }) => waiting)).toEqual([0, minutes(64)]);
  });

  it('takes breaks on the way or while waiting out of it', () => {
    const tea = { type: 'break', break: 'tea', start: at('09:00'), end: at('09:15') } as const;
    const day = { ...monday, stops: [meeting, shop, tea, mill].map((stop) => present(stop, 'stop')) };
    // 64 minutes less the quarter of an hour for tea.
    expect(visits(day)[1]?.waiting).toBe(minutes(49));
  });

  it('puts calls where they fall in time, without a way', () => {
    // Before the mill, where the rep waits from 08:56 to 10:00, and after the way back.
    const calls = [aCallStop(aCustomer(), { start: '09:00' }), aCallStop(aCustomer(), { start: '10:30' })];
    const rows = dayRows({ ...monday, calls });
    expect(rows.map(({ stop }) => stop?.type ?? 'back')).toEqual(['duty', 'visit', 'call', 'visit', 'back', 'call', 'break']);
    expect(rows.filter(({ stop }) => stop?.type === 'call').map(({ legs, order, waiting }) => [legs, order, waiting])).toEqual([
      [[], null, 0],
      [[], null, 0],
    ]);
  });

  it('has no way to a stop at the same place', () => {
    const first = present(visits(monday)[0]?.stop, 'the shop');
    if (first.type !== 'visit') throw new Error('no visit');
    const next = { ...first, arrival: at('08:48'), start: at('08:48'), end: at('08:56') };
    const day = { ...monday, stops: [present(meeting, 'meeting'), first, next], legs: monday.legs.slice(0, 1) };
    expect(visits(day)[1]).toMatchObject({ legs: [], waiting: 0, order: 2 });
  });

  it('starts to count when the rep leaves, where no duty opens the day', () => {
    const day = { ...monday, stops: monday.stops.slice(1) };
    expect(visits(day)[0]?.waiting).toBe(0);
  });
});
