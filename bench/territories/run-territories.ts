import { availableParallelism } from 'node:os';
import { Option, program } from 'commander';
import { aboveZero, countOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { longCostsOf } from './long-costs.ts';
import { type PlanTask, type TimedPlan, planTimed } from './plan-timed.ts';
import { type TerritoryCase, territoryCases, territoryOf, usualCases } from './territory-cases.ts';
import { type CaseRuns, caseRows, summarizeCase } from './territory-summary.ts';

interface Flags {
  readonly seconds: number;
  readonly seeds: readonly number[];
  readonly long: number;
  readonly longFrom?: ReadonlyMap<string, number>;
  readonly only?: readonly string[];
  readonly workers: number;
  readonly output: string;
}

/** A seed that the short runs do not use. */
const LONG_SEED = 1000;

const names = territoryCases.map(({ name }) => name).join();
const flags = program
  .name('npm run bench:territories --')
  .description('How good are plans of the sample territories after some seconds, against a long run?')
  .option('--seconds <n>', 'time limit of each run', aboveZero, 10)
  .addOption(new Option('--seeds <n>', 'runs of each case, from seed 1 on').argParser(seedsUpTo).default(seedsUpTo('5'), '5'))
  .option('--long <seconds>', 'time limit of the long run', aboveZero, 120)
  .option('--long-from <results.json>', 'take the long runs from an earlier run of this benchmark instead', longCostsOf)
  .option('--only <names>', `some of the cases: ${names}`, namesOf)
  .option('--workers <n>', 'threads to search with', countOf, availableParallelism())
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

const { seconds, seeds, workers } = flags;
const cases = flags.only === undefined ? usualCases : territoryCases.filter(({ name }) => flags.only?.includes(name));
if (cases.length === 0) program.error(`There is no such case. There are ${names}.`);

const stamp = runStamp();
console.log(stampLine(stamp));
const runs = new Map<string, TimedPlan[]>(cases.map(({ name }) => [name, []]));
// Case after case for each seed, so that a machine that is slower for a while is so for all cases.
for (const seed of seeds) for (const one of cases) runs.get(one.name)?.push(await plan(one, { seed, seconds, workers }));
const longRuns: { readonly name: string; readonly run: TimedPlan }[] = [];
for (const one of cases) {
  if (flags.longFrom?.has(one.name) !== true)
    longRuns.push({ name: one.name, run: await plan(one, { seed: LONG_SEED, seconds: flags.long, workers }) });
}

const all = cases.map(({ name }): CaseRuns => {
  const longCost = flags.longFrom?.get(name) ?? longRuns.find((one) => one.name === name)?.run.cost ?? Number.NaN;
  return { name, longCost, runs: runs.get(name) ?? [] };
});
const summaries = all.map(summarizeCase);
console.log(`${seconds} s, ${seeds.length} seeds, ${workers} threads; cost over the long run's: median (least … most)`);
console.table(caseRows(summaries));
const settings = { seconds, seeds, workers, longSeconds: longRuns.length > 0 ? flags.long : null };
writeResults(flags.output, 'territories', { stamp, settings, summaries, cases: all, longRuns });

async function plan(one: TerritoryCase, task: PlanTask): Promise<TimedPlan> {
  const run = await planTimed(await territoryOf(one), one, task);
  const { cost, requiredUnserved, searched, elapsed } = run;
  console.error(
    `${one.name} seed ${task.seed}: ${cost} s, ${requiredUnserved} required unserved; searched ${searched.toFixed(1)} of ${elapsed.toFixed(1)} s`,
  );
  return run;
}
