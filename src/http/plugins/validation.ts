import { serializerCompiler } from 'fastify-type-provider-zod';
import fp from 'fastify-plugin';
import { z } from 'zod';
import { Findings } from '../../contract/reading/findings.ts';
import { parseSource } from '../../contract/reading/parse-source.ts';
import { documentSource } from '../../contract/reading/source.ts';
import { PlanningError } from '../../kernel/finding.ts';
import { httpErrors } from '../errors.ts';

/** Names of a request's parts in findings. */
const PARTS: Readonly<Record<string, string>> = { params: 'path', querystring: 'query', headers: 'header' };

/**
 * Parses path, query and headers by the routes' schemas. Bodies are read by a worker process; their schemas are for the
 * documentation.
 */
export const validation = fp(async (server) => {
  server.setValidatorCompiler(({ schema, httpPart = '' }) => (value: unknown) => {
    if (httpPart === 'body' || !(schema instanceof z.ZodType)) return { value };
    const findings = new Findings();
    const parsed = parseSource(schema, documentSource(PARTS[httpPart] ?? 'query', value), findings, httpErrors.queryUnknown);
    return findings.count > 0 ? { error: new PlanningError(findings.inOrder()) } : { value: parsed };
  });
  server.setSerializerCompiler(serializerCompiler);
});
