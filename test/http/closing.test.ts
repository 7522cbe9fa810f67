import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { PlanStatus } from '../../src/contract/service/plan-status.ts';
import { bin } from '../cli/beatplan.ts';
import { post, requestFor } from '../support/service.ts';

const started: ChildProcess[] = [];
afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

describe('a service that is ended', () => {
  it('ends long before its searches, with an event for everybody who follows one', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json', '--grace', '10s', '--log', 'warn'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    const request = requestFor('check-in', { work: undefined, time: 'PT300S' });
    const searched = PlanStatus.parse(await (await post(`${url}/v1/plans`, request)).json());
    const waiting = PlanStatus.parse(await (await post(`${url}/v1/plans`, request)).json());
    const follow = async (path: string) => (await fetch(`${url}${path}`)).text();
    const streams = [follow(searched.links.events), follow(waiting.links.events)];
    // Both streams have begun.
    await (await fetch(`${url}/health`)).text();

    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    const [first, second] = await Promise.all(streams);
    expect(first).toMatch(/event: end\ndata: .*"state":"stopped"/);
    expect(second).toMatch(/event: end\ndata: .*"state":"cancelled".*SEARCH_CANCELLED/);
  });
});
