import { describe, expect, it } from 'vitest';
import type { PlanStatus } from '../../src/contract/service/plan-status.ts';
import { usualLimits } from '../../src/contract/service/plan-request.ts';
import type { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { aService, post, requestFor } from '../support/service.ts';
import { seeds } from '../support/dying-worker.ts';

const json = async <T>(response: Response): Promise<T> => JSON.parse(await response.text()) as T;

describe('a search whose process dies', () => {
  it.each([
    ['runs out of memory', seeds.memory, 'SEARCH_OUT_OF_MEMORY'],
    ['crashes', seeds.crash, 'SEARCH_FAILED'],
  ])('fails alone when it %s, and tells why', { timeout: 300_000 }, async (_how, seed, code) => {
    const processes = { searches: 1, workers: 1, megabytes: 128, search: usualLimits };
    const { url } = await aService({ processes }, new URL('../support/dying-worker.ts', import.meta.url));
    const accepted = await post(`${url}/v1/plans`, requestFor('hamlet-4', { seed }));
    const location = accepted.headers.get('location') ?? '';
    // The events end with the search, however long its process takes to die.
    await (await fetch(`${url}${location}/events`)).text();
    const bad = await fetch(`${url}${location}`);
    expect(bad.status).toBe(409);
    expect(await json<ProblemDocument>(bad)).toMatchObject({ code, errors: [{ code, in: 'body', pointer: '' }] });
    const status = await json<PlanStatus>(await fetch(`${url}${location}/solve`));
    expect(status).toMatchObject({ state: 'failed', problem: { code } });

    const good = await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=30' });
    expect(good.status).toBe(200);
  });
});
