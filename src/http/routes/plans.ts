import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PlanRequest } from '../../contract/service/plan-request.ts';
import { PlanDocument } from '../../contract/plan/plan-document.ts';
import { PlanStatus } from '../../contract/service/plan-status.ts';
import type { PlanRecord } from '../../service/plan-record.ts';
import type { Planning } from '../../service/planning.ts';
import { NoRoom } from '../../service/search-lane.ts';
import { callerSignal } from '../plugins/caller.ts';
import { bytesOf } from '../plugins/json-bytes.ts';
import { failures } from '../plugins/responses.ts';
import { checkDays, dayQuery, planPath, shortText } from './parameters.ts';
import { planOf, sendPlan } from './sent-plan.ts';
import { linksOf, statusOf } from './status-of.ts';

/** The longest that a caller may wait for a plan, in seconds. */
const LONGEST_WAIT = 60;

const StartHeaders = z.looseObject({
  'idempotency-key': shortText
    .optional()
    .meta({ description: 'The same key gives the same plan again, so that a request may be repeated' }),
  prefer: shortText
    .optional()
    .meta({ description: `\`wait=30\` answers with the plan itself when it is done in time, at most ${LONGEST_WAIT} seconds` }),
});

/** Plans over HTTP. Handlers translate; the service decides. */
export const planRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  server.post('/plans', {
    schema: {
      operationId: 'requestPlan',
      tags: ['plans'],
      summary: 'Ask for a plan',
      description: 'Accepted at once and searched in turn. `Location` is where the plan will be, `links.events` tells how it comes on.',
      headers: StartHeaders,
      body: PlanRequest,
      response: { 200: PlanDocument, 202: PlanStatus, ...failures(409, 413, 415, 503) },
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key = null, prefer = '' } = request.headers;
      const record = await orRetryLater(reply, () => planning.start(bytesOf(request.body), key, callerSignal(reply)));
      reply.header('location', linksOf(record.id).plan);
      const wait = waitOf(prefer);
      if (wait > 0) {
        await record.ended(AbortSignal.timeout(wait * 1000));
        reply.header('preference-applied', `wait=${wait}`);
        if (record.isEnded) return sendPlan(request, reply, planOf(record));
      }
      return reply.code(202).send(statusOf(record, planning));
    },
  });

  server.get('/plans', {
    schema: {
      operationId: 'plans',
      tags: ['plans'],
      summary: 'The plans there are',
      description: 'Those that wait, are searched, or have ended and are still kept; the latest last.',
      response: { 200: z.strictObject({ plans: z.array(PlanStatus) }), ...failures() },
    },
    handler: async () => ({ plans: planning.all().map((record) => statusOf(record, planning)) }),
  });

  server.get('/plans/:id', {
    schema: {
      operationId: 'plan',
      tags: ['plans'],
      summary: 'A plan, or the best so far while it is searched',
      description: 'With `rep`, `from` or `to` only those days are in it; cost, figures and unserved visits are those of the whole plan.',
      params: planPath,
      querystring: dayQuery,
      response: {
        200: PlanDocument,
        202: PlanStatus,
        304: z.null().meta({ description: 'What the caller has is the latest' }),
        ...failures(404, 409),
      },
    },
    handler: async (request, reply) => {
      const record = planning.find(request.params.id);
      checkDays(record, request.query);
      await planning.preview(record);
      if (isAwaited(record)) return reply.code(202).header('retry-after', 1).send(statusOf(record, planning));
      return sendPlan(request, reply, planOf(record), request.query);
    },
  });
};

/** Whether there is nothing to show of a plan yet, but may be soon. */
const isAwaited = ({ facts, isEnded }: PlanRecord): boolean => !isEnded && facts.plan === null;

/** Seconds to wait, of a Prefer header (RFC 7240). */
function waitOf(prefer: string): number {
  const [, seconds = '0'] = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?/i.exec(prefer) ?? [];
  return Math.min(LONGEST_WAIT, Number(seconds));
}

/** Adds `Retry-After` where there is no room. */
export async function orRetryLater<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoRoom) reply.header('retry-after', error.retryAfter);
    throw error;
  }
}
