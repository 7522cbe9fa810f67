import fp from 'fastify-plugin';

/** Takes bodies of JSON as the bytes that they are, for a worker to read; refuses all others. */
export const jsonBytes = fp(async (server) => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
});

/** The bytes of a request's body; none where it has no body. */
export const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());
