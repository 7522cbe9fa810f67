import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyContextConfig } from 'fastify';
import fp from 'fastify-plugin';
import { PlanningError } from '../../kernel/finding.ts';
import { httpErrors } from '../errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route needs no token. */
    isOpen?: boolean;
  }
}

/** The configuration of a route without a token. */
export const open: FastifyContextConfig = { isOpen: true };

/** Names and token that the guard accepts. */
export interface GuardOptions {
  readonly names: readonly string[] | null;
  readonly token: string | null;
}

/**
 * Refuses strangers: without a token, browsers that come through a page under another host name; with a token, every
 * caller who does not send it.
 */
export const guard = fp<GuardOptions>(async (server, { names, token }) => {
  const expected = token === null ? null : digest(token);
  server.addHook('onRequest', async (request) => {
    if (names !== null && !names.includes(hostname(request.headers.host ?? ''))) {
      const at = { file: 'header', pointer: '/host' };
      throw new PlanningError([httpErrors.hostUnknown({ at, value: (request.headers.host ?? '').slice(0, 100), choices: names })]);
    }
    if (expected === null || request.routeOptions.config.isOpen === true) return;
    const [, sent = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!timingSafeEqual(digest(sent), expected)) {
      throw new PlanningError([httpErrors.tokenWrong({ at: { file: 'header', pointer: '/authorization' } })]);
    }
  });
});

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A Host header without its port. */
const hostname = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
