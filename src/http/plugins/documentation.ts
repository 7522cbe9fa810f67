import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { open } from './guard.ts';
import { withAnswers } from './openapi-answers.ts';
import { tidyComponents } from './openapi-components.ts';

const ABOUT = `Plans field visits: which rep visits whom, on which day, in which order, at what time and by what transport.

Send a territory to \`POST /v1/plans\`, follow its \`events\` or wait with \`Prefer: wait=30\`, and read the plan. Every
failure is a problem (RFC 9457) that lists all that is wrong, each with a stable code, a JSON pointer and what to do.
All costs are seconds of working time.`;

/** Values that become objects inside, such as times, are documented in the form that is sent; zod drops their examples. */
const zodToJsonConfig: NonNullable<Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']> = {
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }) => {
    const { examples } = z.globalRegistry.get(zodSchema) ?? {};
    if (Array.isArray(examples)) jsonSchema.examples = examples;
  },
};

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="150" height="40"><text x="0" y="29" fill="#fff" font-family="sans-serif" font-size="26" font-weight="bold">beatplan</text></svg>`;

/** The OpenAPI document at /openapi.json, and its page for people at /docs. */
export const documentation = fp<{ readonly version: string }>(async (server, { version }) => {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'beatplan', version, description: ABOUT, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      tags: [
        { name: 'plans', description: 'Request plans, follow them, read them' },
        { name: 'catalogues', description: 'What policies and rules there are' },
        { name: 'service', description: 'How the service is' },
      ],
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: createJsonSchemaTransformObject({ zodToJsonConfig }),
  });
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/docs')) route.config = { ...route.config, ...open };
  });
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformSpecification: (document) => withAnswers(tidyComponents(document)),
    logo: { type: 'image/svg+xml', content: Buffer.from(LOGO), href: '/' },
    theme: { title: 'beatplan API' },
    uiConfig: { docExpansion: 'list', defaultModelsExpandDepth: 0 },
  });
  server.get('/openapi.json', { config: open, schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('application/json')
      .serializer(String)
      .send(JSON.stringify(withAnswers(tidyComponents(server.swagger())))),
  );
});
