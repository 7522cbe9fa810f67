import { describe, expect, it } from 'vitest';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { readBody } from '../../../src/contract/service/request-body.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('a body', () => {
  it.each([
    // The body alone: itself, the files and two texts. With the texts: 1 list of 5 numbers, and 3 rows of 2 cells.
    [{ 'territory.json': '[1,2,3,4,5]', 'customers.csv': 'id,name\nC1,"a,b,c"\nC2,x' }, 4 + 6 + 6],
    [{ 'customers.csv': 'id;name\r\nC1;a,b,c\r\nC2;x' }, 3 + 6],
    [{ 'customers.csv': 'id\tname' }, 3 + 2],
  ])('counts the values in its files: %j', (files, values) => {
    const findings = new Findings();
    expect(readBody(bytesOf({ files }), values, findings)).not.toBeNull();
    expect(findings.count).toBe(0);
    expect(readBody(bytesOf({ files }), values - 1, findings)).toBeNull();
    expect(findings.inOrder()).toMatchObject([{ code: 'TOO_MANY_VALUES', at: { file: 'request', pointer: '/files' } }]);
  });

  it('leaves files that are no texts to the schema of the request', () => {
    const findings = new Findings();
    for (const files of [null, 'text', 7, [], { 'customers.csv': 7 }]) expect(readBody(bytesOf({ files }), 10, findings)).not.toBeNull();
    expect(findings.count).toBe(0);
  });
});
