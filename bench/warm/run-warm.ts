import { program } from 'commander';
import type { Problem, Solution } from '../../src/engine/problem/layout.ts';
import { present } from '../../src/kernel/assert.ts';
import { quantile } from '../http/load.ts';
import { aboveZero, countOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { closedFor, replanDay, searchWeek, stopsOn } from './replan.ts';
import { WARM_CASES, repWeekOf } from './warm-cases.ts';

/** Stops of a day that counts, searches that warm up the compiler, and how much longer a search is that a day is compared with. */
const LEAST_STOPS = 30;
const WARM_UP = 10;
const LONGER = 20;

interface Flags {
  readonly only?: readonly string[];
  readonly work: number;
  readonly seconds: number;
  readonly long: number;
  readonly seeds: readonly number[];
  readonly output: string;
}

const flags = program
  .name('npm run bench:warm --')
  .description('How soon, and how well, is a rep-day or a rep-week planned again after a change?')
  .option('--only <names>', `some of the territories: ${WARM_CASES.join()}`, namesOf)
  .option('--work <steps>', 'steps of the search of a rep-day', countOf, 1024)
  .option('--seconds <number>', 'processor seconds of the search of a rep-week', aboveZero, 2)
  .option('--long <number>', 'processor seconds of the search from nothing that it is compared with', aboveZero, 60)
  .option('--seeds <n>', 'changes of a rep-week, from seed 1 on', seedsUpTo, seedsUpTo('3'))
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

const stamp = runStamp();
console.log(stampLine(stamp));
const cases = WARM_CASES.filter((name) => flags.only?.includes(name) ?? true);
if (cases.length === 0) program.error(`There is no such territory. There are ${WARM_CASES.join(', ')}.`);
const days: ReturnType<typeof replanDays>[] = [];
const weeks: ReturnType<typeof replanWeek>[] = [];
for (const name of cases) {
  const problem = await repWeekOf(name);
  const before = searchWeek(problem, { seconds: flags.long, seed: 1 });
  days.push(replanDays(name, problem, before));
  for (const seed of flags.seeds) weeks.push(replanWeek(name, problem, { before, seed }));
}
console.log(
  `Rep-days of ${LEAST_STOPS} stops or more, one of them new, in ${flags.work} steps; loss against ${LONGER} times as many steps:`,
);
console.table(days);
console.log(
  `Rep-weeks in which a customer closes on the day of its visit: ${flags.seconds} s from the earlier plan, ${flags.long} s from none:`,
);
console.table(weeks);
writeResults(flags.output, 'warm', { stamp, settings: { ...flags }, days, weeks });

function replanDays(name: string, problem: Problem, before: Solution) {
  const stops = stopsOn(before, LEAST_STOPS);
  for (const stop of stops.slice(0, WARM_UP)) replanDay(problem, before, stop, flags.work);
  const all = stops.map((stop) => ({ stop, ...replanDay(problem, before, stop, flags.work) }));
  const losses = all
    .filter((_, i) => i % 4 === 0)
    .map(({ stop, cost }) => cost - replanDay(problem, before, stop, LONGER * flags.work).cost);
  const times = all.map(({ milliseconds }) => milliseconds);
  const at = (values: readonly number[], share: number) => Math.round(quantile(ascending(values), share));
  return {
    territory: name,
    changes: all.length,
    'p50 ms': at(times, 0.5),
    'p95 ms': at(times, 0.95),
    'median loss s': at(losses, 0.5),
    'p95 loss s': at(losses, 0.95),
  };
}

function replanWeek(name: string, whole: Problem, { before, seed }: { readonly before: Solution; readonly seed: number }) {
  const stops = stopsOn(before, 1);
  const problem = closedFor(whole, before, present(stops[(seed * 37) % stops.length], 'A stop'));
  const warm = searchWeek(problem, { seconds: flags.seconds, seed, initial: before }).cost;
  const cold = searchWeek(problem, { seconds: flags.seconds, seed }).cost;
  const long = searchWeek(problem, { seconds: flags.long, seed }).cost;
  const over = (cost: number) => `${(100 * (cost / long - 1)).toFixed(2)} %`;
  return { territory: name, seed, stops: stops.length, warm, long, 'warm over long': over(warm), 'cold over long': over(cold) };
}

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}
