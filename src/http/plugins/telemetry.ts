import fp from 'fastify-plugin';
import { z } from 'zod';
import { PlanningError } from '../../kernel/finding.ts';
import type { Planning } from '../../service/planning.ts';
import { sendAs } from '../routes/sent-plan.ts';
import { open } from './guard.ts';
import { createMetrics } from './metrics.ts';
import { failures } from './responses.ts';
import { serviceErrors } from '../../service/errors.ts';

const Health = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });
const ok = { status: 'ok' } as const;

/** Health, readiness and metrics of the service, and a log line for each request. */
export const telemetry = fp<{ readonly planning: Planning }>(async (server, { planning }) => {
  const metrics = createMetrics(() => planning.load);
  server.addHook('onResponse', async (request, reply) => {
    const { url: route = 'unknown' } = request.routeOptions;
    const answered = { method: request.method, route, status: String(reply.statusCode) };
    metrics.observe(answered, reply.elapsedTime / 1000);
    request.log.info({ ...answered, milliseconds: Math.round(reply.elapsedTime) }, 'answered');
  });

  server.get('/health', {
    config: open,
    schema: { operationId: 'health', tags: ['service'], summary: 'Whether the service lives', response: { 200: Health, ...failures() } },
    handler: async () => ok,
  });
  server.get('/ready', {
    config: open,
    schema: {
      operationId: 'ready',
      tags: ['service'],
      summary: 'Whether the service takes requests',
      response: { 200: Health, ...failures(503) },
    },
    handler: async () => {
      if (planning.isClosing) throw new PlanningError([serviceErrors.serviceClosing({ at: { file: 'request' } })]);
      return ok;
    },
  });
  const text = { description: 'Prometheus text', content: { 'text/plain': { schema: z.string() } } };
  server.get('/metrics', {
    schema: { operationId: 'metrics', tags: ['service'], summary: 'Figures for Prometheus', response: { 200: text, ...failures() } },
    handler: async (_request, reply) => sendAs(reply, metrics.type, await metrics.text()),
  });
});
