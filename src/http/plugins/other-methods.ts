import fp from 'fastify-plugin';
import { PlanningError } from '../../kernel/finding.ts';
import { httpErrors } from '../errors.ts';

/** Answers a request with a wrong method with 405 and the allowed methods. */
export const otherMethods = fp(async (server) => {
  const methodsOf = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    // The pages of the documentation are a plugin's own.
    if (url.startsWith('/docs')) return;
    const methods = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
  server.decorate('refuseOtherMethods', () => {
    for (const [url, methods] of methodsOf) {
      const allowed = server.supportedMethods.filter((method) => methods.has(method));
      const others = server.supportedMethods.filter((method) => !methods.has(method));
      if (others.length === 0) continue;
      server.route({
        url,
        method: others,
        schema: { hide: true },
        onRequest: async (request, reply) => {
          reply.header('allow', allowed.join(', '));
          throw new PlanningError([
            httpErrors.methodUnknown({ at: { file: 'path', pointer: '' }, value: request.method, choices: allowed }),
          ]);
        },
        handler: async () => null,
      });
    }
  });
});

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers, at every address there is by now, the methods that it does not know. */
    refuseOtherMethods: () => void;
  }
}
