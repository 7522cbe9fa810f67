import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyContextConfig } from 'fastify';
import fp from 'fastify-plugin';
import { PlanningError } from '../../kernel/finding.ts';
import { httpErrors } from '../errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether everybody may ask, without a token. */
    isOpen?: boolean;
  }
}

/** The configuration of a route that everybody may ask. */
export const open: FastifyContextConfig = { isOpen: true };

/** Who may ask. */
export interface GuardOptions {
  readonly names: readonly string[] | null;
  readonly token: string | null;
}

/**
 * Lets nobody in who should not be there: without a token, browsers that a page elsewhere leads here under another
 * name; with one, whoever does not show it.
 */
export const guard = fp<GuardOptions>(async (server, { names, token }) => {
  const wanted = token === null ? null : digest(token);
  server.addHook('onRequest', async (request) => {
    if (names !== null && !names.includes(hostname(request.headers.host ?? ''))) {
      const at = { file: 'header', pointer: '/host' };
      throw new PlanningError([httpErrors.hostUnknown({ at, value: (request.headers.host ?? '').slice(0, 100), choices: names })]);
    }
    if (wanted === null || request.routeOptions.config.isOpen === true) return;
    const [, shown = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!timingSafeEqual(digest(shown), wanted)) {
      throw new PlanningError([httpErrors.tokenWrong({ at: { file: 'header', pointer: '/authorization' } })]);
    }
  });
});

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A Host header without its port. */
const hostname = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
