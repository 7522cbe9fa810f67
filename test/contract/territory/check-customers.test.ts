import { describe, expect, it } from 'vitest';
import { findingsOf, read } from '../territory-files.ts';

describe('customers', () => {
  it('have a rep who may visit them', () => {
    const files = {
      'customers.csv': 'id,lat,lng,tier,area\nc1,31.2,121.4,A,north\nc2,31.2,121.5,A,south\n',
      'reps.csv': 'id,start_lat,start_lng,vehicles,areas,shifts\nr1,31.2,121.4,e-bike,south,Mo-Fr 08:00-17:30\n',
    };
    expect(findingsOf(files)).toMatchObject([
      { code: 'CUSTOMER_UNREACHABLE', at: { file: 'customers.csv', row: 2, column: 'area' }, value: 'north' },
    ]);
  });

  it('can be reached by a mode of a rep', () => {
    const only = (mode: string) => ({ 'customers.csv': `id,lat,lng,tier,allowed_modes\nc1,31.2,121.4,A,${mode}\n` });
    expect(read(only('e-bike')).customers).toHaveLength(1);
    expect(findingsOf(only('car'))).toMatchObject([
      { code: 'CUSTOMER_WITHOUT_WAY', hint: 'Allow one of e-bike, or give a rep another mode.' },
    ]);
  });
});
