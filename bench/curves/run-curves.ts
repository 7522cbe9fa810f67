import { InvalidArgumentError, Option, program } from 'commander';
import { runInTurn } from '../public/run-in-turn.ts';
import { type SolverRun, canBindToCore } from '../public/solver-process.ts';
import { aboveZero, coresOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { MONTHS, curveCases } from './curve-cases.ts';
import { curveSolver } from './curve-solver.ts';
import { type CurveRun, curvePoints, curveRows } from './curve-summary.ts';
import { REFERENCES, lowered, readReferences, writeReferences } from './references.ts';

interface Flags {
  readonly seconds: readonly number[];
  readonly seeds: readonly number[];
  readonly only?: readonly string[];
  readonly core: readonly number[];
  readonly keep?: boolean;
  readonly output: string;
}

const names = curveCases.map(({ name }) => name).join();
const flags = program
  .name('npm run bench:curves --')
  .description('What does a plan of a sample territory cost after so many processor seconds of search?')
  .addOption(
    new Option('--seconds <numbers>', 'processor seconds of the points, each a run of its own')
      .argParser((written) => namesOf(written).map(aboveZero))
      .default([1, 2, 5, 10, 20, 60], '1,2,5,10,20,60'),
  )
  .addOption(new Option('--seeds <n>', 'runs of each point, from seed 1 on').argParser(seedsUpTo).default(seedsUpTo('3'), '3'))
  .option('--only <names>', `some of the cases: ${names}`, caseNames)
  .addOption(new Option('--core <numbers>', 'the core to run on, from 1').argParser(coresOf).default(coresOf('1'), '1'))
  .option('--keep', 'leave the references as they are, even where a run is better')
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

const cases = curveCases.filter(({ name }) => flags.only?.includes(name) ?? true);
const stamp = runStamp();
console.log(stampLine(stamp));
const before = readReferences(REFERENCES);
let references = before;
const runs: CurveRun[] = [];
const faults: string[] = [];
for (const seconds of flags.seconds) {
  await runInTurn({
    entries: cases.map(({ name }) => ({ name, file: name })),
    seeds: flags.seeds,
    seconds,
    cores: canBindToCore() ? flags.core : [null],
    solvers: [curveSolver],
    onRun: (_, { file }, run) => note(file, seconds, run),
  });
}

for (const { name } of cases) {
  const [old, now] = [before[name], references[name]];
  if (old !== undefined && now !== undefined && old.model !== now.model)
    console.log(`${name}: another model, so the reference begins anew.`);
  else if (old !== now) console.log(`${name}: the reference falls from ${old?.cost ?? 'none'} to ${now?.cost}.`);
}
if (flags.keep !== true && references !== before) writeReferences(REFERENCES, references);
const points = curvePoints(runs, references);
console.log(`Cost over the reference in percent, by processor seconds of search; ${flags.seeds.length} seeds: median (least … most)`);
console.table(curveRows(points, references));
console.log(faults.length === 0 ? 'The audit accepts all plans.' : `Invalid runs:\n  ${faults.join('\n  ')}`);
writeResults(flags.output, 'curves', { stamp, settings: { seconds: flags.seconds, seeds: flags.seeds }, points, references, faults, runs });
if (faults.length > 0) process.exitCode = 1;

function note(name: string, seconds: number, { best, bad, seed, elapsed, details }: SolverRun): void {
  console.error(`${name} ${seconds} s, seed ${seed}: ${best ?? bad} in ${elapsed} s`);
  if (best === null) {
    faults.push(`${name}, ${seconds} s, seed ${seed}: ${bad}`);
    return;
  }
  runs.push({ name, seconds, seed, cost: best, requiredUnserved: Number(details['requiredUnserved']) });
  const isNamed = MONTHS.some((month) => name === `${month}-month`);
  if (isNamed) references = lowered(references, { name, cost: best, model: String(details['model']), seconds, seed, commit: stamp.commit });
}

function caseNames(written: string): readonly string[] {
  const wanted = namesOf(written);
  const wrong = wanted.filter((name) => !curveCases.some((one) => one.name === name));
  if (wrong.length > 0) throw new InvalidArgumentError(`There are ${names}.`);
  return wanted;
}
