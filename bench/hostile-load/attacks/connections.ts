import type { Attack } from './attack.ts';
import { smallRequest } from '../small-request.ts';

/** Requests of one draw of a cheap attack. */
const BURST = 20;

/** What goes wrong around bodies: headers, encodings, tokens, addresses, and connections that break. */
export const connectionAttacks: readonly Attack[] = [
  {
    kind: 'wrong encodings',
    weight: 2,
    run: async (caller, bodies) => {
      const body = caller.oneOf<string | Uint8Array>([JSON.stringify(smallRequest(1)), bodies.badRows()]);
      const headers = caller.oneOf<Record<string, string>>([
        { 'content-encoding': 'gzip' },
        { 'content-encoding': 'br, gzip' },
        { 'content-encoding': 'x'.repeat(5000) },
        { 'content-type': 'text/xml' },
        { 'content-type': 'application/json; charset=utf-16' },
        { 'content-type': 'multipart/form-data' },
      ]);
      await caller.send('wrong encodings', { path: '/v1/plans', body, headers });
    },
  },
  {
    kind: 'oversized headers',
    weight: 2,
    run: async (caller) => {
      const headers = caller.oneOf<Record<string, string>>([
        { cookie: 'x'.repeat(20_000) },
        { 'idempotency-key': 'k'.repeat(8000) },
        { 'idempotency-key': '' },
        { prefer: `wait=${'9'.repeat(9000)}` },
        Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`x-${n}`, 'y'])),
      ]);
      await caller.send('oversized headers', { path: '/v1/plans', body: '{}', headers });
    },
  },
  {
    kind: 'no HTTP',
    weight: 1,
    run: (caller) =>
      caller.sendBytes(
        'no HTTP',
        caller.oneOf([
          'GET / HTTP/9.9\r\n\r\n',
          '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
          'POST /v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
          `GET /${'a'.repeat(30_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
          'GET /v1/plans HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
        ]),
      ),
  },
  {
    kind: 'hang-up in mid-upload',
    weight: 3,
    run: (caller, bodies) =>
      caller.upload(
        'hang-up in mid-upload',
        { path: '/v1/plans', body: caller.oneOf([bodies.badRows(), bodies.large()]) },
        { pieces: 20, most: 1 + caller.random.below(18), every: 20 },
      ),
  },
  {
    kind: 'hang-up while waiting',
    weight: 4,
    run: (caller, bodies) => {
      const body = caller.oneOf([
        bodies.badRows(),
        bodies.large(),
        bodies.hours('ranges'),
        JSON.stringify(smallRequest(caller.random.below(1000))),
      ]);
      return caller.sendAndLeave(
        'hang-up while waiting',
        { path: '/v1/plans', body, headers: { prefer: 'wait=30' } },
        caller.random.below(3000),
      );
    },
  },
  {
    kind: 'slow upload',
    weight: 2,
    run: (caller, bodies) => {
      const every = 100 + caller.random.below(900);
      const body = caller.oneOf<string | Uint8Array>([JSON.stringify(smallRequest(1)), bodies.large()]);
      return caller.upload('slow upload', { path: '/v1/plans', body }, { pieces: 20, most: 20, every });
    },
  },
  {
    kind: 'wrong tokens',
    weight: 2,
    run: async (caller) => {
      for (let n = 0; n < BURST; n++) {
        const authorization = caller.oneOf([
          '',
          'Bearer',
          'Bearer x',
          `Bearer ${'x'.repeat(10_000)}`,
          'Basic eDp5',
          `bearer  ${caller.target.token}x`,
        ]);
        await caller.send('wrong tokens', {
          path: caller.oneOf(['/v1/plans', '/metrics', '/docs', '/v1/plans/x']),
          headers: { authorization },
        });
      }
    },
  },
  {
    kind: 'unknown addresses',
    weight: 3,
    run: async (caller) => {
      const id = () => `018f0000-0000-4000-8000-${String(caller.random.below(1e9)).padStart(12, '0')}`;
      for (let n = 0; n < BURST; n++) {
        const path = caller.oneOf([
          `/v1/plans/${id()}`,
          `/v1/plans/${id()}/solve`,
          `/v1/plans/${id()}.xlsx`,
          `/v1/plans/${id()}/events`,
          `/v1/plans/${'x'.repeat(190)}`,
          `/v1/plans/${'x'.repeat(2000)}`,
          '/v1/plans/%00.html',
          '/v1/plans/..%2f..%2fetc%2fpasswd',
          '/v1/plans/%zz',
          '/v1/plans/__proto__',
          `/v1/plans/${id()}/days?limit=99999999999&after=-1&rep=%0d%0a`,
        ]);
        await caller.send('unknown addresses', { path, method: caller.oneOf(['GET', 'GET', 'DELETE', 'PUT', 'OPTIONS', 'HEAD']) });
      }
    },
  },
];
