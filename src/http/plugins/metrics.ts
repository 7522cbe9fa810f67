import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Load } from '../../service/planning.ts';

/** How a request was answered. */
export interface Answered {
  readonly method: string;
  /** The route as it is written, so that ids make no series of their own. */
  readonly route: string;
  readonly status: string;
}

/** The figures of one server, for Prometheus. */
export interface Metrics {
  readonly observe: (answered: Answered, seconds: number) => void;
  readonly type: string;
  readonly text: () => Promise<string>;
}

const GAUGES: readonly (readonly [string, string, keyof Load])[] = [
  ['beatplan_plans_waiting', 'Plans that wait for a search', 'waiting'],
  ['beatplan_plans_searching', 'Plans that are searched now', 'searching'],
  ['beatplan_plans_kept', 'Plans that have ended and are kept', 'kept'],
  ['beatplan_plans_kept_bytes', 'Bytes of the plans that are kept', 'keptBytes'],
];

/** Figures of requests, of plans, and of Node itself. */
export function createMetrics(load: () => Load): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'beatplan_http_request_seconds',
    help: 'Time to answer requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5, 30],
    registers: [registry],
  });
  const gauges = GAUGES.map(([name, help, key]) => ({ gauge: new Gauge({ name, help, registers: [registry] }), key }));
  return {
    observe: ({ method, route, status }, seconds) => durations.observe({ method, route, status }, seconds),
    type: registry.contentType,
    text: () => {
      const now = load();
      for (const { gauge, key } of gauges) gauge.set(now[key]);
      return registry.metrics();
    },
  };
}
