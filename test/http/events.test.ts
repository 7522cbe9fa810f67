import { describe, expect, it } from 'vitest';
import { PlanStatus } from '../../src/contract/service/plan-status.ts';
import { aService, post, requestFor } from '../support/service.ts';

const long = requestFor('check-in', { work: undefined, time: 'PT60S' });

interface Event {
  readonly id: string;
  readonly event: string;
  readonly status: PlanStatus;
}

/** The events of a stream's text. */
const eventsIn = (text: string): readonly Event[] =>
  text.split('\n\n').flatMap((block) => {
    const [, id = '', event = '', data = ''] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? [];
    return data === '' ? [] : [{ id, event, status: PlanStatus.parse(JSON.parse(data)) }];
  });

describe('the events of a plan', () => {
  it('tell how it comes on until its end, and never what was told', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const asked = await post(`${url}/v1/plans`, requestFor('check-in', { work: undefined, time: 'PT2S' }));
    const { links } = PlanStatus.parse(await asked.json());
    const response = await fetch(`${url}${links.events}`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = eventsIn(await response.text());
    expect(events.length).toBeGreaterThan(3);
    expect(events.map(({ event }) => event).indexOf('end')).toBe(events.length - 1);
    expect(events.at(-1)?.status).toMatchObject({ state: 'done', progress: { share: 1 } });
    const shares = events.map(({ status }) => status.progress.share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));

    const [first, last] = [events[0]?.id ?? '', events.at(-1)?.id ?? ''];
    const again = await fetch(`${url}${links.events}`, { headers: { 'last-event-id': first } });
    expect(eventsIn(await again.text()).map(({ event }) => event)).toEqual(['end']);
    expect((await fetch(`${url}${links.events}`, { headers: { 'last-event-id': last } })).status).toBe(204);
  });

  it('cost nothing when their readers vanish, or do not read', { timeout: 60_000 }, async () => {
    const { url } = await aService();
    const { links } = PlanStatus.parse(await (await post(`${url}/v1/plans`, long)).json());
    const gone = new AbortController();
    const open = await Promise.all(Array.from({ length: 50 }, () => fetch(`${url}${links.events}`, { signal: gone.signal })));
    expect(open.every(({ ok }) => ok)).toBe(true);
    gone.abort();
    // One connects and never reads.
    const idle = await fetch(`${url}${links.events}`);
    await fetch(`${url}${links.self}`, { method: 'DELETE' });
    expect(eventsIn(await (await fetch(`${url}${links.events}`)).text()).at(-1)?.event).toBe('end');
    await idle.body?.cancel();
  });
});
