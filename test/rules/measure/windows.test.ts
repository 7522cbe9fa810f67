import { describe, expect, it } from 'vitest';
import { hoursText, isWithin } from '../../../src/rules/measure/windows.ts';
import { at, between } from '../../support/builders.ts';

const hours = [between('08:00', '12:00'), between('14:00', '18:00')];

describe('isWithin', () => {
  it('holds for visits that lie in one window from start to end', () => {
    const isInside = (start: string, end: string) => isWithin({ start: at(start), end: at(end) }, hours);
    expect([isInside('08:00', '12:00'), isInside('17:50', '18:00')]).toEqual([true, true]);
    expect([isInside('07:59', '08:10'), isInside('11:55', '12:05'), isInside('11:00', '15:00')]).toEqual([false, false, false]);
  });
});

describe('hoursText', () => {
  it('writes the windows of a day', () => {
    expect(hoursText(hours)).toBe('08:00–12:00, 14:00–18:00');
  });
});
