import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import type { Planning } from '../service/planning.ts';
import type { Samples } from '../service/samples.ts';
import { documentation } from './plugins/documentation.ts';
import { guard } from './plugins/guard.ts';
import { jsonBytes } from './plugins/json-bytes.ts';
import { otherMethods } from './plugins/other-methods.ts';
import { answer, answerClientError, malformed, problems } from './plugins/problems.ts';
import { telemetry } from './plugins/telemetry.ts';
import { validation } from './plugins/validation.ts';
import { catalogueRoutes } from './routes/catalogues.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { startRoute } from './routes/start.ts';
import { planEventRoutes } from './routes/plan-events.ts';
import { planFileRoutes } from './routes/plan-files.ts';
import { planListRoutes } from './routes/plan-lists.ts';
import { planSolveRoutes } from './routes/plan-solve.ts';
import { planRoutes } from './routes/plans.ts';

/** Parts and settings of a server. */
export interface ServerOptions {
  readonly planning: Planning;
  readonly version: string;
  /** Largest body, in megabytes. */
  readonly megabytes: number;
  /** Names that the service goes by; null where any will do, because callers need a token. */
  readonly names: readonly string[] | null;
  /** The token of callers; null where none is needed. */
  readonly token: string | null;
  /** The samples of the start page. */
  readonly samples: Samples;
  /** Pino's options, or false for silence. */
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
}

/** More callers at once than any company has; each costs memory. */
const MOST_CONNECTIONS = 2000;

/** Builds the HTTP server without starting to listen. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { planning, version, megabytes, logger } = options;
  const server = Fastify({
    logger,
    genReqId: () => randomUUID(),
    // Requests are logged once, at their end, without addresses and queries.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: megabytes * 1_000_000,
    requestTimeout: 60_000,
    // Requests in progress are finished; new ones get the answer that the service ends.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void answer(request, reply, [malformed(error.message)]),
    routerOptions: { maxParamLength: 200 },
  });
  server.server.maxConnections = MOST_CONNECTIONS;
  await server.register(helmet, {
    // Without TLS a browser that upgrades to https gets no answer.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null, styleSrc: ["'self'", "'unsafe-inline'"] } },
    strictTransportSecurity: false,
  });
  await server.register(problems, { megabytes });
  await server.register(guard, options);
  await server.register(validation);
  await server.register(jsonBytes);
  await server.register(otherMethods);
  await server.register(documentation, { version });
  await server.register(telemetry, { planning });
  await server.register(
    async (v1) => {
      await v1.register(planRoutes, { planning });
      await v1.register(planSolveRoutes, { planning });
      await v1.register(planListRoutes, { planning });
      await v1.register(planFileRoutes, { planning });
      await v1.register(planEventRoutes, { planning });
      await v1.register(evaluationRoutes, { planning });
      await v1.register(catalogueRoutes);
    },
    { prefix: '/v1' },
  );
  await server.register(startRoute, options);
  server.refuseOtherMethods();
  return server;
}
