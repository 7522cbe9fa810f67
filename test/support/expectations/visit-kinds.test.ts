import { describe, expect, it } from 'vitest';
import { type Stop, farm, fixtureWith, messages, oneDay, planOf, shop, visit } from './small-plan.ts';

describe('linesADay', () => {
  const lines = { kind: 'linesADay', most: 1 };
  const [north, south] = [
    { ...shop, line: 'north' },
    { ...farm, line: 'south' },
  ];
  const requests = [{ id: 'q1', customer: 'c2', source: 'ad-hoc', from: '2026-12-07', deadline: '2026-12-07' }];
  const failures = (stops: readonly Stop[], customers: readonly object[] = [north, south]) =>
    messages(planOf({ '2026-12-07': stops }), fixtureWith(lines, { ...oneDay, customers, requests }));

  const both = [visit('c1', '09:00', '09:10'), visit('c2', '10:00', '10:10')];

  it('counts the lines of a day', () => {
    expect(failures([visit('c1', '09:00', '09:10')])).toEqual([]);
    expect(failures(both)).toEqual(['r1 on 2026-12-07 has visits of 2 lines: north, south.']);
  });

  it('lets requests and customers without a line be anywhere', () => {
    expect(failures([visit('c1', '09:00', '09:10'), visit('c2', '10:00', '10:10', { request: 'q1' })])).toEqual([]);
    expect(failures(both, [north, farm])).toEqual([]);
  });

  it('is of no use where nobody is on a line', () => {
    expect(failures(both, [shop, farm])).toEqual(['Nobody is on a visit line.']);
  });
});
