import { describe, expect, it } from 'vitest';
import { BeatplanClient, ProblemError } from '../../src/client/index.ts';
import { ExplanationDocument } from '../../src/contract/plan/explanation-document.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { PlanStatus } from '../../src/contract/service/plan-status.ts';
import { aService, requestFor } from '../support/service.ts';

const { files, from, days, seed } = requestFor('overloaded-hours');
const request = { files, from, days, seed, work: 200 };

describe('BeatplanClient', () => {
  it('asks for a plan, follows it, and reads it in all its forms', { timeout: 60_000 }, async () => {
    const token = 'the-token-of-this-test';
    const client = new BeatplanClient({ url: (await aService({ token })).url, token });
    const statuses: PlanStatus[] = [];
    const document = PlanDocument.parse(await client.planned(request, (status) => statuses.push(PlanStatus.parse(status))));
    expect(statuses.at(-1)?.state).toBe('done');
    const id = statuses.at(-1)?.id ?? '';

    expect((await client.plans()).map((one) => one.id)).toEqual([id]);
    expect(await client.status(id)).toEqual(statuses.at(-1));
    expect(await client.plan(id)).toEqual(document);
    const rep = document.plan.days[0]?.rep ?? '';
    expect(await Array.fromAsync(client.days(id, { rep }))).toEqual(document.plan.days.filter((day) => day.rep === rep));
    expect(await Array.fromAsync(client.unserved(id))).toEqual(document.plan.unserved);
    expect(ExplanationDocument.parse(await client.explanation(id)).unserved).toEqual(document.plan.unserved);
    const text = async (...asked: Parameters<typeof client.file>) => new TextDecoder().decode(await client.file(...asked));
    expect(await text(id, 'csv', { language: 'zh' })).toMatch(/^\uFEFF?日期,/);
    expect(await text(id, 'txt')).toContain('Visits');
    expect(await text(id, 'ics', { rep })).toContain('BEGIN:VCALENDAR');
    expect(JSON.parse(await text(id, 'geojson'))).toMatchObject({ type: 'FeatureCollection' });
    expect((await client.file(id, 'xlsx')).length).toBeGreaterThan(5000);
    const { cost, clean } = await client.evaluate({ files, plan: document.plan });
    expect([cost, clean]).toEqual([document.plan.cost, true]);
  });

  it('waits for a plan, or stops one', { timeout: 60_000 }, async () => {
    const client = new BeatplanClient(await aService());
    const [first, again] = [
      await client.requestPlan(request, { wait: 30, idempotencyKey: 'k' }),
      await client.requestPlan(request, { idempotencyKey: 'k' }),
    ];
    expect([first.isDone, again.isDone, first.id === again.id]).toEqual([true, false, true]);

    const long = await client.requestPlan({ ...requestFor('check-in'), work: undefined, time: 'PT60S' });
    await client.stop(long.id);
    const states: string[] = [];
    for await (const { state } of client.follow(long.id)) states.push(state);
    expect(states.at(-1)).toBe('stopped');
  });

  it('knows the catalogues', async () => {
    const client = new BeatplanClient(await aService());
    const policies = await client.policies();
    expect(policies.length).toBe(10);
    expect((await client.policy('tobacco'))['id']).toBe('tobacco');
    expect((await client.rules()).map(({ rule }) => rule)).toContain('leg/walk-limit');
  });

  it('throws what the service found wrong', async () => {
    const client = new BeatplanClient(await aService());
    const error = await client
      .requestPlan({ territory: { ...requestFor('hamlet-4') } as never, from: '2026-12-07' })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error instanceof ProblemError && error.problem).toMatchObject({
      status: 422,
      errors: expect.arrayContaining([expect.objectContaining({ code: 'FIELD_UNKNOWN' })]),
    });
  });
});
