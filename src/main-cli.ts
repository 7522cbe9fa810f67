import { runCli } from './cli/run-cli.ts';

// A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// What only some commands need is loaded by them: the others answer at once.
process.exitCode = await runCli(process.argv.slice(2), {
  plan: async (territory, options) => {
    const { startPlanning } = await import('./app/plan-territory.ts');
    const { estimate } = await import('./travel/providers/estimate.ts');
    return startPlanning(territory, { ...options, travel: estimate });
  },
  capacity: async (territory, options) => {
    const { checkCapacity } = await import('./app/check-capacity.ts');
    const { estimate } = await import('./travel/providers/estimate.ts');
    return checkCapacity(territory, { ...options, travel: estimate });
  },
  serve: async ({ searches, workers, megabytes, longest, waiting, kept, logLevel, ...address }) => {
    const { runService } = await import('./http/run-service.ts');
    const { usualLimits } = await import('./contract/service/plan-request.ts');
    const { version: versionOf } = await import('./app/version.ts');
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    const version = versionOf();
    const settings = {
      ...address,
      version,
      processes: { searches, workers, megabytes, search: { ...usualLimits, seconds: longest } },
      planning: { waiting, waitingBytes: 256e6, shelf: { plans: kept, bytes: 512e6 } },
      bodyMegabytes: 64,
      logger: logLevel === 'silent' ? false : { level: logLevel },
    };
    return runService(settings, new URL(`./main-worker.${extension}`, import.meta.url));
  },
});
