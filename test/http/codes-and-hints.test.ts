import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { aService, post, requestFor } from '../support/service.ts';

const problemOf = async (response: Response) => ProblemDocument.parse(await response.json());
const LONG = 'x'.repeat(201);

/** Sends raw bytes and returns the answer. */
const raw = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('parameters and headers', () => {
  it.each([
    ['a long Idempotency-Key', { 'idempotency-key': LONG }, '/idempotency-key'],
    ['an empty Idempotency-Key', { 'idempotency-key': '' }, '/idempotency-key'],
    ['a long Prefer', { prefer: `wait=30; ${LONG}` }, '/prefer'],
  ])('are told to be texts of 1 to 200 characters: %s', async (_what, headers, pointer) => {
    const { url } = await aService();
    const refused = await post(`${url}/v1/plans`, requestFor('hamlet-4'), headers);
    expect(refused.status).toBe(422);
    expect(await problemOf(refused)).toMatchObject({
      code: 'REQUEST_INVALID',
      errors: [{ in: 'header', pointer, message: 'This is not a text of 1 to 200 characters' }],
    });
  });

  it('name a rep of the plan and days in order, in every format', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const made = await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=30' });
    const plan = `${url}${made.headers.get('location') ?? ''}`;
    for (const path of ['?rep=nope', '/days?rep=nope', '.html?rep=nope', '.ics?rep=nope']) {
      const refused = await fetch(plan + path);
      expect([path, refused.status]).toEqual([path, 422]);
      expect(await problemOf(refused)).toMatchObject({ code: 'REP_UNKNOWN', errors: [{ in: 'query', pointer: '/rep', value: 'nope' }] });
    }
    for (const path of ['?from=2026-12-09&to=2026-12-08', '/days?from=2026-12-09&to=2026-12-08']) {
      const refused = await fetch(plan + path);
      expect([path, refused.status]).toEqual([path, 422]);
      expect(await problemOf(refused)).toMatchObject({ errors: [{ in: 'query', pointer: '/to', value: '2026-12-08' }] });
    }
    expect((await fetch(`${plan}?rep=${LONG}`)).status).toBe(422);
  });

  it('are too large together: 431', async () => {
    const { url } = await aService();
    const head = `GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`;
    const answer = await raw(url, head);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
  });
});

describe('a compressed body', () => {
  it.each(['gzip', 'br', 'deflate', 'x-nonsense'])('is refused: %s', async (encoding) => {
    const { url } = await aService();
    const body = gzipSync(JSON.stringify(requestFor('hamlet-4')));
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
    const refused = await fetch(`${url}/v1/plans`, { method: 'POST', headers, body });
    expect(refused.status).toBe(415);
    expect(await problemOf(refused)).toMatchObject({
      code: 'ENCODING_UNSUPPORTED',
      errors: [{ in: 'header', pointer: '/content-encoding', value: encoding }],
    });
  });

  it('that says it is not compressed is read', { timeout: 30_000 }, async () => {
    const { url } = await aService();
    expect((await post(`${url}/v1/plans`, requestFor('hamlet-4'), { 'content-encoding': 'identity' })).status).toBe(202);
  });
});

describe('the key of a plan that was cancelled', () => {
  it('plans anew', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    // Long searches wait for each other, so that the second is still waiting when it is cancelled.
    const long = requestFor('check-in', { work: undefined, time: 'PT60S' });
    await post(`${url}/v1/plans`, long);
    const key = { 'idempotency-key': 'tuesday' };
    const waiting = await post(`${url}/v1/plans`, long, key);
    const location = waiting.headers.get('location') ?? '';
    await fetch(`${url}${location}/solve`, { method: 'DELETE' });
    const again = await post(`${url}/v1/plans`, long, key);
    expect(again.status).toBe(202);
    expect(again.headers.get('location')).not.toBe(location);
  });
});
