import { program } from 'commander';
import { Bench } from 'tinybench';
import { countOf, namesOf } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import type { MicroCase } from './micro-case.ts';
import { microSubjects } from './micro-subjects.ts';
import { type Speed, speedOf, speedRows } from './speed.ts';

interface Flags {
  readonly time: number;
  readonly only?: readonly string[];
  readonly output: string;
}

const flags = program
  .name('npm run bench:micro --')
  .description('How long do the inner loops of the search take, and the steps around it?')
  .option('--time <milliseconds>', 'how long to measure each case', countOf, 1000)
  .option('--only <names>', `some of the subjects: ${microSubjects.map(({ name }) => name).join()}`, namesOf)
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

const subjects = microSubjects.filter(({ name }) => flags.only?.includes(name) ?? true);
if (subjects.length === 0) program.error(`There is no such subject. There are ${microSubjects.map(({ name }) => name).join(', ')}.`);
const stamp = runStamp();
console.log(stampLine(stamp));
const speeds: Speed[] = [];
let checksum = 0; // printed below, so that the engine cannot drop the work
for (const { name, make } of subjects) {
  const cases = await make();
  if (cases === null) console.log(`Skipped: ${name}, its data are not here.`);
  else speeds.push(...(await measure(name, cases)));
}
console.table(speedRows(speeds));
console.log({ checksum });
writeResults(flags.output, 'micro', { stamp, settings: { milliseconds: flags.time }, cases: speeds });

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
