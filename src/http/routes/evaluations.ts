import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { EvaluationDocument, EvaluationRequest } from '../../contract/service/evaluation.ts';
import type { Planning } from '../../service/planning.ts';
import { callerSignal } from '../plugins/caller.ts';
import { bytesOf } from '../plugins/json-bytes.ts';
import { failures } from '../plugins/responses.ts';
import { orRetryLater } from './plans.ts';
import { JSON_TYPE, sendAs } from './sent-plan.ts';

/** Scores of given plans. */
export const evaluationRoutes: FastifyPluginAsyncZod<{ readonly planning: Planning }> = async (server, { planning }) => {
  server.post('/evaluations', {
    schema: {
      operationId: 'evaluate',
      tags: ['plans'],
      summary: 'Score a given plan without searching',
      description: 'Audits the plan against its territory: what it costs, its figures, and everything that is wrong with it.',
      body: EvaluationRequest,
      response: { 200: EvaluationDocument, ...failures(413, 415, 503) },
    },
    handler: async (request, reply) => {
      const document = await orRetryLater(reply, () => planning.evaluate(bytesOf(request.body), callerSignal(reply)));
      return sendAs(reply, JSON_TYPE, Buffer.from(document));
    },
  });
};
