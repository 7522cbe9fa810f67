import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { beatplan } from '../cli/beatplan.ts';
import { aService, post, requestFor } from '../support/service.ts';

const fixture = join(import.meta.dirname, '../../fixtures/tobacco');

describe('a plan over HTTP', () => {
  it('is the command line’s, byte for byte, for the same seed and work', { timeout: 120_000 }, async () => {
    const options = ['--from', '2026-12-07', '--days', '5', '--work', '3000', '--seed', '7', '--json'];
    const { stdout } = await beatplan(['plan', fixture, ...options]);
    const { plan } = PlanDocument.parse(JSON.parse(stdout));

    const { url } = await aService();
    const answer = await post(`${url}/v1/plans`, requestFor('tobacco', { work: 3000, seed: 7 }), { prefer: 'wait=60' });
    const body = await answer.text();
    expect(answer.status).toBe(200);
    expect(body.slice(0, body.indexOf(',"run":{'))).toBe(`{"plan":${JSON.stringify(plan)}`);

    const csv = await (await fetch(`${url}${answer.headers.get('location') ?? ''}.csv`)).text();
    expect(csv.split('\n').length).toBeGreaterThan(200);
  });
});
