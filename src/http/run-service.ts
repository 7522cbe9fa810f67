import type { FastifyServerOptions } from 'fastify';
import { Planning, type PlanningLimits } from '../service/planning.ts';
import { type Sample, Samples } from '../service/samples.ts';
import { type ProcessLimits, Processes } from '../service/processes.ts';
import { createServer } from './server.ts';

/** How a service is run. */
export interface ServiceSettings {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  /** Names that the service goes by, besides those of its own machine. */
  readonly names: readonly string[];
  /** The token of callers; null where none is needed. An empty token, or only spaces, is none. */
  readonly token: string | null;
  readonly version: string;
  readonly processes: ProcessLimits;
  readonly planning: Omit<PlanningLimits, 'searches' | 'megabytes'>;
  /** Largest body, in megabytes. */
  readonly bodyMegabytes: number;
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
}

/** A service that listens. */
export interface RunningService {
  /** Where it is found, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Shows territories on the first page, and plans the first of them at once; gives the path of its plan. */
  readonly show: (samples: readonly Sample[]) => Promise<string | null>;
  /** Accepts nothing more, ends searches with their best plans, sends their last events, and ends. */
  readonly close: (graceSeconds: number) => Promise<void>;
}

/** Names of the machine itself. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Starts the service; `worker` is the module of its processes. */
export async function runService(settings: ServiceSettings, worker: URL): Promise<RunningService> {
  const { host, port, names, version, processes: limits, planning: bounds, bodyMegabytes, logger } = settings;
  // An empty variable in a compose file must not open the service to everybody.
  const token = settings.token?.trim() || null;
  const processes = new Processes(worker, limits);
  const planning = new Planning(processes, { ...bounds, searches: limits.searches, megabytes: limits.megabytes }, (end) => {
    if (end.message === undefined) server.log.info(end, 'search ended');
    else server.log.error(end, 'search broke off');
  });
  const samples = new Samples(planning);
  const server = await createServer({
    planning,
    version,
    token,
    logger,
    megabytes: bodyMegabytes,
    names: token === null ? [...OWN_NAMES, ...names] : null,
    samples,
  });
  try {
    const url = await server.listen({ host, port });
    return {
      url,
      show: async (shown) => {
        for (const sample of shown) samples.add(sample);
        const first = await samples.plan(samples.names[0] ?? '');
        return first === null ? null : `/v1/plans/${first.id}`;
      },
      close: async (graceSeconds) => {
        await planning.close(AbortSignal.timeout(graceSeconds * 1000));
        await server.close();
      },
    };
  } catch (error) {
    await planning.close(AbortSignal.timeout(1000));
    throw error;
  }
}
