import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ExplanationDocument } from '../../contract/plan/explanation-document.ts';
import { planFormats } from '../../service/plan-formats.ts';
import { EXPLANATION } from '../../service/messages.ts';
import type { PlanRecord } from '../../service/plan-record.ts';
import type { Planning } from '../../service/planning.ts';
import { callerSignal } from '../plugins/caller.ts';
import { failures } from '../plugins/responses.ts';
import { orRetryLater } from './plans.ts';
import { checkDays, languageQuery, planPath, repQuery } from './parameters.ts';
import { JSON_TYPE, etagOf, isHeld, planOf, sendBytes } from './sent-plan.ts';

/** GeoJSON (RFC 7946), as far as it is documented. */
const Geojson = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.looseObject({ type: z.literal('Feature') })) });

/** A plan in other forms than its document. */
export const planFileRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  for (const format of planFormats) {
    const { extension, about, type } = format;
    server.get(`/plans/:id.${extension}`, {
      schema: {
        operationId: extension,
        tags: ['plans'],
        summary: `A plan as ${extension.toUpperCase()}: ${about}`,
        params: planPath,
        querystring: format.isPerRep ? languageQuery.extend(repQuery.shape) : languageQuery,
        response: {
          200: {
            description: about,
            content: { [mediaTypeOf(type)]: { schema: mediaTypeOf(type) === 'application/geo+json' ? Geojson : z.string() } },
          },
          304: z.null(),
          ...failures(404, 409, 413, 503),
        },
      },
      handler: async (request, reply) => {
        const { language } = request.query;
        const rep = 'rep' in request.query && typeof request.query.rep === 'string' ? request.query.rep : null;
        const record = planning.find(request.params.id);
        checkDays(record, rep === null ? {} : { rep });
        await planning.preview(record);
        const plan = planOf(record);
        const etag = etagOf(plan, JSON.stringify([extension, language, rep]));
        if (isHeld(request, reply, etag)) return reply;
        const written = await orRetryLater(reply, () => planning.publish(record, plan, { extension, language, rep }, callerSignal(reply)));
        const disposition = `${format.isKept ? 'attachment' : 'inline'}; filename="${fileName(record, rep)}.${extension}"`;
        return sendBytes(request, reply.header('content-disposition', disposition), { pieces: [written], type, etag });
      },
    });
  }

  server.get('/plans/:id.json', {
    schema: { hide: true, params: planPath },
    handler: async (request, reply) => reply.redirect(`/v1/plans/${encodeURIComponent(request.params.id)}`, 308),
  });

  addExplanation(server, planning);
};

type Server = Parameters<FastifyPluginAsyncZod>[0];

/** Adds the route of a plan's explanation. */
function addExplanation(server: Server, planning: Planning): void {
  server.get('/plans/:id/explanation', {
    schema: {
      operationId: 'explanation',
      tags: ['plans'],
      summary: 'What a plan costs, rule by rule, and why visits are unserved',
      description: 'Once the search has ended, visits are explained here that the plan itself says are not explained yet.',
      params: planPath,
      response: { 200: ExplanationDocument, 304: z.null(), ...failures(404, 409, 413, 503) },
    },
    handler: async (request, reply) => {
      const record = planning.find(request.params.id);
      await planning.preview(record);
      const plan = planOf(record);
      const etag = etagOf(plan, 'explanation');
      if (isHeld(request, reply, etag)) return reply;
      const explanation = await orRetryLater(reply, () => explanationOf(planning, record, callerSignal(reply)));
      return sendBytes(request, reply, { pieces: [explanation], type: JSON_TYPE, etag });
    },
  });
}

/** The explanation of a record's plan, completed once the search has ended. */
async function explanationOf(planning: Planning, record: PlanRecord, signal: AbortSignal): Promise<Uint8Array> {
  const plan = planOf(record);
  if (plan.isExplained || !record.isEnded) return plan.explanation;
  return planning.publish(record, plan, { extension: EXPLANATION, language: 'en', rep: null }, signal);
}

/** A media type without its parameters. */
const mediaTypeOf = (type: string): string => type.split(';', 1)[0] ?? type;

/** A name that is safe on every disk and in every header. */
const fileName = ({ request }: PlanRecord, rep: string | null): string =>
  [request.territory, ...(rep === null ? [] : [rep]), request.from]
    .join('-')
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 80);
