import type { FastifyReply } from 'fastify';

/** The caller closed the connection before the answer. */
export class CallerLeft extends Error {
  constructor() {
    super('The caller closed the connection before the answer.');
    this.name = 'CallerLeft';
  }
}

/** A signal that is raised when the caller closes the connection before the answer is sent. */
export function callerSignal({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort(new CallerLeft());
  });
  return left.signal;
}
