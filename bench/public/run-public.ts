import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, program } from 'commander';
import { aboveZero, coresOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { BENCHMARKS, SETS, type SetName, fixedSet, missingFiles } from './fixed-list.ts';
import { faultsOf, summarizeInstance, summarizeSet } from './pvrp-summary.ts';
import { gapRows, setLines } from './pvrp-table.ts';
import { runSideBySide } from './run-side-by-side.ts';
import { canBindToCore, publicSolver } from './solver-process.ts';

interface Flags {
  readonly folder: string;
  readonly seconds: number;
  readonly seeds: readonly number[];
  readonly set: readonly string[];
  readonly only?: readonly string[];
  readonly core: readonly number[];
  readonly output: string;
}

const flags = program
  .name('npm run bench:public --')
  .description('How far is the search from published values of five routing problems?')
  .option('--folder <path>', 'where the instances are', BENCHMARKS)
  .option('--seconds <n>', 'processor seconds of each run', aboveZero, 10)
  .addOption(new Option('--seeds <n>', 'runs on each instance, from seed 1 on').argParser(seedsUpTo).default(seedsUpTo('1'), '1'))
  .option('--set <names>', `some of the sets: ${SETS.join()}`, namesOf, SETS)
  .option('--only <names>', 'some of the instances: p04,R211', namesOf)
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
if (!existsSync(folder)) program.error(`The instances are not here: there is no ${folder}. Name their folder with --folder.`);
const sets = SETS.filter((set) => flags.set.includes(set))
  .map((set) => ({ set, entries: fixedSet(set, folder).filter(({ name }) => flags.only?.includes(name) ?? true) }))
  .filter(({ entries }) => entries.length > 0);
const missing = missingFiles(sets.flatMap(({ entries }) => entries));
if (sets.length === 0) program.error(`There is no such instance. The sets are ${SETS.join()}.`);
if (missing.length > 0) program.error(`Instances are missing: ${missing.join(', ')}. Name their folder with --folder.`);
const cores = canBindToCore() ? flags.core : [null];

const stamp = runStamp();
console.log(stampLine(stamp));
console.log(`Gaps to the reference, in percent; ${seconds} processor seconds, ${seeds.length} seeds`);
const results: Awaited<ReturnType<typeof runSet>>[] = [];
for (const one of sets) results.push(await runSet(one));
const faults = results.flatMap((result) => result.faults);
console.log(faults.length === 0 ? 'All runs are valid.' : `Invalid runs:\n  ${faults.join('\n  ')}`);
writeResults(flags.output, 'public', { stamp, settings: { seconds, seeds, cores }, sets: results });
if (faults.length > 0) process.exitCode = 1;

async function runSet({ set, entries }: { readonly set: SetName; readonly entries: ReturnType<typeof fixedSet> }) {
  const runs = await runSideBySide({
    entries,
    seeds,
    seconds,
    cores,
    ours: publicSolver(set),
    rival: null,
    onRun: ({ name }, { file, seed }, { best, bad, elapsed }) =>
      console.error(`${name} ${file.slice(folder.length + 1)} seed ${seed}: ${best ?? bad} in ${elapsed} s`),
  });
  const instances = runs.map(summarizeInstance);
  const summary = summarizeSet(instances);
  console.log(set);
  console.table(gapRows(instances));
  for (const line of setLines(summary, runs)) console.log(line);
  return { set, summary, instances, faults: runs.flatMap(faultsOf), runs };
}
