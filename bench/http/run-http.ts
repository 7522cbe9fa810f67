import { constants, setPriority } from 'node:os';
import { program } from 'commander';
import { z } from 'zod';
import { generateTerritory } from '../../tools/generate/generate-territory.ts';
import { specFor } from '../../tools/generate/spec-for.ts';
import { fixtureFiles } from '../../test/support/fixture-territory.ts';
import { aboveZero, countOf } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { quantile, steadyLoad } from './load.ts';
import { type Served, ended, served } from './served.ts';

interface Flags {
  readonly seconds: number;
  readonly rate: number;
  readonly burst: number;
  readonly output: string;
}

const flags = program
  .name('npm run bench:http --')
  .description('Does the service answer while all its threads search, when too many ask at once, and with a plan of 20,000 stops?')
  .option('--seconds <n>', 'length of the steady load', aboveZero, 30)
  .option('--rate <n>', 'requests a second of the steady load', countOf, 100)
  .option('--burst <n>', 'plan requests at once', countOf, 200)
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

// What asks must not take the time of what answers.
setPriority(constants.priority.PRIORITY_LOW);
const stamp = runStamp();
console.log(stampLine(stamp));

const service = await served();
const reads = await readsWhileSearching(service);
const burst = await burstOfRequests(service);
const large = await largePlan(service);
const code = await ended(service);
console.table([reads, burst, ...large]);
console.log(`SIGTERM: exit code ${code}`);
writeResults(flags.output, 'http', { stamp, settings: flags, reads, burst, large });

interface Answer {
  readonly status: number;
  readonly plan: string;
}

async function ask(body: unknown): Promise<Answer> {
  const response = await fetch(`${service.url}/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  if (response.status === 503 && response.headers.get('retry-after') === null) throw new Error('A refusal without Retry-After.');
  return { status: response.status, plan: `${service.url}${response.headers.get('location') ?? ''}` };
}

async function stateOf(plan: string): Promise<string> {
  return z.object({ state: z.string() }).parse(await (await fetch(`${plan}/solve`)).json()).state;
}

/** Waits until a plan has ended, and gives its state. */
async function endOf(plan: string): Promise<string> {
  for (;;) {
    const state = await stateOf(plan);
    if (state !== 'queued' && state !== 'solving') return state;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Status and plan are read at a steady pace while all threads search. */
async function readsWhileSearching({ figures }: Served) {
  const request = {
    files: Object.fromEntries(fixtureFiles('tobacco')),
    from: '2026-12-07',
    days: 5,
    time: `PT${Math.ceil(flags.seconds) + 30}S`,
  };
  const { plan } = await ask(request);
  while ((await fetch(plan)).status !== 200);
  await figures();
  const { sent, statuses, times } = await steadyLoad([`${plan}/solve`, plan], { perSecond: flags.rate, seconds: flags.seconds });
  const state = await stateOf(plan);
  const { p99, most, megabytes } = await figures();
  await fetch(`${plan}/solve`, { method: 'DELETE' });
  await endOf(plan);
  return {
    case: `${flags.rate}/s of status and plan, ${state}`,
    ...figuresOf({ sent, statuses, times }),
    ...loop({ p99, most, megabytes }),
  };
}

/** Many ask for plans at once. */
async function burstOfRequests({ figures }: Served) {
  await figures();
  const request = { files: Object.fromEntries(fixtureFiles('ladder-1x5d')), from: '2026-12-07', days: 5, work: 300 };
  const at = performance.now();
  const answers = await Promise.all(
    Array.from({ length: flags.burst }, async (_, seed) => {
      const begun = performance.now();
      return { ...(await ask({ ...request, seed })), time: performance.now() - begun };
    }),
  );
  const accepted = answers.filter(({ status }) => status === 202);
  const ends = new Map<string, number>();
  for (const { plan } of accepted) {
    const state = await endOf(plan);
    ends.set(state, (ends.get(state) ?? 0) + 1);
  }
  const seconds = (performance.now() - at) / 1000;
  const statuses = countsOf(answers.map(({ status }) => status));
  const times = answers.map(({ time }) => time).toSorted((a, b) => a - b);
  const ended = [...ends].map(([state, count]) => `${count} ${state}`).join(', ');
  return {
    case: `${flags.burst} plan requests at once: ${ended} in ${seconds.toFixed(0)} s`,
    ...figuresOf({ sent: answers.length, statuses, times }),
    ...loop(await figures()),
  };
}

/** A plan of more than 20,000 stops is planned, then read whole and in pages. */
async function largePlan({ figures }: Served) {
  const { files } = generateTerritory(specFor({ name: 'ladder-100x1m', seed: 1, customers: 9000, reps: 100 }));
  const wanted = Object.entries(files).filter(([name]) => /^(territory\.json|.*\.csv|holidays\/.*)$/.test(name));
  await figures();
  const { plan } = await ask({ files: Object.fromEntries(wanted), month: '2026-12', time: 'PT5S' });
  const state = await endOf(plan);
  const planned = { case: `100 reps for a month: ${state}`, ...loop(await figures()) };
  const whole = await read(plan);
  const stops = z.object({ plan: z.object({ days: z.array(z.object({ stops: z.array(z.unknown()) })) }) }).parse(JSON.parse(whole.text));
  const count = stops.plan.days.reduce((sum, day) => sum + day.stops.length, 0);
  for (let n = 0; n < 9; n++) await read(plan);
  const asWhole = {
    case: `${count} stops whole, ten times: ${(whole.text.length / 1e6).toFixed(0)} MB in ${whole.time.toFixed(0)} ms`,
    ...loop(await figures()),
  };
  let pages = 0;
  for (let next: string | undefined = '/days?limit=100'; next !== undefined; pages++) {
    const { text } = await read(next.startsWith('/v1') ? `${service.url}${next}` : `${plan}${next}`);
    next = z.object({ next: z.string().optional() }).parse(JSON.parse(text)).next;
  }
  return [planned, asWhole, { case: `the same in ${pages} pages`, ...loop(await figures()) }];
}

async function read(url: string) {
  const at = performance.now();
  const text = await (await fetch(url)).text();
  return { text, time: performance.now() - at };
}

function countsOf(statuses: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function figuresOf({ sent, statuses, times }: Awaited<ReturnType<typeof steadyLoad>>) {
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  return { sent, answers: answers.join(', '), 'median ms': Math.round(quantile(times, 0.5)), 'p99 ms': Math.round(quantile(times, 0.99)) };
}

function loop({ p99, most, megabytes }: Awaited<ReturnType<Served['figures']>>) {
  return { 'loop p99 ms': Number(p99.toFixed(1)), 'loop most ms': Number(most.toFixed(1)), 'RSS MB': Math.round(megabytes) };
}
