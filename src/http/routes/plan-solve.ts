import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { PlanStatus } from '../../contract/service/plan-status.ts';
import type { Planning } from '../../service/planning.ts';
import { failures } from '../plugins/responses.ts';
import { planPath } from './parameters.ts';
import { statusOf } from './status-of.ts';

/** The search of a plan: how it stands, and its end. */
export const planSolveRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  server.get('/plans/:id/solve', {
    schema: {
      operationId: 'status',
      tags: ['plans'],
      summary: 'Where a plan stands',
      params: planPath,
      response: { 200: PlanStatus, ...failures(404) },
    },
    handler: async (request) => statusOf(planning.find(request.params.id), planning),
  });

  server.delete('/plans/:id/solve', {
    schema: {
      operationId: 'stop',
      tags: ['plans'],
      summary: 'Stop searching now and keep the best so far',
      description: 'A plan that still waits is given up. One that has ended stays as it is.',
      params: planPath,
      response: { 202: PlanStatus, ...failures(404) },
    },
    handler: async (request, reply) => {
      const record = planning.find(request.params.id);
      planning.stop(record);
      return reply.code(202).send(statusOf(record, planning));
    },
  });
};
