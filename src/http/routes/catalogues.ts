import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { presetDocuments } from '../../contract/policy/preset-documents.ts';
import { objectOf } from '../../contract/reading/field-schemas.ts';
import { ruleDocuments } from '../../contract/policy/rule-document.ts';
import { PlanningError } from '../../kernel/finding.ts';
import { failures } from '../plugins/responses.ts';
import { shortText } from './parameters.ts';
import { JSON_TYPE, sendAs } from './sent-plan.ts';
import { policyErrors } from '../../contract/policy/errors.ts';

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });

const RuleParameter = z.looseObject({
  name: z.string(),
  type: z.string(),
  default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  least: z.number().optional(),
  most: z.number().optional(),
  options: z.array(z.string()).optional(),
  about: bilingual,
});

const RuleEntry = z
  .strictObject({
    rule: z.string(),
    title: bilingual,
    about: bilingual,
    unit: bilingual.optional().meta({ description: 'What a price is paid for; absent where the rule can only be a must' }),
    canBeMust: z.boolean(),
    sentence: bilingual,
    params: z.array(RuleParameter),
  })
  .meta({ id: 'Rule' });

const PolicySummary = z
  .strictObject({ id: z.string(), version: z.string(), title: bilingual, source: z.string() })
  .meta({ id: 'PolicySummary' });

/** Lists of policies and rules; they change only with the version. */
export const catalogueRoutes: FastifyPluginAsyncZod = async (server) => {
  const policies = presetDocuments();
  const rules = JSON.stringify({ rules: ruleDocuments() });

  server.get('/policies', {
    schema: {
      operationId: 'policies',
      tags: ['catalogues'],
      summary: 'The presets',
      response: { 200: z.strictObject({ policies: z.array(PolicySummary) }), ...failures() },
    },
    handler: async () => ({ policies: policies.map(({ summary }) => summary) }),
  });

  server.get('/policies/:id', {
    schema: {
      operationId: 'policy',
      tags: ['catalogues'],
      summary: 'A preset as a whole policy, to start one from',
      params: objectOf({ id: shortText.meta({ example: 'tobacco' }) }),
      response: { 200: z.looseObject({ id: z.string(), version: z.string() }), ...failures(404) },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const found = policies.find(({ summary }) => summary.id === id);
      const known = policies.map(({ summary }) => summary.id);
      if (found === undefined)
        throw new PlanningError([policyErrors.policyUnknown({ at: { file: 'path', pointer: '/id' }, value: id, choices: known })]);
      return sendAs(reply, JSON_TYPE, found.document);
    },
  });

  server.get('/rules', {
    schema: {
      operationId: 'rules',
      tags: ['catalogues'],
      summary: 'The rules that a policy can use, the most important first',
      response: { 200: z.strictObject({ rules: z.array(RuleEntry) }), ...failures() },
    },
    handler: async (_request, reply) => sendAs(reply, JSON_TYPE, rules),
  });
};
