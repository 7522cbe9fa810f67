import { Agent, type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Random, createRandom } from '../../src/kernel/random.ts';
import { type Tally, count, noteBreakdown } from './tally.ts';

/** A request to the service. */
export interface Sending {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** An answer of the service. The status is 0 where the connection ended without one. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly milliseconds: number;
}

/** Where a caller sends its requests, with which token. */
export interface Target {
  readonly url: string;
  readonly token: string;
}

/** A caller with dice of its own; counts everything that it sends. */
export class Caller {
  readonly target: Target;
  readonly random: Random;
  readonly tally: Tally;
  /** Raised when the load ends. */
  readonly end: AbortSignal;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(target: Target, { seed, tally, end }: { readonly seed: number; readonly tally: Tally; readonly end: AbortSignal }) {
    this.target = target;
    this.random = createRandom(seed);
    this.tally = tally;
    this.end = end;
  }

  /** Sends a request, waits for the whole answer and counts it. */
  send(kind: string, sending: Sending): Promise<Answer> {
    const begun = performance.now();
    return new Promise((resolve) => {
      const finish = (outcome: number | string, headers: IncomingHttpHeaders, text: string): void => {
        const milliseconds = performance.now() - begun;
        const status = typeof outcome === 'number' ? outcome : 0;
        count(this.tally, kind, outcome, status === 0 ? null : milliseconds);
        noteBreakdown(this.tally, { kind, status, body: text }, headers['retry-after'] !== undefined);
        resolve({ status, headers, text, milliseconds });
      };
      const sent = this.open(sending);
      sent.on('error', (error: NodeJS.ErrnoException) => finish(this.end.aborted ? 'load ended' : (error.code ?? error.message), {}, ''));
      sent.on('response', (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', (error: NodeJS.ErrnoException) => finish(this.end.aborted ? 'load ended' : (error.code ?? 'broken'), {}, ''));
        response.on('end', () => finish(response.statusCode ?? 0, response.headers, Buffer.concat(pieces).toString()));
      });
      sent.end(sending.body);
    });
  }

  /** Sends a request and hangs up after some milliseconds, unless the answer comes before. */
  async sendAndLeave(kind: string, sending: Sending, milliseconds: number): Promise<void> {
    const sent = this.open(sending);
    const outcome = Promise.withResolvers<number | string>();
    sent.on('error', (error: NodeJS.ErrnoException) => outcome.resolve(error.code ?? error.message));
    sent.on('response', (response) => {
      response.resume();
      outcome.resolve(response.statusCode ?? 0);
    });
    sent.end(sending.body);
    count(this.tally, kind, await Promise.race([outcome.promise, this.wait(milliseconds).then(() => 'hung up')]), null);
    sent.destroy();
  }

  /** Uploads a body in pieces with pauses; after the given number of pieces it hangs up. */
  async upload(
    kind: string,
    sending: Sending,
    { pieces, most, every }: { readonly pieces: number; readonly most: number; readonly every: number },
  ) {
    const body = Buffer.from(sending.body ?? '');
    const sent = this.open({ ...sending, headers: { ...sending.headers, 'content-length': String(body.length) } });
    const outcome = Promise.withResolvers<number | string>();
    sent.on('error', (error: NodeJS.ErrnoException) => outcome.resolve(error.code ?? error.message));
    sent.on('response', (response) => {
      response.resume();
      outcome.resolve(response.statusCode ?? 0);
    });
    const length = Math.ceil(body.length / pieces);
    for (let n = 0; n < Math.min(pieces, most) && !this.end.aborted && !sent.destroyed; n++) {
      sent.write(body.subarray(n * length, (n + 1) * length));
      await this.wait(every);
    }
    if (most < pieces || this.end.aborted) outcome.resolve('hung up');
    else sent.end();
    count(this.tally, kind, await Promise.race([outcome.promise, this.wait(60_000).then(() => 'no answer in 60 s')]), null);
    sent.destroy();
  }

  /** Sends bytes as they are, and counts the status line of the answer. */
  async sendBytes(kind: string, bytes: string): Promise<void> {
    const { hostname, port } = new URL(this.target.url);
    const begun = performance.now();
    const socket = connect(Number(port), hostname);
    const outcome = Promise.withResolvers<number | string>();
    socket.once('data', (piece: Buffer) => outcome.resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(piece.toString())?.[1] ?? 0)));
    socket.once('error', (error: NodeJS.ErrnoException) => outcome.resolve(error.code ?? error.message));
    socket.once('close', () => outcome.resolve('closed'));
    socket.write(bytes);
    const ended = await Promise.race([outcome.promise, this.wait(5000).then(() => 'no answer in 5 s')]);
    count(this.tally, kind, ended, typeof ended === 'number' ? performance.now() - begun : null);
    socket.destroy();
  }

  /** Waits for some milliseconds, or until the load ends. */
  async wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.end }).catch(() => undefined);
  }

  /** One of several values. */
  oneOf<T>(values: readonly [T, ...T[]]): T {
    return values[this.random.below(values.length)] ?? values[0];
  }

  /** Opens a request with token and content type, unless the headers say otherwise. */
  open({ path, method, headers, body }: Sending): ClientRequest {
    const { hostname, port } = new URL(this.target.url);
    return request({
      hostname,
      port,
      path,
      agent: this.#agent,
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      signal: this.end,
      headers: {
        authorization: `Bearer ${this.target.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
  }
}
