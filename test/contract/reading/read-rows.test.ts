import { describe, expect, it } from 'vitest';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { most } from '../../../src/contract/reading/bounds.ts';
import { readRows } from '../../../src/contract/reading/read-rows.ts';
import { findingsIn } from '../../support/findings.ts';

const rows = (text: string) => readRows('t.csv', text, new Findings());

const found = (text: string) =>
  findingsIn(() => {
    const findings = new Findings();
    readRows('t.csv', text, findings);
    findings.refuse();
  });

describe('readRows', () => {
  it('takes commas, semicolons or tabs, whichever the headings have', () => {
    const table = [
      ['id', 'tags'],
      ['c1', 'a,b'],
    ];
    expect(rows('id,tags\nc1,"a,b"\n')).toEqual(table);
    expect(rows('id;tags\nc1;a,b\n')).toEqual(table);
    expect(rows('id\ttags\r\nc1\ta,b\r\n')).toEqual(table);
    expect(rows('"id"\t"tags"\n"c1"\t"a,b"\n')).toEqual(table);
  });

  it('does not look for separators within quotes or below the headings', () => {
    expect(rows('id,"a;b;c;d"\nc1,e;f;g;h\n')).toEqual([
      ['id', 'a;b;c;d'],
      ['c1', 'e;f;g;h'],
    ]);
  });

  it('reads decimal commas where commas do not separate', () => {
    expect(rows('id;lat\nc1;31,2304\n')).toEqual([
      ['id', 'lat'],
      ['c1', '31.2304'],
    ]);
    expect(rows('id,lat\nc1,"31,2304"\n')?.[1]).toEqual(['c1', '31,2304']);
  });

  it('refuses more rows than a territory can have', () => {
    expect(found(`id\n${'x\n'.repeat(most.rows)}`)).toEqual([]);
    expect(found(`id\n${'x\n'.repeat(most.rows + 1)}`)).toMatchObject([
      { code: 'TOO_MANY_ROWS', at: { file: 't.csv' }, message: 'The table has more than 500000 rows' },
    ]);
  });
});
