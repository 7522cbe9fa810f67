import { describe, expect, it } from 'vitest';
import { aService, post, requestFor } from '../support/service.ts';
import type { PlanStatus } from '../../src/contract/service/plan-status.ts';
import type { ProblemDocument } from '../../src/contract/service/problem-document.ts';

/** Reads JSON of a known shape. */
const json = async <T>(response: Response): Promise<T> => JSON.parse(await response.text()) as T;

/** Longer than what is searched as small. */
const timed = { work: undefined, time: 'PT3S' };

const long = requestFor('check-in', { work: undefined, time: 'PT60S' });

describe('a service with one search at once', () => {
  it('searches in turn, and tells how many come before', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    const first = await json<PlanStatus>(await post(`${url}/v1/plans`, long));
    const second = await json<PlanStatus>(await post(`${url}/v1/plans`, requestFor('hamlet-4', timed)));
    expect([first.state, second.state, second.ahead]).toEqual(['solving', 'queued', 1]);

    await fetch(`${url}${first.links.self}`, { method: 'DELETE' });
    const done = await post(`${url}/v1/plans`, requestFor('hamlet-4', timed), { prefer: 'wait=20' });
    expect(done.status).toBe(200);
    expect(await json<PlanStatus>(await fetch(`${url}${first.links.self}`))).toMatchObject({ state: 'stopped' });
    expect(await json<PlanStatus>(await fetch(`${url}${second.links.self}`))).toMatchObject({ state: 'done' });
  });

  it('searches a small plan beside a long one', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    const first = await json<PlanStatus>(await post(`${url}/v1/plans`, long));
    const small = await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=20' });
    expect(small.status).toBe(200);
    expect(await json<PlanStatus>(await fetch(`${url}${first.links.self}`))).toMatchObject({ state: 'solving' });
  });

  it('takes small plans while no more long ones may wait', { timeout: 30_000 }, async () => {
    const planning = { waiting: 1, waitingBytes: 64e6, shelf: { plans: 20, bytes: 64e6 } };
    const { url } = await aService({ planning });
    for (const status of [202, 202, 503]) expect((await post(`${url}/v1/plans`, long)).status).toBe(status);
    expect((await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=20' })).status).toBe(200);
  });

  it('refuses more than may wait, and says when to come again', { timeout: 30_000 }, async () => {
    const planning = { waiting: 1, waitingBytes: 64e6, shelf: { plans: 20, bytes: 64e6 } };
    const { url } = await aService({ planning });
    const answers: Response[] = [];
    for (let i = 0; i < 4; i++) answers.push(await post(`${url}/v1/plans`, long));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 503, 503]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await json<ProblemDocument>(answers[2] ?? Response.error())).toMatchObject({ code: 'QUEUE_FULL', status: 503 });
  });

  it('gives a plan that waits up when it is stopped, and keeps the best of one that is searched', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    const searched = await json<PlanStatus>(await post(`${url}/v1/plans`, long));
    const waiting = await json<PlanStatus>(await post(`${url}/v1/plans`, long));
    await fetch(`${url}${waiting.links.self}`, { method: 'DELETE' });
    expect(await json<PlanStatus>(await fetch(`${url}${waiting.links.self}`))).toMatchObject({
      state: 'cancelled',
      problem: { code: 'SEARCH_CANCELLED', status: 409 },
    });
    const lost = await fetch(`${url}${waiting.links.plan}`);
    expect([lost.status, lost.headers.get('content-type')]).toEqual([409, 'application/problem+json']);

    await fetch(`${url}${searched.links.self}`, { method: 'DELETE' });
    const events = await (await fetch(`${url}${searched.links.events}`)).text();
    expect(events).toMatch(/event: end\ndata: .*"state":"stopped"/);
    expect((await fetch(`${url}${searched.links.plan}`)).status).toBe(200);
  });

  it('lets the oldest of those that have ended go', { timeout: 30_000 }, async () => {
    const planning = { waiting: 5, waitingBytes: 64e6, shelf: { plans: 2, bytes: 64e6 } };
    const { url } = await aService({ planning });
    const locations: string[] = [];
    for (let i = 0; i < 3; i++) {
      const done = await post(`${url}/v1/plans`, requestFor('hamlet-4', { seed: i }), { prefer: 'wait=20' });
      locations.push(done.headers.get('location') ?? '');
    }
    const statuses = await Promise.all(locations.map(async (path) => (await fetch(`${url}${path}`)).status));
    expect(statuses).toEqual([404, 200, 200]);
  });
});

describe('an idempotency key', () => {
  it('gives the same plan for the same request, once, and refuses another', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    const key = { 'idempotency-key': 'monday' };
    const request = requestFor('hamlet-4');
    const [one, other] = await Promise.all([post(`${url}/v1/plans`, request, key), post(`${url}/v1/plans`, request, key)]);
    expect(one.headers.get('location')).toBe(other.headers.get('location'));
    const changed = await post(`${url}/v1/plans`, requestFor('hamlet-4', { seed: 2 }), key);
    expect(await json<ProblemDocument>(changed)).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('may be used again after a request that was refused', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    const key = { 'idempotency-key': 'tuesday' };
    expect((await post(`${url}/v1/plans`, requestFor('hamlet-4', { seed: -1 }), key)).status).toBe(422);
    expect((await post(`${url}/v1/plans`, requestFor('hamlet-4'), key)).status).toBe(202);
  });
});
