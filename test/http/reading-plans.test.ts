import { describe, expect, it } from 'vitest';
import { ExplanationDocument } from '../../src/contract/plan/explanation-document.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { PlanStatus } from '../../src/contract/service/plan-status.ts';
import { aService, post, requestFor } from '../support/service.ts';

const json = async <T>(response: Response): Promise<T> => JSON.parse(await response.text()) as T;

describe('a plan that is searched', () => {
  it('can be read as its best so far, and is kept as that when it is stopped', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const asked = await post(`${url}/v1/plans`, requestFor('check-in', { work: undefined, time: 'PT60S' }));
    expect(asked.status).toBe(202);
    const { links } = PlanStatus.parse(await asked.json());
    let best = await fetch(`${url}${links.plan}`);
    while (best.status === 202) best = await fetch(`${url}${links.plan}`);
    const { plan, run } = PlanDocument.parse(await best.json());
    expect(run).toMatchObject({ state: 'solving' });
    expect(plan.kpis.total.visits).toBeGreaterThan(20);

    await fetch(`${url}${links.self}`, { method: 'DELETE' });
    await (await fetch(`${url}${links.events}`)).text();
    const last = PlanDocument.parse(await json(await fetch(`${url}${links.plan}`)));
    expect(last.run).toMatchObject({ state: 'stopped' });
    expect(last.plan.cost.total).toBeLessThanOrEqual(plan.cost.total);
  });
});

describe('a plan that is done', () => {
  it('can be read in parts', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const answer = await post(`${url}/v1/plans`, requestFor('overloaded-hours', { work: 300 }), { prefer: 'wait=60' });
    const { plan } = PlanDocument.parse(await answer.json());
    const path = answer.headers.get('location') ?? '';
    const get = async (rest: string) => json<Record<string, never>>(await fetch(`${url}${path}${rest}`));

    const rep = plan.days[0]?.rep ?? '';
    const some = PlanDocument.parse(await get(`?rep=${rep}&from=2026-12-08&to=2026-12-09`));
    expect(some.plan).toEqual({
      ...plan,
      days: plan.days.filter((day) => day.rep === rep && ['2026-12-08', '2026-12-09'].includes(day.day)),
    });
    expect((await fetch(`${url}${path}?rep=nobody`)).status).toBe(422);

    const pages: unknown[] = [];
    let next: string | undefined = `${path}/unserved?limit=3`;
    while (next !== undefined) {
      const page: { unserved: unknown[]; total: number; next?: string } = await json(await fetch(`${url}${next}`));
      expect(page.total).toBe(plan.unserved.length);
      pages.push(...page.unserved);
      ({ next } = page);
    }
    expect(plan.unserved.length).toBeGreaterThan(3);
    expect(pages).toEqual(plan.unserved);
    expect(await get('/days?limit=2&after=1')).toMatchObject({ days: plan.days.slice(1, 3), total: plan.days.length });

    const explanation = ExplanationDocument.parse(await get('/explanation'));
    expect(explanation.unserved).toEqual(plan.unserved);
    const { travel, waiting, byRule, total } = explanation.cost;
    expect(byRule.reduce((sum, { cost }) => sum + cost, travel + waiting)).toBe(total);
  });

  it('is not sent again to those who have it', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const answer = await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=60' });
    const path = answer.headers.get('location') ?? '';
    for (const rest of [
      '',
      '?rep=r1',
      '.csv',
      '.csv?language=zh',
      '.txt',
      '.html',
      '.html?rep=r1',
      '.xlsx',
      '.ics?rep=r1',
      '.geojson',
      '/explanation',
      '/days',
      '/unserved',
    ]) {
      const first = await fetch(`${url}${path}${rest}`);
      const etag = first.headers.get('etag') ?? '';
      expect([rest, first.status]).toEqual([rest, 200]);
      await first.arrayBuffer();
      const again = await fetch(`${url}${path}${rest}`, { headers: { 'if-none-match': `"other", W/${etag}` } });
      expect([rest, again.status, await again.text()]).toEqual([rest, 304, '']);
    }
    const tags = await Promise.all(
      ['', '?rep=r1', '.csv', '.txt'].map(async (rest) => (await fetch(`${url}${path}${rest}`)).headers.get('etag')),
    );
    expect(new Set(tags).size).toBe(4);
  });
});
