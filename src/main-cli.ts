import { setImmediate } from 'node:timers/promises';
import { watchStandardOutput } from './cli/output/standard-output.ts';
import { endWithStarter } from './cli/starter-watch.ts';
import { endSignal } from './cli/interruption.ts';

endWithStarter();
const output = watchStandardOutput(process);
const signal = endSignal((message) => console.error(message));
// Loading takes a while: what comes before must not wait for it.
const { runCli } = await import('./cli/run-cli.ts');
// A signal that came meanwhile is handled first.
await setImmediate();
signal.ignore();

// What only some commands need is loaded by them: the others answer at once.
const code = await runCli(process.argv.slice(2), {
  plan: async (territory, { sources, ...options }) => {
    const { startPlanning } = await import('./app/plan-territory.ts');
    const { travelFrom } = await import('./travel/providers/osrm.ts');
    return startPlanning(territory, { ...options, travel: travelFrom(sources) });
  },
  capacity: async (territory, { sources, ...options }) => {
    const { checkCapacity } = await import('./app/check-capacity.ts');
    const { travelFrom } = await import('./travel/providers/osrm.ts');
    return checkCapacity(territory, { ...options, travel: travelFrom(sources) });
  },
  explain: async (plan, territory, { sources, ...options }) => {
    const { explainPlan, noLimit } = await import('./app/explain-plan.ts');
    const { travelFrom } = await import('./travel/providers/osrm.ts');
    return explainPlan(plan, territory, { ...options, travel: travelFrom(sources), limit: noLimit });
  },
  serve: async ({ searches, workers, megabytes, longest, waiting, kept, logLevel, sources, ...address }) => {
    const { runService } = await import('./http/run-service.ts');
    const { visibleLines } = await import('./kernel/control-characters.ts');
    const { usualLimits } = await import('./contract/service/plan-request.ts');
    const { version: versionOf } = await import('./app/version.ts');
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    const version = versionOf();
    const settings = {
      ...address,
      version,
      processes: { searches, workers, megabytes, sources, search: { ...usualLimits, seconds: longest } },
      planning: { waiting, waitingBytes: 256e6, shelf: { plans: kept, bytes: 512e6 } },
      bodyMegabytes: 64,
      // The logger's own stream ends or blocks the service when a disk is full.
      logger:
        logLevel === 'silent'
          ? false
          : { level: logLevel, stream: { write: (line: string) => void process.stdout.write(visibleLines(line)) } },
    };
    return runService(settings, new URL(`./main-worker.${extension}`, import.meta.url));
  },
});
process.exitCode = await output.exitCode(code);
