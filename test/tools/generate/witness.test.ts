import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureSpecs } from '../../../tools/generate/specs.ts';
import type { CustomerRow } from '../../support/expectations/documents.ts';
import { type Witness, dwellOf, openingsOf, walkWitness } from './witness-days.ts';

// The requirements of the policy's source, written down once more: visits a month, fewest and most days between two.
const REQUIRED = { A: [4, 4, 12], B: [2, 9, 21], C: [1, 18, 42] } as const;
const WEEKLY = [4, 10] as const;
const FEWEST = { town: 30, country: 25 };
const FULL_DAY = 8 * 3600;

const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;

const beats = fixtureSpecs.filter(({ by }) => by === 'beats').map(({ id }) => id);

describe.each(beats)('the witness of %s', (id) => {
  let witness: Witness;
  beforeAll(async () => {
    witness = await walkWitness(join(import.meta.dirname, '../../../fixtures', id));
  });

  const visitsTo = ({ id: customer }: CustomerRow) =>
    witness.days.filter(({ customers }) => customers.some((one) => one.id === customer)).map(({ day }) => day);
  const isWeekly = ({ tags }: CustomerRow) => tags.includes('collection-point');
  const requiredOf = ({ tier }: CustomerRow) => REQUIRED[tier as keyof typeof REQUIRED];

  it('plans every working day of December 2026 but leave', () => {
    // 31 days less 4 Saturdays and 4 Sundays: 23.
    for (const { id: rep, leave } of witness.reps) {
      expect(witness.days.filter((day) => day.rep === rep)).toHaveLength(23 - leave.length);
    }
  });

  it('visits every customer as often as its tier requires, and collection points in each of the four weeks that end in December', () => {
    for (const customer of witness.customers) {
      expect([customer.id, visitsTo(customer).length]).toEqual([customer.id, isWeekly(customer) ? 4 : requiredOf(customer)[0]]);
    }
    const weeks = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'];
    for (const customer of witness.customers.filter(isWeekly)) {
      const seen = visitsTo(customer).map((day) => weeks.findLast((monday) => monday <= day));
      expect(seen).toEqual(weeks);
    }
  });

  it('keeps all gaps, from the last visit of November and to the month after', () => {
    for (const customer of witness.customers) {
      const [least, most] = isWeekly(customer) ? WEEKLY : requiredOf(customer).slice(1);
      const before = witness.history.filter((visit) => visit.customer === customer.id && visit.day < '2026-12-01').map(({ day }) => day);
      const days = [...before.slice(-1), ...visitsTo(customer)];
      const gaps = days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day));
      const open = daysBetween(days.at(-1) ?? '', '2027-01-01');
      const bad = gaps.filter((gap) => gap < (least ?? 0) || gap > (most ?? 0));
      expect([customer.id, bad, open <= (most ?? 0)]).toEqual([customer.id, [], true]);
    }
  });

  it('visits customers of volatile demand and enterprise grade between the 6th and the 10th', () => {
    const focus = witness.customers.filter(({ tags }) => tags.includes('volatile') || tags.includes('enterprise'));
    expect(focus.length).toBeGreaterThan(0);
    const without = focus.filter((customer) => !visitsTo(customer).some((day) => day >= '2026-12-06' && day <= '2026-12-10'));
    expect(without).toEqual([]);
  });

  it('has the fewest visits of each day, in proportion to its field time', () => {
    for (const { day, customers, fieldTime } of witness.days) {
      const least = (FEWEST[customers[0]?.setting ?? 'town'] * fieldTime) / FULL_DAY;
      expect([day, customers.length >= least]).toEqual([day, true]);
    }
  });

  it('finds every door open from start to end, and visits own customers only', () => {
    for (const { rep, day, weekday, customers, starts } of witness.days) {
      const shut = customers.filter((customer, i) => {
        const start = starts[i] ?? 0;
        const isOpen = openingsOf(customer, weekday).some(({ from, until }) => from <= start && start + dwellOf(customer) <= until);
        return !isOpen || customer.closed_days.includes(day) || customer.required_rep !== rep;
      });
      expect([day, shut]).toEqual([day, []]);
    }
  });

  it('is at the first customer by 09:30, has lunch between 11:40 and 12:40, is back in time', () => {
    for (const { day, starts, lunch, end, until } of witness.days) {
      const times = [(starts[0] ?? 0) <= 9.5 * 3600, lunch >= 11 * 3600 + 2400, lunch <= 12 * 3600 + 2400, end <= until];
      expect([day, ...times]).toEqual([day, true, true, true, true]);
    }
  });

  it('fills between 80 and 90 percent of the field time, with 3 to 8 percent more visits than the minimums', () => {
    for (const { id: rep } of witness.reps) {
      const own = witness.days.filter((day) => day.rep === rep);
      const sum = (of: (day: (typeof own)[number]) => number) => own.reduce((total, day) => total + of(day), 0);
      const load = sum(({ busy }) => busy) / sum(({ fieldTime }) => fieldTime);
      const minimum = sum(({ customers, fieldTime }) => (FEWEST[customers[0]?.setting ?? 'town'] * fieldTime) / FULL_DAY);
      const surplus = sum(({ customers }) => customers.length) / minimum;
      expect(load).toBeGreaterThan(0.8);
      expect(load).toBeLessThan(0.9);
      expect(surplus).toBeGreaterThan(1.03);
      expect(surplus).toBeLessThan(1.08);
    }
  });
});
