/**
 * Prints the processor time of one call of each case in a checkout, as one JSON object: microseconds by subject and case.
 * Called as `time-cases.ts FOLDER MILLISECONDS SUBJECT…`; without subjects, all are timed.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MicroCase, MicroSubject } from './micro-case.ts';

const [folder = '.', milliseconds = '500', ...only] = process.argv.slice(2);
const most = Number(milliseconds) * 1000;
const subjectsFile = pathToFileURL(join(folder, 'bench/micro/micro-subjects.ts')).href;
const { microSubjects }: { readonly microSubjects: readonly MicroSubject[] } = await import(subjectsFile);
const times: Record<string, number> = {};
for (const { name, make } of microSubjects) {
  const cases = only.length === 0 || only.includes(name) ? await make() : null;
  for (const one of cases ?? []) times[`${name}: ${one.name}`] = await timeOf(one);
}
console.log(JSON.stringify(times));

/** Microseconds of processor time that a call takes on average, after half as long a warm-up. */
async function timeOf({ run }: MicroCase): Promise<number> {
  const warm = processorTime() + most / 2;
  while (processorTime() < warm) await run();
  const from = processorTime();
  let calls = 0;
  for (let now = from; now < from + most; now = processorTime()) {
    await run();
    calls++;
  }
  return (processorTime() - from) / calls;
}

/** Microseconds that this thread has run: other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}
