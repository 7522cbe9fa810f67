import { onTestFinished } from 'vitest';
import { type RunningService, type ServiceSettings, runService } from '../../src/http/run-service.ts';
import { usualLimits } from '../../src/contract/service/plan-request.ts';
import { fixtureFiles } from './fixture-territory.ts';

/** The module of the service's processes. */
export const worker = new URL('../../src/main-worker.ts', import.meta.url);

const usual: ServiceSettings = {
  host: '127.0.0.1',
  port: 0,
  names: [],
  token: null,
  version: 'test',
  processes: { searches: 1, workers: 2, megabytes: 1024, search: usualLimits },
  planning: { waiting: 10, waitingBytes: 64e6, shelf: { plans: 20, bytes: 64e6 } },
  bodyMegabytes: 8,
  logger: false,
};

/** A real service with real processes, on a port of its own; it ends with the test. */
export async function aService(changes: Partial<ServiceSettings> = {}, module: URL = worker): Promise<RunningService> {
  const service = await runService({ ...usual, ...changes }, module);
  onTestFinished(() => service.close(0.1));
  return service;
}

/** A request for a plan of a fixture. */
export const requestFor = (fixture: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  files: Object.fromEntries(fixtureFiles(fixture)),
  from: '2026-12-07',
  days: 5,
  seed: 1,
  work: 300,
  ...changes,
});

/** Sends JSON. */
export const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
