import fp from 'fastify-plugin';
import { PlanningError } from '../../kernel/finding.ts';
import { httpErrors } from '../errors.ts';

/** Takes bodies of JSON as the bytes that they are, for a worker to read; refuses all others. */
export const jsonBytes = fp(async (server) => {
  server.removeAllContentTypeParsers();
  server.addHook('preParsing', async (request) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding === 'identity') return;
    const at = { file: 'header', pointer: '/content-encoding' };
    throw new PlanningError([httpErrors.encodingUnsupported({ at, value: encoding.slice(0, 100) })]);
  });
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
});

/** The bytes of a request's body; none where it has no body. */
export const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());
