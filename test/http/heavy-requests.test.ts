import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/contract/service/plan-request.ts';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { aService, post, requestFor } from '../support/service.ts';

/** A list of so many empty objects: a few bytes of text each, and much more memory. */
const emptyObjects = (count: number): string => `[${'{},'.repeat(count - 1)}{}]`;

const withHeap = (megabytes: number) => ({
  processes: { searches: 1, workers: 1, megabytes, search: usualLimits },
  bodyMegabytes: 64,
});

const send = (url: string, body: string): Promise<Response> =>
  fetch(`${url}/v1/plans`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

const problemOf = async (response: Response) => ProblemDocument.parse(await response.json());

describe('a body that needs much memory', () => {
  it.each([64, 128, 512])('is refused with a heap of %i MB, and takes nobody along', { timeout: 120_000 }, async (megabytes) => {
    const { url } = await aService(withHeap(megabytes));
    const running = await post(`${url}/v1/plans`, requestFor('hamlet-4', { work: undefined, time: 'PT60S' }));
    const location = running.headers.get('location') ?? '';
    expect(running.status).toBe(202);

    const refused = await send(url, emptyObjects(10_000_000));
    expect(refused.status).toBe(413);
    expect(await problemOf(refused)).toMatchObject({ code: 'TOO_MANY_VALUES', errors: [{ in: 'body' }] });
    for (const files of [{ 'territory.json': emptyObjects(megabytes * 4000) }, { 'customers.csv': 'id,\n'.repeat(megabytes * 2000) }]) {
      const inFiles = await send(url, JSON.stringify({ files, from: '2026-12-07' }));
      expect(await problemOf(inFiles)).toMatchObject({ status: 413, errors: [{ code: 'TOO_MANY_VALUES', pointer: '/files' }] });
    }
    // Just within the limit, text and objects of the body still are more than some heaps can hold.
    const tight = await send(url, emptyObjects(megabytes * 4000 - 1));
    expect([413, 422]).toContain(tight.status);

    expect((await fetch(`${url}/health`)).status).toBe(200);
    // The plan that was searched meanwhile is there.
    const events = fetch(`${url}${location}/events`).then((response) => response.text());
    await fetch(`${url}${location}/solve`, { method: 'DELETE' });
    expect(await events).toMatch(/event: end\ndata: .*"state":"stopped"/);
    expect((await fetch(`${url}${location}`)).status).toBe(200);
  });

  it.each([
    ['one long text', `{"a":"${'x'.repeat(30_000_000)}"}`],
    ['many keys', `{${Array.from({ length: 250_000 }, (_, i) => `"key${i}":${i}`).join(',')}}`],
    ['lists within lists', `[${'[[[[1]]]],'.repeat(60_000)}1]`],
  ])('is answered, whatever it holds: %s', { timeout: 120_000 }, async (_what, body) => {
    const { url } = await aService(withHeap(64));
    const { status } = await send(url, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=30' })).status).toBe(200);
  });
});

describe('callers who leave', () => {
  it('leave no work behind: those who stay are served', { timeout: 120_000 }, async () => {
    const { url } = await aService();
    const { hostname, port } = new URL(url);
    const body = JSON.stringify(requestFor('tobacco'));
    const head = `POST /v1/plans HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    for (let i = 0; i < 40; i++) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(head + body, () => socket.destroy());
    }
    const stays = await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=60' });
    expect([200, 202]).toContain(stays.status);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });
});

describe('a format', () => {
  it('is the same again, and is not sent to a caller who has it', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const made = await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=30' });
    const path = `${url}${made.headers.get('location') ?? ''}.xlsx`;
    const [first, second] = [await fetch(path), await fetch(path)];
    const etag = first.headers.get('etag') ?? '';
    expect(second.headers.get('etag')).toBe(etag);
    // A workbook holds the time at which it was written: the same bytes come from the cache.
    expect(Buffer.from(await second.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
    expect((await fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});
