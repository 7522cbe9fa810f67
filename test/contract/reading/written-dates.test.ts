import { describe, expect, it } from 'vitest';
import { minutesCell, numberCell } from '../../../src/contract/reading/column.ts';
import { clockCell, dateCell, datesMeantBy, daysCell } from '../../../src/contract/reading/written-dates.ts';

describe('a cell with a date', () => {
  it.each([
    '2027-01-04',
    '2027/1/4',
    '2027/01/04',
    '2027.1.4',
    '2027年1月4日',
    '2027年01月04号',
    '２０２７年１月４日',
    '20270104',
    '2027/1/4 0:00',
    '2027-01-04 13:45:00',
    '2027-01-04T00:00:00',
    '2027/1/4 星期一',
  ])('whose year comes first is read: %s', (cell) => {
    expect(dateCell(cell)).toBe('2027-01-04');
  });

  it.each(['04/01/2027', '4.1.2027', '2027/13/4', '2027/2/30', '1/4', 'Jan 2027', '46391', 'soon'])(
    'of any other form stays as it is: %s',
    (cell) => {
      expect(dateCell(cell)).toBe(cell);
    },
  );

  it('that is not clear may mean one day or two', () => {
    expect(datesMeantBy('04/01/2027')).toEqual(['2027-01-04', '2027-04-01']);
    expect(datesMeantBy('31.12.2026')).toEqual(['2026-12-31']);
    expect(datesMeantBy('5/5/27')).toEqual(['2027-05-05']);
    expect(datesMeantBy('46391')).toEqual(['2027-01-04']);
    expect(datesMeantBy('soon')).toEqual([]);
  });
});

it.each([
  ['2027/1/12-2027/1/14', ['2027-01-12/2027-01-14']],
  ['2027-01-12/2027-01-14', ['2027-01-12/2027-01-14']],
  ['2027年1月12日至2027年1月14日', ['2027-01-12/2027-01-14']],
  ['20270112-20270114', ['2027-01-12/2027-01-14']],
  ['2027/1/12；2027/1/14、2027.1.18', ['2027-01-12', '2027-01-14', '2027-01-18']],
  ['2027-01-12 – 2027-01-14, 2027-01-20', ['2027-01-12/2027-01-14', '2027-01-20']],
  ['12/01/2027', ['12/01/2027']],
])('a cell of days is read with its ranges: %s', (cell, days) => {
  expect(daysCell(cell)).toEqual(days);
});

it.each([
  ['10:00', '10:00'],
  ['10:00:00', '10:00'],
  ['9：30', '9:30'],
  ['2:30 PM', '14:30'],
  ['12:15 a.m.', '0:15'],
  ['2 pm', '14:00'],
  ['下午2点半', '14:30'],
  ['上午10:00', '10:00'],
  ['10点', '10:00'],
  ['10时30分', '10:30'],
  ['10', '10'],
  ['14:00 pm', '14:00 pm'],
  ['0.5', '0.5'],
  ['noon', 'noon'],
])('a cell with a clock time is read as written, or stays: %s', (cell, clock) => {
  expect(clockCell(cell)).toBe(clock);
});

it.each([
  ['40', 'PT2400S'],
  ['0:40', 'PT2400S'],
  ['00:40:00', 'PT2400S'],
  ['1:15', 'PT4500S'],
  ['40 min', 'PT2400S'],
  ['４０分钟', 'PT2400S'],
  ['7.5', 'PT450S'],
  ['40 h', '40 h'],
])('a cell of minutes is read: %s', (cell, duration) => {
  expect(minutesCell(cell)).toBe(duration);
});

it.each([
  ['51.46', 51.46],
  ['−0.97', -0.97],
  ['３１．２', 31.2],
  ['0x10', '0x10'],
  ['1,234', '1,234'],
  ['Infinity', 'Infinity'],
])('a cell with a number is read in digits only: %s', (cell, number) => {
  expect(numberCell(cell)).toBe(number);
});
