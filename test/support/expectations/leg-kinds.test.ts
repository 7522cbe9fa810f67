import { describe, expect, it } from 'vitest';
import { fixtureWith, leg, messages, oneDay, planOf, shop } from './small-plan.ts';

describe('legModesByTable', () => {
  const table = [
    { mode: 'walk', mostMinutes: 5 },
    { mode: 'bus', busServed: true },
    { mode: 'taxi', intents: ['clear'], leastMinutes: 20 },
  ];
  const failures = (way: object, customer: object = {}) =>
    messages(
      planOf({ '2026-12-07': [] }, { legs: [way] }),
      fixtureWith({ kind: 'legModesByTable', table }, { ...oneDay, customers: [{ ...shop, ...customer }] }),
    );

  it('keeps to the longest and the shortest way of each mode', () => {
    expect(failures(leg('walk', '09:00', '09:05'))).toEqual([]);
    expect(failures(leg('walk', '09:00', '09:06'))).toEqual([
      'r1 goes by walk on 2026-12-07 to (31.1, 121), which takes 6 min instead of 5 at most.',
    ]);
    expect(failures(leg('taxi', '09:00', '09:19'), { intent: 'clear' })).toHaveLength(1);
    expect(failures(leg('taxi', '09:00', '09:20'), { intent: 'clear' })).toEqual([]);
  });

  it('takes the bus only where it passes, there and back', () => {
    expect(failures(leg('bus', '09:00', '09:30'), { bus_served: 'yes' })).toEqual([]);
    expect(failures(leg('bus', '09:00', '09:30'))).toEqual(['r1 goes by bus on 2026-12-07 to (31.1, 121), where no bus passes.']);
    const back = { from: { lat: 31.1, lng: 121 }, to: { lat: 31, lng: 121 } };
    expect(failures(leg('bus', '09:00', '09:30', back))).toHaveLength(1);
  });

  it('takes a taxi for a clear intent, and home from there', () => {
    expect(failures(leg('taxi', '09:00', '09:30'), { intent: 'vague' })).toEqual([
      'r1 goes by taxi on 2026-12-07 to (31.1, 121), where the intent is not clear.',
    ]);
    const back = { from: { lat: 31.1, lng: 121 }, to: { lat: 31, lng: 121 } };
    expect(failures(leg('taxi', '09:00', '09:30', back), { intent: 'clear' })).toEqual([]);
  });

  it('has no room for other modes, nor for a plan without ways', () => {
    expect(failures(leg('car', '09:00', '09:05'))).toEqual(['r1 goes by car on 2026-12-07 to (31.1, 121), which the table does not have.']);
    expect(messages(planOf({ '2026-12-07': [] }), fixtureWith({ kind: 'legModesByTable', table }, oneDay))).toEqual([
      'The plan has no ways.',
    ]);
  });
});
