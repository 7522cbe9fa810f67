import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { program } from 'commander';
import { quantile } from '../http/load.ts';
import { aboveZero, countOf } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { Bodies, usualSizes } from './bodies.ts';
import type { HonestResult, HonestTask } from './honest-callers.ts';
import type { HostileTask } from './hostile-callers.ts';
import { endOpenPlans } from './open-plans.ts';
import { startService } from './service-under-load.ts';
import { type Tally, rowsOf } from './tally.ts';
import { barsOf } from './verdict.ts';

interface Flags {
  readonly minutes: number;
  readonly seed: number;
  readonly hostile: number;
  readonly honest: number;
  readonly quiet: number;
  readonly output: string;
}

const flags = program
  .name('npm run bench:hostile --')
  .description('Does the service serve honest callers while others send it everything that hurts? Exit code 1 when a bar is not met.')
  .option('--minutes <n>', 'length of the load', aboveZero, 30)
  .option('--seed <n>', 'another seed draws another mix', countOf, 1)
  .option('--hostile <n>', 'hostile callers', countOf, 18)
  .option('--honest <n>', 'honest callers', countOf, 2)
  .option('--quiet <seconds>', 'how long memory is watched after the load', aboveZero, 75)
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

/** Plans that the service keeps: its own default. */
const KEPT = 200;
const SAMPLE_SECONDS = 5;

const stamp = runStamp();
console.log(stampLine(stamp));
if (new Bodies(usualSizes).cases.length === 0) console.log('../shared/cases/http is absent: its bodies are left out.');

const service = await startService();
const { target } = service;
const [seconds, seed] = [flags.minutes * 60, flags.seed];
const memory = service.watch(SAMPLE_SECONDS);
const loads: number[] = [];
const loadTimer = setInterval(() => loads.push(loadavg()[0] ?? 0), 30_000);
const [hostile, honest] = await Promise.all([
  threadOf({ role: 'hostile', task: { target, callers: flags.hostile, seconds, seed, sizes: usualSizes } }),
  threadOf({ role: 'honest', task: { target, callers: flags.honest, seconds, seed, kept: KEPT } }),
]);
clearInterval(loadTimer);
const ended = await endOpenPlans(target);
console.log(`${ended} plans of hostile callers were still open and are stopped; ${flags.quiet} s of quiet follow.`);
await pause(flags.quiet * 1000);
memory.stop();
const isAlive = service.isAlive();
const exit = once(service.child, 'exit');
service.child.kill('SIGTERM');
const [exitCode] = await exit;

const bars = barsOf({ honest, hostile, memory: memory.samples, isAlive });
const breakdowns = [...honest.tally.breakdowns, ...hostile.breakdowns];
const load = {
  median: quantile(
    loads.toSorted((a, b) => a - b),
    0.5,
  ),
  most: Math.max(...loads),
};
const rows = [...rowsOf(honest.tally), ...rowsOf(hostile)];
console.table(rows);
console.table(bars);
console.log(
  `Honest: ${honest.plans.length} plans, ${honest.statuses.length} statuses, ${honest.refusals} refusals, ${honest.retired} retired.`,
);
console.log(`Load of the machine: median ${load.median.toFixed(1)}, most ${load.most.toFixed(1)}. SIGTERM: exit code ${exitCode}.`);
for (const complaint of honest.complaints) console.log(`Complaint: ${complaint}`);
for (const breakdown of breakdowns) console.log(`Breakdown: ${JSON.stringify(breakdown)}`);
const { refusals, retired, complaints } = honest;
writeResults(flags.output, 'hostile', {
  stamp,
  settings: flags,
  load,
  bars,
  kinds: rows,
  honest: { plans: honest.plans.length, refusals, retired, complaints },
  breakdowns,
  memory: memory.samples,
  exitCode,
});
process.exitCode = bars.every(({ met }) => met) ? 0 : 1;

/** Runs callers in a thread of their own, so that neither wait for the other's work. */
async function threadOf(work: { readonly role: 'hostile'; readonly task: HostileTask }): Promise<Tally>;
async function threadOf(work: { readonly role: 'honest'; readonly task: HonestTask }): Promise<HonestResult>;
async function threadOf(work: { readonly role: string; readonly task: unknown }): Promise<unknown> {
  const thread = new Worker(new URL(`./${work.role}-callers.ts`, import.meta.url), { workerData: work });
  const [result] = await once(thread, 'message');
  return result;
}
