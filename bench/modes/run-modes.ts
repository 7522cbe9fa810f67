import { Option, program } from 'commander';
import { countOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { medianOf } from '../report/spread.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { type Equipment, type ModeCase, equip, modeCases } from './mode-cases.ts';
import { type Search, problemsOf, searchOnce } from './search-once.ts';

interface Flags {
  readonly steps: number;
  readonly seeds: readonly number[];
  readonly only?: readonly string[];
  readonly output: string;
}

const names = modeCases.map(({ name }) => name).join();
const flags = program
  .name('npm run bench:modes --')
  .description('What does a choice of modes cost in speed, and what does it save against the best single mode?')
  .option('--steps <n>', 'steps of each search', countOf, 20_000)
  .addOption(new Option('--seeds <n>', 'searches of each equipment, from seed 1 on').argParser(seedsUpTo).default(seedsUpTo('3'), '3'))
  .option('--only <names>', `some of the territories: ${names}`, namesOf)
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

/** What the searches of one equipment came to. */
interface Outcome {
  readonly territory: string;
  readonly equipment: string;
  readonly kind: Equipment['kind'];
  readonly searches: readonly Search[];
  readonly cost: number;
  readonly stepsPerSecond: number;
  /** Over the first single mode's, each seed against its own. */
  readonly pace: number;
  /** Cost over the best single mode's, in percent. */
  readonly saved: number;
}

const { steps, seeds } = flags;
const stamp = runStamp();
console.log(stampLine(stamp));
const outcomes: Outcome[] = [];
for (const one of modeCases.filter(({ name }) => flags.only?.includes(name) ?? true)) outcomes.push(...(await compare(one)));
console.table(
  outcomes.map(({ territory, equipment, kind, cost, stepsPerSecond, pace, saved }) => ({
    territory,
    equipment,
    kind,
    'steps/s': Math.round(stepsPerSecond),
    'of single': pace.toFixed(2),
    cost,
    'against the best single %': saved.toFixed(1),
  })),
);
writeResults(flags.output, 'modes', { stamp, settings: { steps, seeds }, outcomes });

/** Equipment after equipment for each seed, so that a machine that is slower for a while is so for all. */
async function compare(one: ModeCase): Promise<readonly Outcome[]> {
  const problems = await Promise.all(one.equipments.map(async (equipment) => problemsOf(await equip(one, equipment), one.horizon)));
  for (const each of problems) searchOnce(each, { steps: Math.ceil(steps / 10), seed: 99 });
  const runs = problems.map((): Search[] => []);
  for (const seed of seeds) problems.forEach((each, e) => runs[e]?.push(searchOnce(each, { steps, seed })));
  const costs = runs.map((searches) => medianOf(searches.map(({ cost }) => cost)));
  const best = Math.min(...one.equipments.map(({ kind }, e) => (kind === 'single' ? (costs[e] ?? Infinity) : Infinity)));
  return one.equipments.map(({ name, kind }, e): Outcome => {
    const searches = runs[e] ?? [];
    const cost = costs[e] ?? Number.NaN;
    return {
      territory: one.name,
      equipment: name,
      kind,
      searches,
      cost,
      stepsPerSecond: medianOf(searches.map(({ stepsPerSecond }) => stepsPerSecond)),
      pace: medianOf(searches.map(({ stepsPerSecond }, n) => stepsPerSecond / (runs[0]?.[n]?.stepsPerSecond ?? Number.NaN))),
      saved: 100 * (cost / best - 1),
    };
  });
}
