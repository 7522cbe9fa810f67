import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type ProblemDocument, ProblemDocument as Schema } from '../../src/contract/service/problem-document.ts';
import { aService, post, requestFor } from '../support/service.ts';

/** A problem, held to its schema. */
async function problemOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = Schema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

const sendRaw = (url: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  fetch(`${url}/v1/plans`, { method: 'POST', headers: { 'content-type': type }, body });

describe('a request that is wrong', () => {
  it('is told everything at once, each where it is', async () => {
    const { url } = await aService();
    const request = requestFor('hamlet-4', { from: '2026-02-30', dayz: 3, seed: 0.5 });
    request.files['customers.csv'] = (request.files['customers.csv'] ?? '').replace(/^(h2,[^,]*,[^,]*,[^,]*,[^,]*),[^,]*/m, '$1,Z');
    const problem = await problemOf(await post(`${url}/v1/plans`, request));
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'DATE_INVALID', in: 'body', pointer: '/from', value: '2026-02-30' }),
        expect.objectContaining({ code: 'FIELD_UNKNOWN', pointer: '/dayz', hint: 'Did you mean "days"?' }),
        expect.objectContaining({ code: 'NUMBER_INVALID', pointer: '/seed' }),
        expect.objectContaining({ code: 'TIER_UNKNOWN', pointer: '/files/customers.csv', row: 3, column: 'tier', value: 'Z' }),
      ]),
    );
  });

  it.each([
    [200_000, 'rows that end too early', () => 'x'],
    [50_000, 'rows with an unknown tier', (i: number) => `x${i},31.2,121.4,Z,`],
    [50_000, 'rows with an unknown rep', (i: number) => `x${i},31.2,121.4,A,rep${i}`],
    [50_000, 'rows without coordinates', (i: number) => `x${i},,,A,`],
    [50_000, 'rows with one id', () => 'x,31.2,121.4,A,'],
  ])('is told a hundred of its findings and how many more there are: %i %s', async (count, _what, row) => {
    const { url } = await aService();
    const rows = Array.from({ length: count }, (_, i) => row(i));
    const request = requestFor('hamlet-4', {});
    request.files['customers.csv'] = ['id,lat,lng,tier,required_rep', ...rows].join('\n');
    const response = await post(`${url}/v1/plans`, request);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(2 ** 20);
    const { status, errors } = await problemOf(response);
    expect({ status, length: errors.length, last: errors.at(-1)?.code }).toEqual({ status: 422, length: 101, last: 'MORE_FINDINGS' });
  });

  it.each([
    ['long names of fields', { territory: { ['x'.repeat(2_000_000)]: 1 } }],
    ['many unknown fields', { territory: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`x${i}`, 1])) }],
    ['many unknown files', { files: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`${i}.txt`, ''])) }],
    ['long ids', { territory: { customers: [{ id: 'x'.repeat(2_000_000) }], history: [{ customer: 'y', day: '2026-12-01' }] } }],
  ])('gets a short answer for %s', async (_what, body) => {
    const { url } = await aService();
    const response = await post(`${url}/v1/plans`, body);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(2 ** 20);
    expect((await problemOf(response)).status).toBe(422);
  });

  it('names the place in a territory of one document', async () => {
    const { url } = await aService();
    const territory = { id: 't', timeZone: 'Asia/Shanghia', policy: 'tobaco', coordinates: 'wgs84', customers: [{ id: 'c1' }], reps: [] };
    const problem = await problemOf(await post(`${url}/v1/plans`, { territory, month: '2026-13' }));
    const found = problem.errors.map(({ code, pointer }) => `${code} ${pointer}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'TIME_ZONE_UNKNOWN /territory/timeZone',
        'POLICY_UNKNOWN /territory/policy',
        'FIELD_MISSING /territory/customers/0/tier',
        'TERRITORY_EMPTY /territory/reps',
        'MONTH_INVALID /month',
      ]),
    );
  });

  it.each([
    ['no JSON', '{"files": ', 400, 'JSON_MALFORMED'],
    ['nothing', '', 422, 'FIELD_MISSING'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400, 'BODY_NOT_UTF8'],
    ['a thousand brackets', '['.repeat(1000) + ']'.repeat(1000), 400, 'TOO_DEEP'],
    ['a list', '[]', 422, 'TYPE_WRONG'],
    ['huge numbers', '{"from":"2026-12-07","seed":1e400,"territory":{}}', 422, 'SEVERAL'],
  ])('may hold %s', async (_what, body, status, code) => {
    const { url } = await aService();
    expect(await problemOf(await sendRaw(url, body))).toMatchObject({ status, code });
  });

  it('may be too large, or of another kind', async () => {
    const { url } = await aService({ bodyMegabytes: 1 });
    expect(await problemOf(await sendRaw(url, ' '.repeat(1_100_000)))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(await problemOf(await sendRaw(url, 'a=b', 'application/x-www-form-urlencoded'))).toMatchObject({ code: 'MEDIA_TYPE_UNKNOWN' });
    expect(await problemOf(await sendRaw(url, '{}', 'text/plain'))).toMatchObject({ status: 415 });
  });

  it('may ask for what is not there', async () => {
    const { url } = await aService();
    const asked: readonly (readonly [string, RequestInit, number, string])[] = [
      ['/v2/plans', {}, 404, 'ROUTE_UNKNOWN'],
      ['/v1/plans/../../etc/passwd', {}, 404, 'ROUTE_UNKNOWN'],
      ['/v1/plans/%2e%2e%2fetc', {}, 404, 'PLAN_UNKNOWN'],
      ['/v1/plans/%ff', {}, 400, 'REQUEST_MALFORMED'],
      ['/v1/plans/none.csv', {}, 404, 'PLAN_UNKNOWN'],
      ['/v1/policies/tobaco', {}, 404, 'POLICY_UNKNOWN'],
      ['/v1/plans', { method: 'PUT' }, 405, 'METHOD_UNKNOWN'],
      ['/v1/plans/none?form=2026-12-07', {}, 422, 'QUERY_UNKNOWN'],
      ['/v1/plans/none?from=tomorrow', {}, 422, 'REQUEST_INVALID'],
      ['/v1/plans/none/days?limit=0', {}, 422, 'REQUEST_INVALID'],
    ];
    for (const [path, init, status, code] of asked) {
      expect([path, await problemOf(await fetch(`${url}${path}`, init))]).toMatchObject([path, { status, code }]);
    }
  });

  it('is answered even when it is no HTTP', async () => {
    const { url } = await aService();
    const { hostname, port } = new URL(url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"REQUEST_MALFORMED"/s);
  });
});

/** The answer of a service to a caller who uses a host name. */
function answerTo(url: string, host: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET /health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (data) => (text += data.toString())).on('close', () => resolve(text));
  });
}

describe('who may ask', () => {
  it('on its own machine, whoever calls the service by its own names', async () => {
    const { url } = await aService({ names: ['plans.local'] });
    expect(await answerTo(url, 'localhost:80')).toMatch(/^HTTP\/1\.1 200/);
    expect(await answerTo(url, 'plans.local')).toMatch(/^HTTP\/1\.1 200/);
    expect(await answerTo(url, 'evil.example')).toMatch(/^HTTP\/1\.1 421 .*HOST_UNKNOWN/s);
  });

  it.each(['', ' ', '\t\n'])('whoever calls it by its own names, also where the token is empty (%j)', async (token) => {
    const { url } = await aService({ token });
    expect((await fetch(`${url}/v1/plans`)).status).toBe(200);
    expect(await answerTo(url, 'evil.example')).toMatch(/^HTTP\/1\.1 421 .*HOST_UNKNOWN/s);
  });

  it('with a token, whoever shows it; the documents are for all', async () => {
    const token = 'a-token-of-the-tests';
    const { url } = await aService({ token });
    const status = async (path: string, shown?: string) =>
      (await fetch(`${url}${path}`, { headers: shown === undefined ? {} : { authorization: `Bearer ${shown}` } })).status;
    expect(await problemOf(await fetch(`${url}/v1/plans`))).toMatchObject({ status: 401, code: 'TOKEN_WRONG' });
    expect(await status('/v1/plans', 'another')).toBe(401);
    expect(await status('/metrics')).toBe(401);
    expect(await status('/nowhere')).toBe(401);
    expect(await status('/v1/plans', token)).toBe(200);
    for (const path of ['/', '/health', '/ready', '/openapi.json']) expect([path, await status(path)]).toEqual([path, 200]);
  });
});
