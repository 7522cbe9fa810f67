import type { Attack } from './attack.ts';
import type { Caller } from '../caller.ts';
import { smallRequest } from '../small-request.ts';

const FORMATS = ['html', 'csv', 'xlsx', 'ics', 'geojson', 'txt'] as const;
/** Formats of one draw. */
const EXPORTS = 12;
/** Fewer keys than requests, so that keys meet. */
const KEYS = 40;

/** The large plan of each caller whose formats it requests. */
const largePlans = new WeakMap<Caller, string>();

/** What costs the service something because the requests are right. */
export const planAttacks: readonly Attack[] = [
  {
    kind: 'exports of large plans',
    weight: 4,
    run: async (caller, bodies) => {
      const path = largePlans.get(caller) ?? (await requestPlan(caller, { kind: 'large plans', body: bodies.large() }));
      if (path === null) return;
      largePlans.set(caller, path);
      for (let n = 0; n < EXPORTS && !caller.end.aborted; n++) {
        const language = caller.oneOf(['en', 'zh']);
        const { status } = await caller.send('exports of large plans', { path: `${path}.${caller.oneOf(FORMATS)}?language=${language}` });
        if (status === 404) largePlans.delete(caller);
        // Not planned yet, or no room: hostile callers do not wait for long.
        if (status !== 200) return caller.wait(200);
      }
    },
  },
  {
    kind: 'keys used again',
    weight: 3,
    run: async (caller) => {
      const key = `key-${caller.random.below(KEYS)}`;
      const seed = caller.random.below(3);
      await caller.send('keys used again', {
        path: '/v1/plans',
        body: JSON.stringify(smallRequest(seed)),
        headers: { 'idempotency-key': key },
      });
    },
  },
  {
    kind: 'cancelled plans',
    weight: 2,
    run: async (caller, bodies) => {
      const path = await requestPlan(caller, { kind: 'plans to cancel', body: bodies.long(10 + caller.random.below(3) * 10) });
      if (path === null) return;
      await caller.wait(caller.random.below(4000));
      for (let n = 0; n < 3; n++) await caller.send('cancelled plans', { path: `${path}/solve`, method: 'DELETE' });
    },
  },
  {
    kind: 'events and leaving',
    weight: 2,
    run: async (caller, bodies) => {
      const path = largePlans.get(caller) ?? (await requestPlan(caller, { kind: 'large plans', body: bodies.large() }));
      if (path === null) return;
      largePlans.set(caller, path);
      await caller.sendAndLeave('events and leaving', { path: `${path}/events` }, caller.random.below(2000));
      for (const part of ['', '/days?limit=500', '/unserved', '/explanation', '?from=2026-12-10&to=2026-12-01']) {
        await caller.send('large documents', { path: `${path}${part}` });
      }
    },
  },
];

/** Requests a plan; gives its path, or null where it is refused. */
async function requestPlan(caller: Caller, { kind, body }: { readonly kind: string; readonly body: Uint8Array }): Promise<string | null> {
  const { status, headers } = await caller.send(kind, { path: '/v1/plans', body });
  return status === 202 && headers.location !== undefined ? headers.location : null;
}
