import { resolve } from 'node:path';
import { program } from 'commander';
import { Bench } from 'tinybench';
import { countOf, namesOf } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { compare } from './compare.ts';
import type { MicroCase } from './micro-case.ts';
import { microSubjects } from './micro-subjects.ts';
import { type Speed, speedOf, speedRows } from './speed.ts';

interface Flags {
  readonly against?: string;
  readonly pairs: number;
  readonly time: number;
  readonly only?: readonly string[];
  readonly output: string;
}

const flags = program
  .name('npm run bench:micro --')
  .description('How long do the inner loops of the search take, and the steps around it?')
  .option('--time <milliseconds>', 'how long to measure each case', countOf, 1000)
  .option('--only <names>', `some of the subjects: ${microSubjects.map(({ name }) => name).join()}`, namesOf)
  .option('--against <folder>', 'compare with another checkout, by turns')
  .option('--pairs <number>', 'how often both run', countOf, 15)
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

const subjects = microSubjects.filter(({ name }) => flags.only?.includes(name) ?? true);
if (subjects.length === 0) program.error(`There is no such subject. There are ${microSubjects.map(({ name }) => name).join(', ')}.`);
const stamp = runStamp();
console.log(stampLine(stamp));
let checksum = 0; // printed below, so that the engine cannot drop the work
if (flags.against === undefined) await measureAll();
else compareWith(resolve(flags.against));

async function measureAll(): Promise<void> {
  const speeds: Speed[] = [];
  for (const { name, make } of subjects) {
    const cases = await make();
    if (cases === null) console.log(`Skipped: ${name}, its data are not here.`);
    else speeds.push(...(await measure(name, cases)));
  }
  console.table(speedRows(speeds));
  console.log({ checksum });
  writeResults(flags.output, 'micro', { stamp, settings: { milliseconds: flags.time }, cases: speeds });
}

function compareWith(old: string): void {
  const { pairs, time, only = [] } = flags;
  const ratios = compare({ old, now: resolve('.'), pairs, time, only });
  const digits = (ratio: number) => ratio.toFixed(3);
  console.table(
    ratios.map(({ case: name, median, least, most }) => ({
      case: name,
      median: digits(median),
      range: `${digits(least)} … ${digits(most)}`,
    })),
  );
  writeResults(flags.output, 'micro-pairs', { stamp, settings: { old, pairs, milliseconds: time }, cases: ratios });
}

async function measure(subject: string, cases: readonly MicroCase[]): Promise<readonly Speed[]> {
  const bench = new Bench({
    name: subject,
    time: flags.time,
    warmupTime: flags.time / 2,
    iterations: 5,
    warmupIterations: 2,
    throws: true,
  });
  for (const { name, run } of cases) {
    bench.add(name, async () => {
      checksum += await run();
    });
  }
  await bench.run();
  return cases.map((one) => speedOf(subject, one, bench.getTask(one.name)?.result));
}
