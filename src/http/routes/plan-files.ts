import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ExplanationDocument } from '../../contract/explanation-document.ts';
import type { EncodedPlan, Translated } from '../../service/encoded-plan.ts';
import type { PlanRecord } from '../../service/plan-record.ts';
import type { Planning } from '../../service/planning.ts';
import { failures } from '../plugins/responses.ts';
import { languageQuery, planPath } from './parameters.ts';
import { JSON_TYPE, etagOf, planOf, sendBytes } from './sent-plan.ts';

/** What a plan can be had as, besides JSON. */
interface PlanFile {
  readonly extension: string;
  readonly about: string;
  readonly type: string;
  readonly of: (plan: EncodedPlan) => Translated;
}

const files: readonly PlanFile[] = [
  { extension: 'csv', about: 'one row per stop, for spreadsheets', type: 'text/csv', of: ({ csv }) => csv },
  { extension: 'txt', about: 'for people, day by day', type: 'text/plain', of: ({ text }) => text },
];

/** A plan in other forms than its document. */
export const planFileRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  for (const { extension, about, type, of } of files) {
    server.get(`/plans/:id.${extension}`, {
      schema: {
        tags: ['plans'],
        summary: `A plan as ${extension.toUpperCase()}: ${about}`,
        params: planPath,
        querystring: languageQuery,
        response: {
          200: { description: about, content: { [type]: { schema: z.string() } } },
          304: z.null(),
          ...failures,
        },
      },
      handler: async (request, reply) => {
        const { language } = request.query;
        const record = planning.find(request.params.id);
        await planning.look(record);
        const plan = planOf(record);
        reply.header(
          'content-disposition',
          `${extension === 'csv' ? 'attachment' : 'inline'}; filename="${fileName(record)}.${extension}"`,
        );
        return sendBytes(request, reply, {
          pieces: [of(plan)[language]],
          type: `${type}; charset=utf-8`,
          etag: etagOf(plan, `${extension} ${language}`),
        });
      },
    });
  }

  server.get('/plans/:id.json', {
    schema: { hide: true, params: planPath },
    handler: async (request, reply) => reply.redirect(`/v1/plans/${encodeURIComponent(request.params.id)}`, 308),
  });

  server.get('/plans/:id/explanation', {
    schema: {
      tags: ['plans'],
      summary: 'What a plan costs, rule by rule, and why visits are unserved',
      params: planPath,
      response: { 200: ExplanationDocument, 304: z.null(), ...failures },
    },
    handler: async (request, reply) => {
      const record = planning.find(request.params.id);
      await planning.look(record);
      const plan = planOf(record);
      return sendBytes(request, reply, { pieces: [plan.explanation], type: JSON_TYPE, etag: etagOf(plan, 'explanation') });
    },
  });
};

/** A name that is safe on every disk and in every header. */
const fileName = ({ order }: PlanRecord): string => `${order.territory}-${order.from}`.replaceAll(/[^\w-]+/g, '-').slice(0, 80);
