import { join, resolve } from 'node:path';
import { Option, program } from 'commander';
import { aboveZero, coresOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { pvrpSet } from './pvrp-set.ts';
import { faultsOf, summarizeInstance, summarizeSet } from './pvrp-summary.ts';
import { gapRows, setLines } from './pvrp-table.ts';
import { runSideBySide } from './run-side-by-side.ts';
import { canBindToCore, ownSolver, rivalSolver } from './solver-process.ts';

interface Flags {
  readonly folder: string;
  readonly seconds: number;
  readonly seeds: readonly number[];
  readonly only?: readonly string[];
  readonly rival?: string;
  readonly core: readonly number[];
  readonly output: string;
}

const flags = program
  .name('npm run bench:pvrp --')
  .description('How far is the search from the reference values of the periodic VRP, and from a rival on the same core?')
  .option('--folder <path>', 'where the instances are', join(import.meta.dirname, '../../../shared/benchmarks/pvrp'))
  .option('--seconds <n>', 'wall clock for each run', aboveZero, 10)
  .addOption(new Option('--seeds <n>', 'runs on each instance, from seed 1 on').argParser(seedsUpTo).default(seedsUpTo('3'), '3'))
  .option('--only <names>', 'some of the instances: p01,p14', namesOf)
  .option('--rival <command>', 'a program to compare with, called as <command> FILE SECONDS SEED')
  .addOption(
    new Option('--core <numbers>', 'the core to run on, from 1; 1,2 runs two instances side by side')
      .argParser(coresOf)
      .default(coresOf('1'), '1'),
  )
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

const { seconds, seeds } = flags;
const folder = resolve(flags.folder);
const set = pvrpSet(folder) ?? program.error(`The instances are not here: there is no ${folder}. Name their folder with --folder.`);
const entries = set.filter(({ name }) => flags.only?.includes(name) ?? true);
if (entries.length === 0) program.error(`There is no instance with a reference to run in ${folder}.`);
const cores = canBindToCore() ? flags.core : [null];

const stamp = runStamp();
console.log(stampLine(stamp));
const runs = await runSideBySide({
  entries,
  seeds,
  seconds,
  cores,
  ours: ownSolver,
  rival: flags.rival === undefined ? null : rivalSolver(flags.rival),
  onRun: ({ name }, { file, seed }, { best, bad, elapsed }) =>
    console.error(`${name} ${file.slice(folder.length + 1)} seed ${seed}: ${best ?? bad} in ${elapsed} s`),
});
const instances = runs.map(summarizeInstance);
const summary = summarizeSet(instances);
const faults = runs.flatMap(faultsOf);

console.log(
  `Gaps to the reference, in percent; ${seconds} s, ${seeds.length} seeds, core ${cores.map((core) => (core === null ? 'any' : core + 1)).join()}`,
);
console.table(gapRows(instances));
for (const line of setLines(summary, runs)) console.log(line);
console.log(faults.length === 0 ? 'All runs are valid.' : `Invalid runs:\n  ${faults.join('\n  ')}`);
const settings = { seconds, seeds, cores, rival: flags.rival ?? null };
writeResults(flags.output, 'pvrp', { stamp, settings, summary, instances, faults, runs });
if (!runs.every(({ ours }) => ours.every(({ bad, unserved }) => bad === '' && unserved === 0))) process.exitCode = 1;
