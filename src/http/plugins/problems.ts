import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { problemOf } from '../problem.ts';
import { REQUEST } from '../../contract/service/request-body.ts';
import { CallerLeft } from './caller.ts';
import { type Finding, PlanningError } from '../../kernel/finding.ts';
import { httpErrors } from '../errors.ts';

const MEDIA_TYPE = 'application/problem+json';

/** Answers every failure with a problem (RFC 9457). Findings go to the caller; any other error goes to the log only. */
export const problems = fp<{ readonly megabytes: number }>(async (server, { megabytes }) => {
  server.setErrorHandler((error: FastifyError | PlanningError | CallerLeft, request, reply) => {
    // Nobody waits for an answer any more.
    if (error instanceof CallerLeft) return reply.hijack();
    const findings = error instanceof PlanningError ? error.findings : findingsOf(error, megabytes);
    if (findings === null) request.log.error({ err: error }, 'a mistake of the service');
    return answer(request, reply, findings ?? [httpErrors.internal({ at: { file: REQUEST } })]);
  });
  server.setNotFoundHandler((request, reply) =>
    answer(request, reply, [httpErrors.routeUnknown({ at: { file: 'path', pointer: '' }, value: pathOf(request) })]),
  );
});

/** Sends findings as a problem. */
export function answer(request: FastifyRequest, reply: FastifyReply, findings: readonly Finding[]): FastifyReply {
  const problem = problemOf(findings, request.id);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(problem.status).type(MEDIA_TYPE).serializer(String).send(JSON.stringify(problem));
}

/** The path without its query, cut. */
const pathOf = ({ url }: FastifyRequest): string => (url.split('?', 1)[0] ?? '').slice(0, 100);

/** Findings of the framework's own errors; null for a mistake of the service. */
function findingsOf({ code, statusCode = 500, message }: FastifyError, megabytes: number): readonly Finding[] | null {
  const at = { file: REQUEST };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return [httpErrors.bodyTooLarge({ at, megabytes })];
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return [httpErrors.mediaTypeUnknown({ at: { file: 'header', pointer: '/content-type' } })];
  }
  return statusCode < 500 ? [malformed(message)] : null;
}

/** The finding of a request that cannot be read at all. */
export const malformed = (problem: string): Finding => httpErrors.requestMalformed({ at: { file: 'path', pointer: '' }, problem });

/** Answers bytes that are not HTTP and never become a request. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const finding = isTooLarge
    ? httpErrors.headersTooLarge({ at: { file: 'header', pointer: '' } })
    : malformed(error.code ?? 'it is not HTTP');
  const problem = problemOf([finding]);
  const body = JSON.stringify(problem);
  const head = [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`, `content-type: ${MEDIA_TYPE}`];
  socket.end(`${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
}
