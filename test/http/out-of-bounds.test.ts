import { describe, expect, it } from 'vitest';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { exampleTerritory } from '../../src/contract/territory/example-territory.ts';
import { outOfBounds } from '../support/out-of-bounds.ts';
import { aService, post } from '../support/service.ts';

const horizon = { from: '2026-12-07', days: 1, work: 10 };

describe('a request with a value beyond its bound', () => {
  it('has a finding at the value, whatever the value is', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const found: unknown[] = [];
    for (const [what, { territory }] of outOfBounds) {
      const response = await post(`${url}/v1/plans`, { territory, ...horizon });
      const { errors } = ProblemDocument.parse(await response.json());
      found.push([what, response.status, errors.map(({ code, pointer }) => [code, pointer])]);
    }
    expect(found).toEqual(outOfBounds.map(([what, { code, pointer }]) => [what, 422, [[code, `/territory${pointer}`]]]));
  });

  it.each([
    [{ from: '9999-12-27', days: 5 }, '/from'],
    [{ from: '1999-12-31', days: 5 }, '/from'],
    [{ from: '2199-12-30', days: 5 }, '/days'],
    [{ from: '2199-12-30' }, '/from'],
    [{ from: '2199-12-30', to: '2200-01-05' }, '/to'],
    [{ month: '2200-01' }, '/month'],
  ])('has a finding at the days %j', async (days, pointer) => {
    const { url } = await aService();
    const response = await post(`${url}/v1/plans`, { territory: exampleTerritory, ...days });
    expect(response.status).toBe(422);
    const { errors } = ProblemDocument.parse(await response.json());
    expect(errors).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', pointer }]);
  });
});
