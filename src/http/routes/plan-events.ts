import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type PlanRecord, raised } from '../../service/plan-record.ts';
import type { Planning } from '../../service/planning.ts';
import { failures } from '../plugins/responses.ts';
import { planPath, shortText } from './parameters.ts';
import { sendAs } from './sent-plan.ts';
import { statusOf } from './status-of.ts';

/** Silence after which a sign of life is sent, in milliseconds. */
const HEARTBEAT = 15_000;
/** Shortest time between two events, in milliseconds. */
const PACE = 200;
/** Milliseconds after which a browser connects again. */
const COME_AGAIN = 2000;

const ABOUT = `Server-sent events \`progress\` until the search has ended, and then \`end\`; the data of each is the plan's status.
A slow reader gets the latest event and misses those in between. With \`Last-Event-ID\` no event comes twice.`;

/** How a plan comes on, as it happens. */
export const planEventRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  server.get('/plans/:id/events', {
    schema: {
      operationId: 'events',
      tags: ['plans'],
      summary: 'Follow a plan',
      description: ABOUT,
      params: planPath,
      headers: z.looseObject({ 'last-event-id': shortText.optional() }),
      response: {
        200: { description: 'Events', content: { 'text/event-stream': { schema: z.unknown() } } },
        204: z.null().meta({ description: 'The last event was sent already' }),
        ...failures(404),
      },
    },
    handler: async (request, reply) => {
      const record = planning.find(request.params.id);
      const seen = Number(request.headers['last-event-id'] ?? -1);
      if (record.isEnded && seen === record.version) return reply.code(204).send(null);
      const gone = new AbortController();
      request.raw.once('close', () => gone.abort());
      // The stream requests the next event after sending the last: a slow reader gets only the latest.
      const events = Readable.from(eventsOf(record, planning, { seen, gone: gone.signal }), { objectMode: false, highWaterMark: 1 });
      reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
      return sendAs(reply, 'text/event-stream', events);
    },
  });
};

interface Listener {
  /** The version that was sent last. */
  readonly seen: number;
  readonly gone: AbortSignal;
}

async function* eventsOf(record: PlanRecord, planning: Planning, { seen, gone }: Listener): AsyncGenerator<string> {
  yield `retry: ${COME_AGAIN}\n\n`;
  let sent = seen;
  while (!gone.aborted) {
    if (record.version === sent) {
      const isNews = await within(HEARTBEAT, record, gone);
      if (!isNews && !gone.aborted) yield ': still here\n\n';
      continue;
    }
    sent = record.version;
    const event = record.isEnded ? 'end' : 'progress';
    yield `id: ${sent}\nevent: ${event}\ndata: ${JSON.stringify(statusOf(record, planning))}\n\n`;
    if (event === 'end') return;
    await paused(record, gone);
  }
}

/** Whether a change comes before the time is over or the listener gone. */
async function within(milliseconds: number, record: PlanRecord, gone: AbortSignal): Promise<boolean> {
  const giveUp = AbortSignal.any([gone, AbortSignal.timeout(milliseconds)]);
  return Promise.race([record.changed.then(() => true), raised(giveUp).then(() => false)]);
}

/** Lets some time pass; less when the search ends. */
async function paused(record: PlanRecord, gone: AbortSignal): Promise<void> {
  await record.ended(AbortSignal.any([gone, AbortSignal.timeout(PACE)]));
}
