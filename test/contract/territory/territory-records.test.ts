import { describe, expect, it } from 'vitest';
import { placeOfEnd } from '../../../src/contract/territory/territory-records.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { filesWith, territoryJson } from '../territory-files.ts';

describe('placeOfEnd', () => {
  it('finds a rep’s row in the table', () => {
    const reps = 'id,start_lat,start_lng,end_lat,end_lng,shifts\nr1,31,121,31,121,Mo 08:00-12:00\nr2,31,121,31,121,Mo 08:00-12:00\n';
    expect(placeOfEnd({ files: filesWith({ 'reps.csv': reps }), shownAs: new Map(), document: null }, repId('r2'))).toEqual({
      file: 'reps.csv',
      row: 3,
      column: 'end_lat',
    });
  });

  it('finds a rep who is listed in the territory’s own document', () => {
    const files = filesWith({ ...territoryJson({ reps: [{ id: 'r1' }, { id: 'r2' }] }), 'reps.csv': null });
    expect(placeOfEnd({ files, shownAs: new Map(), document: null }, repId('r2'))).toEqual({
      file: 'territory.json',
      pointer: '/reps/1/end',
    });
  });
});
