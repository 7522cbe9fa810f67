import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A small OSRM-compatible service on this machine. */
export interface OsrmServer {
  readonly address: string;
  /** Paths and queries that were asked for. */
  readonly asked: readonly string[];
  readonly close: () => Promise<unknown>;
}

/** Seconds and metres between two coordinates; null where there is no route. */
export type Route = (from: string, to: string) => readonly [number, number] | null;

/** Ten minutes and 5 km between all places. */
const usualRoute: Route = () => [600, 5000];

/** Answers one question as OSRM does. */
export function tableOf(url: string, route: Route): unknown {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const places = pathname.split('/').at(-1)?.split(';') ?? [];
  const chosen = (name: string) => (searchParams.get(name) ?? '').split(';').map((i) => places[Number(i)] ?? '');
  const rows = (part: 0 | 1) => chosen('sources').map((from) => chosen('destinations').map((to) => route(from, to)?.[part] ?? null));
  return { code: 'Ok', durations: rows(0), distances: rows(1) };
}

/** Starts a service that ends with the test; `answer` may do anything instead of a table. */
export async function anOsrmServer(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown = (request, response) =>
    response.end(JSON.stringify(tableOf(request.url ?? '', usualRoute))),
): Promise<OsrmServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => void (await close()));
  return { address: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`, asked, close };
}
