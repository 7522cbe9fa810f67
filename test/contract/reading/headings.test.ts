import { describe, expect, it } from 'vitest';
import { headingIn, plainHeading } from '../../../src/contract/reading/headings.ts';
import { tableColumns } from '../../../src/contract/territory/read-list.ts';
import { findingsOf, read } from '../territory-files.ts';

/** The customers that a table of one row holds. */
const customerUnder = (headings: string) => read({ 'customers.csv': `${headings}\nc1,31.2,121.4,A\n` }).customers[0];

describe('headings', () => {
  it.each([
    'id,lat,lng,tier',
    'ID,Latitude,Longitude,Tier',
    'Customer ID,Latitude,Lon,Grade',
    '客户编号,纬度,经度,级别',
    '编号, 纬度 (GCJ-02) ,经度（度）,客户等级',
    'customer_no,LAT,Long.,class',
  ])('%s mean id, lat, lng and tier', (headings) => {
    expect(customerUnder(headings)).toMatchObject({ id: 'c1', location: { lat: 31.2, lng: 121.4 }, tier: 'A' });
  });

  it('may be in another order, and one over an empty column may be empty', () => {
    const table = '级别,,经度,纬度,编号\nA,,121.4,31.2,c1\n';
    expect(read({ 'customers.csv': table }).customers[0]).toMatchObject({ id: 'c1', location: { lat: 31.2, lng: 121.4 }, tier: 'A' });
  });

  it('of columns for people are passed over: usual ones, and those in brackets', () => {
    const table = '序号,编号,纬度,经度,级别,联系电话,Address,（老板说的）\n1,c1,31.2,121.4,A,010,Mill Lane,"mornings, please"\n';
    expect(read({ 'customers.csv': table }).customers[0]).toMatchObject({ id: 'c1', tier: 'A', hours: null });
  });

  it('are required above cells with values', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,,tier\nc1,31.2,121.4,,A\nc2,31.2,121.4,x,A\n' })).toMatchObject([
      { code: 'HEADING_MISSING', at: { file: 'customers.csv', row: 3 }, value: 'x' },
    ]);
  });

  it('are required in the first row', () => {
    expect(findingsOf({ 'customers.csv': '城东客户一览表\n编号,纬度,经度,级别\nc1,31.2,121.4,A\n' })).toMatchObject([
      {
        code: 'HEADINGS_MISSING',
        at: { file: 'customers.csv', row: 1 },
        value: '城东客户一览表',
        hint: 'Write headings into the first row, at least id, lat, lng, tier, and remove the rows above them.',
      },
    ]);
    expect(findingsOf({ 'customers.csv': '\n' })).toMatchObject([{ code: 'HEADINGS_MISSING' }]);
  });

  it('that are unknown get a suggestion in their own language', () => {
    expect(findingsOf({ 'customers.csv': 'id,lat,lng,tier,openning hours,客户级别\nc1,31.2,121.4,A,,\n' })).toMatchObject([
      {
        code: 'COLUMN_UNKNOWN',
        at: { file: 'customers.csv', row: 1 },
        value: 'openning hours',
        hint: 'Did you mean "opening hours"? A column is not read if its heading is in brackets.',
      },
      { code: 'COLUMN_TWICE', at: { file: 'customers.csv', row: 1, column: '客户级别' }, message: 'This heading means the same as "tier"' },
    ]);
    expect(findingsOf({ 'customers.csv': '编号,纬度,经度,客户等极\nc1,31.2,121.4,A\n' })).toMatchObject([
      { code: 'COLUMN_UNKNOWN', value: '客户等极', hint: expect.stringMatching(/^Did you mean "客户等级"\?/) },
      {
        code: 'COLUMN_MISSING',
        at: { column: 'tier' },
        hint: expect.stringMatching(/^Add it with this heading or with 级别; the columns are id, name/),
      },
    ]);
  });

  it('are shown as written', () => {
    expect(findingsOf({ 'customers.csv': '编号,纬度,经度,客户级别\nc1,东经,121.4,B\n' })).toMatchObject(
      [
        { code: 'COORDINATE_INVALID', at: { file: 'customers.csv', row: 2, column: '纬度' } },
        { code: 'TIER_UNKNOWN', at: { file: 'customers.csv', row: 2, column: '客户级别' } },
      ].toSorted((a, b) => b.code.localeCompare(a.code)),
    );
  });
});

describe('the columns of every table', () => {
  it.each(Object.entries(tableColumns))('of %s have a Chinese name each, and no name that means two of them', (_, columns) => {
    for (const column of columns) expect(headingIn(column, 'zh')).toMatch(/^\p{Script=Han}+(（\p{Script=Han}+）)?$/u);
    const names = columns.flatMap((column) => [...new Set([column.heading, ...column.names].map(plainHeading))]);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });
});
