import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlanningError } from '../../kernel/finding.ts';
import { type EncodedPlan, documentWith } from '../../service/encoded-plan.ts';
import type { PlanRecord } from '../../service/plan-record.ts';
import type { WantedDays } from './parameters.ts';
import { httpErrors } from '../errors.ts';

/** Sends text or bytes as they are. */
export const sendAs = (reply: FastifyReply, type: string, written: string | Buffer | Readable): FastifyReply =>
  reply.type(type).serializer(String).send(written);

/** JSON that is written already. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** Bytes to send, their media type and their tag. */
export interface Sending {
  readonly pieces: readonly Uint8Array[];
  readonly type: string;
  readonly etag: string;
}

/** Sends stored bytes, or says that the caller has them already. */
export function sendBytes(request: FastifyRequest, reply: FastifyReply, { pieces, type, etag }: Sending): FastifyReply {
  if (isHeld(request, reply, etag)) return reply;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  reply.type(type).header('content-length', length).serializer(String);
  const [only] = pieces;
  // One piece needs no stream; many are not joined, which would take the memory twice.
  return pieces.length === 1 && only !== undefined
    ? reply.send(Buffer.from(only.buffer, only.byteOffset, only.length))
    : reply.send(Readable.from(pieces));
}

/** Whether the caller has this version already; then answers 304. */
export function isHeld(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', etag).header('cache-control', 'no-cache');
  if (!isKnown(request.headers['if-none-match'] ?? '', etag)) return false;
  void reply.code(304).send();
  return true;
}

/** Whether one of the caller's tags is this one; weak comparison, as in RFC 9110. */
const isKnown = (tags: string, etag: string): boolean =>
  tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/** A plan's tag; `part` names the part that is sent. */
export function etagOf({ hash }: EncodedPlan, part = ''): string {
  const suffix = part === '' ? '' : `-${createHash('sha256').update(part).digest('base64url').slice(0, 8)}`;
  return `"${hash}${suffix}"`;
}

/** The document of a plan, with the days that are wanted. */
export function sendPlan(request: FastifyRequest, reply: FastifyReply, plan: EncodedPlan, wanted: WantedDays = {}): FastifyReply {
  const { rep, from, to } = wanted;
  if (rep === undefined && from === undefined && to === undefined) {
    return sendBytes(request, reply, { pieces: [plan.document], type: JSON_TYPE, etag: etagOf(plan) });
  }
  const pieces = documentWith(
    plan,
    (one) => (rep === undefined || one.rep === rep) && (from === undefined || one.day >= from) && (to === undefined || one.day <= to),
  );
  return sendBytes(request, reply, { pieces, type: JSON_TYPE, etag: etagOf(plan, JSON.stringify([rep, from, to])) });
}

/** The plan of a record; throws why there is none. */
export function planOf({ facts }: PlanRecord): EncodedPlan {
  if (facts.state === 'failed' || facts.state === 'cancelled') throw new PlanningError(facts.findings);
  if (facts.plan === null) throw new PlanningError([httpErrors.planNotReady({ at: { file: 'path', pointer: '/id' } })]);
  return facts.plan;
}
