import { describe, expect, it } from 'vitest';
import { type ReadingOptions, examineTerritory } from '../../../src/contract/territory/read-territory.ts';
import { type Changes, filesWith } from '../territory-files.ts';

/** Reads a territory with changes, and lists its findings. */
function examine(changes: Changes, options: ReadingOptions = {}) {
  const { findings, skipped, ...reading } = examineTerritory(filesWith(changes), options);
  return { ...reading, findings: findings.inOrder(), skipped: skipped.inOrder() };
}
const skipping = (changes: Changes) => examine(changes, { skipBadRows: true });

const customers = 'id,lat,lng,tier\nc1,31.2,121.4,A\nc2,91.2,121.4,B\n\nc3,31.3,121.4,A\n';

describe('examineTerritory', () => {
  it('counts the rows of each table, and those with findings once each', () => {
    const { territory, findings, skipped, tables } = examine({
      'customers.csv': customers,
      'history.csv': 'customer,day\nc1,2026-11-02\n',
    });
    expect(territory).toBeNull();
    // Row 3 has two faults; row 4 is empty and no row.
    expect(findings.map(({ code, at }) => [code, at.row])).toEqual([
      ['TIER_UNKNOWN', 3],
      ['COORDINATE_OUT_OF_RANGE', 3],
    ]);
    expect(skipped).toEqual([]);
    expect(tables).toEqual([
      { file: 'customers.csv', rows: 3, refused: 1, cellsWithBreaks: 0, unused: [] },
      { file: 'reps.csv', rows: 1, refused: 0, cellsWithBreaks: 0, unused: [] },
      { file: 'history.csv', rows: 1, refused: 0, cellsWithBreaks: 0, unused: [] },
    ]);
  });

  it('leaves out rows with findings on request, and reports them', () => {
    const { territory, findings, skipped, tables } = skipping({ 'customers.csv': customers });
    expect(territory?.customers.map(({ id }) => id)).toEqual(['c1', 'c3']);
    expect(findings).toEqual([]);
    expect(skipped.map(({ code }) => code)).toEqual(['TIER_UNKNOWN', 'COORDINATE_OUT_OF_RANGE']);
    expect(tables[0]).toEqual({ file: 'customers.csv', rows: 3, refused: 1, cellsWithBreaks: 0, unused: [] });
  });

  it('leaves out what refers to a row that was left out, as often as it takes', () => {
    const { territory, skipped } = skipping({
      // The rep has no shift; so nobody may come to c2, and history and request of c2 speak of nobody.
      'reps.csv': 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\nr2,31.2,121.4,e-bike,off\n',
      'customers.csv': 'id,lat,lng,tier,required_rep\nc1,31.2,121.4,A,\nc2,31.2,121.4,A,r2\n',
      'history.csv': 'customer,day,rep\nc2,2026-11-02,r1\nc1,2026-11-02,r1\n',
    });
    expect(skipped.map(({ code, at, value }) => [code, at.file, at.row, value])).toEqual([
      ['REP_WITHOUT_SHIFT', 'reps.csv', 3, 'off'],
      ['REFERENCE_SKIPPED', 'customers.csv', 3, 'r2'],
      ['REFERENCE_SKIPPED', 'history.csv', 2, 'c2'],
    ]);
    expect(territory?.customers.map(({ id }) => id)).toEqual(['c1']);
    expect(territory?.history).toHaveLength(1);
  });

  it('leaves out rows that are too long or too short', () => {
    const { territory, skipped } = skipping({ 'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,A\nc2,31.2\nc3,31.2,121.4,A,?\n' });
    expect(territory?.customers).toHaveLength(1);
    expect(skipped.map(({ code }) => code)).toEqual(['ROW_TOO_SHORT', 'ROW_TOO_LONG']);
  });

  it('does not leave out what is no row', () => {
    const { territory, findings } = skipping({ 'customers.csv': customers, 'reps.csv': 'id,start_lat\nr1,31.2\n' });
    expect(territory).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['COLUMN_MISSING', 'COLUMN_MISSING', 'TIER_UNKNOWN', 'COORDINATE_OUT_OF_RANGE']);
  });

  it('returns no territory when no customer is left, and reports all findings', () => {
    const { territory, findings, tables } = skipping({ 'customers.csv': 'id,lat,lng,tier\nc1,31.2,121.4,B\n' });
    expect(territory).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['TERRITORY_EMPTY', 'TIER_UNKNOWN']);
    expect(tables[0]).toEqual({ file: 'customers.csv', rows: 1, refused: 1, cellsWithBreaks: 0, unused: [] });
  });

  it('reads coordinates in the requested system', () => {
    const plain = examine({}).territory?.customers[0]?.location;
    expect(examine({}, { coordinates: 'gcj02' }).territory?.customers[0]?.location).not.toEqual(plain);
    expect(examine({}, { coordinates: 'gps' }).findings).toMatchObject([
      { code: 'CHOICE_UNKNOWN', at: { file: '--coordinates' }, value: 'gps', hint: 'Use one of: wgs84, gcj02, bd09.' },
    ]);
  });

  it('leaves out all bad rows of many, and lists the first hundred of them', () => {
    const bad = Array.from({ length: 250 }, (_, i) => `x${i},31.2,121.4,Z`);
    const rows = ['id,lat,lng,tier', ...bad.slice(0, 200), 'c1,31.2,121.4,A', ...bad.slice(200)];
    const { territory, skipped, tables } = skipping({ 'customers.csv': rows.join('\n') });
    expect(territory?.customers.map(({ id }) => id)).toEqual(['c1']);
    expect(skipped).toHaveLength(101);
    expect(skipped.at(-1)).toMatchObject({ code: 'MORE_FINDINGS', at: { file: 'customers.csv', row: 102 } });
    expect(tables).toContainEqual({ file: 'customers.csv', rows: 251, refused: 250, cellsWithBreaks: 0, unused: [] });
  });
});
