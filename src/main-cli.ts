import { runCli } from './cli/run-cli.ts';

// A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// What only some commands need is loaded by them: the others answer at once.
process.exitCode = await runCli(process.argv.slice(2), {
  plan: async (territory, options) => {
    const { planTerritory } = await import('./app/plan-territory.ts');
    const { estimate } = await import('./travel/providers/estimate.ts');
    return planTerritory(territory, { ...options, travel: estimate });
  },
  capacity: async (territory, options) => {
    const { checkCapacity } = await import('./app/check-capacity.ts');
    const { estimate } = await import('./travel/providers/estimate.ts');
    return checkCapacity(territory, { ...options, travel: estimate });
  },
  generate: async (wish) => {
    const { generateTerritory } = await import('./generate/generate-territory.ts');
    const { specFor } = await import('./generate/spec-for.ts');
    return generateTerritory(specFor(wish)).files;
  },
});
