import { describe, expect, it } from 'vitest';
import { ownPolicy } from '../contract/territory-files.ts';
import { aService } from '../support/service.ts';

const files = {
  'territory.json': JSON.stringify({ id: 'hamlet', timeZone: 'Asia/Shanghai', coordinates: 'wgs84' }),
  'policy.json': JSON.stringify(ownPolicy),
  'customers.csv': 'id,lat,lng,tier,turnover,phone\nc1,31.2,121.4,A,1200,555\n',
  'reps.csv': 'id,start_lat,start_lng,vehicles,shifts\nr1,31.2,121.4,e-bike,Mo-Fr 08:00-17:30\n',
};

describe('columns of a request that mean nothing to beatplan', () => {
  it('are findings, or are passed over on request and named in the status', async () => {
    const { url } = await aService();
    const asked = (more: object) =>
      fetch(`${url}/v1/plans`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ files, from: '2026-12-07', work: 10, ...more }),
      });
    const refused = await asked({});
    expect({ status: refused.status, body: await refused.text() }).toEqual({
      status: 422,
      body: expect.stringContaining('COLUMN_UNKNOWN'),
    });
    const accepted = await asked({ ignoreColumns: true });
    expect(accepted.status).toBe(202);
    expect(await accepted.json()).toMatchObject({
      order: { unusedColumns: [{ file: 'customers.csv', headings: ['turnover', 'phone'] }] },
    });
  });

  it('and doubts about places stand in the status, too', async () => {
    const { url } = await aService();
    const customers = 'id,lat,lng,tier\nc1,0,0,A\n';
    const accepted = await fetch(`${url}/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ files: { ...files, 'customers.csv': customers }, from: '2026-12-07', work: 10 }),
    });
    expect(await accepted.json()).toMatchObject({ order: { doubts: [{ about: 'zero', text: { en: expect.stringContaining('c1') } }] } });
  });
});
