import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PlanDocument } from '../../contract/plan/plan-document.ts';
import { type EncodedPlan, type Span, listed } from '../../service/encoded-plan.ts';
import type { Planning } from '../../service/planning.ts';
import { failures } from '../plugins/responses.ts';
import { checkDays, dayQuery, pageQuery, partWanted, planPath } from './parameters.ts';
import { JSON_TYPE, etagOf, planOf, sendBytes } from './sent-plan.ts';
import { linksOf } from './status-of.ts';

const { days, unserved } = PlanDocument.shape.plan.shape;
const total = z.int().meta({ description: 'Entries in all' });
const next = z.string().optional().meta({ description: 'Path of the next page; absent on the last' });

const DaysPage = z.strictObject({ days, total, next }).meta({ id: 'DaysPage' });
const UnservedPage = z.strictObject({ unserved, total, next }).meta({ id: 'UnservedPage' });

const ABOUT = 'Pages are parts of the plan as it is now: read them once the search has ended, or compare their ETags.';

/** The long lists of a plan, page by page. */
export const planListRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  server.get('/plans/:id/days', {
    schema: {
      operationId: 'days',
      tags: ['plans'],
      summary: "A plan's days, page by page",
      description: ABOUT,
      params: planPath,
      querystring: dayQuery.extend(pageQuery.shape),
      response: { 200: DaysPage, 304: z.null(), ...failures(404, 409) },
    },
    handler: async (request, reply) => {
      const { rep, from, to, ...page } = request.query;
      const record = planning.find(request.params.id);
      checkDays(record, request.query);
      const plan = planOf(record);
      const wanted = plan.days.filter(
        (day) => (rep === undefined || day.rep === rep) && (from === undefined || day.day >= from) && (to === undefined || day.day <= to),
      );
      const filter = {
        ...(rep === undefined ? {} : { rep }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
      const pieces = pageOf(plan, wanted, { list: 'days', path: linksOf(request.params.id).days, filter, ...partWanted(page) });
      return sendBytes(request, reply, { pieces, type: JSON_TYPE, etag: etagOf(plan, request.url) });
    },
  });

  server.get('/plans/:id/unserved', {
    schema: {
      operationId: 'unserved',
      tags: ['plans'],
      summary: 'Due visits that found no place, page by page',
      description: ABOUT,
      params: planPath,
      querystring: pageQuery,
      response: { 200: UnservedPage, 304: z.null(), ...failures(404, 409) },
    },
    handler: async (request, reply) => {
      const plan = planOf(planning.find(request.params.id));
      const path = linksOf(request.params.id).unserved;
      const pieces = pageOf(plan, plan.unserved, { list: 'unserved', path, filter: {}, ...partWanted(request.query) });
      return sendBytes(request, reply, { pieces, type: JSON_TYPE, etag: etagOf(plan, request.url) });
    },
  });
};

interface PageWanted {
  readonly list: 'days' | 'unserved';
  readonly path: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly limit: number;
  readonly after: number;
}

const encoder = new TextEncoder();

/** `{"days":[…],"total":…,"next":…}`, of bytes that are there already. */
function pageOf(
  { document }: EncodedPlan,
  spans: readonly Span[],
  { list, path, filter, limit, after }: PageWanted,
): readonly Uint8Array[] {
  const end = after + limit;
  const onwards = new URLSearchParams({ ...filter, limit: String(limit), after: String(end) });
  const rest = { total: spans.length, ...(end < spans.length ? { next: `${path}?${onwards.toString()}` } : {}) };
  return [
    encoder.encode(`{"${list}":[`),
    ...listed(document, spans.slice(after, end)),
    encoder.encode(`],${JSON.stringify(rest).slice(1)}`),
  ];
}
