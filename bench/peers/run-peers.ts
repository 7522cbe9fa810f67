import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Option, program } from 'commander';
import { curveCases } from '../curves/curve-cases.ts';
import { curveSolver } from '../curves/curve-solver.ts';
import { BENCHMARKS, SETS, fixedSet, missingFiles } from '../public/fixed-list.ts';
import { routingText } from '../public/read-routing.ts';
import { runInTurn } from '../public/run-in-turn.ts';
import { type Solver, canBindToCore, publicSolver } from '../public/solver-process.ts';
import { aboveZero, coresOf, namesOf, seedsUpTo } from '../report/options.ts';
import { runStamp, stampLine } from '../report/run-stamp.ts';
import { RESULTS, writeResults } from '../report/write-results.ts';
import { coreOf } from './common-core.ts';
import { coreTerritories } from './core-territories.ts';
import { MISSING_RULES } from './full-problem.ts';
import { type PeerCase, peerFaults, peerRows, summarizeCase } from './peer-summary.ts';
import { PEERS, fullPeerSolver, hasPeers, peerSolver } from './peers.ts';

interface Flags {
  readonly folder: string;
  readonly seconds: number;
  readonly seeds: readonly number[];
  readonly table: readonly string[];
  readonly only?: readonly string[];
  readonly peers: readonly string[];
  readonly core: readonly number[];
  readonly output: string;
}

/** Sets that peers can solve as they are; the common core of our territories; their weeks in full. */
const TABLES = [...SETS.filter((set) => set !== 'pvrp'), 'core', 'full'] as const;
/** Whole weeks are compared on demand only: there the others lack most of the rules. */
const USUAL = TABLES.filter((table) => table !== 'full');

const flags = program
  .name('npm run bench:peers --')
  .description('How good is the search against PyVRP, OR-Tools and VROOM with the same budget on the same core?')
  .option('--folder <path>', 'where the public instances are', BENCHMARKS)
  .option('--seconds <n>', 'processor seconds of each run; of the core, of all days of a territory together', aboveZero, 10)
  .addOption(new Option('--seeds <n>', 'runs on each instance, from seed 1 on').argParser(seedsUpTo).default(seedsUpTo('1'), '1'))
  .option('--table <names>', `some of the tables: ${TABLES.join()}`, namesOf, USUAL)
  .option('--only <names>', 'some of the instances or territories: R211,tobacco', namesOf)
  .option('--peers <names>', `some of the peers: ${PEERS.join()}`, namesOf, PEERS)
  .addOption(new Option('--core <numbers>', 'the core to run on, from 1').argParser(coresOf).default(coresOf('1'), '1'))
  .option('--output <folder>', 'where the results go', RESULTS)
  .parse()
  .opts<Flags>();

if (!hasPeers()) program.error('The peers are not installed. Install them with npm run peers:install, which needs Python 3.11.');
const { seconds, seeds } = flags;
const folder = resolve(flags.folder);
const cores = canBindToCore() ? flags.core : [null];
const peers = PEERS.filter((peer) => flags.peers.includes(peer)).map(peerSolver);
const isWanted = (name: string) => flags.only?.includes(name) ?? true;
const publicTables = SETS.filter((set) => set !== 'pvrp' && flags.table.includes(set));
if (publicTables.length > 0 && !existsSync(folder)) program.error(`The instances are not here: there is no ${folder}.`);

const stamp = runStamp();
console.log(stampLine(stamp));
console.log(
  readFileSync(join(import.meta.dirname, 'requirements.txt'), 'utf8')
    .trim()
    .split('\n')
    .join(', '),
);
console.log(`Gaps of the medians in percent; ${seconds} processor seconds, ${seeds.length} seeds`);
const scratch = mkdtempSync(join(tmpdir(), 'beatplan-core-'));
const tables: Awaited<ReturnType<typeof compare>>[] = [];
try {
  for (const set of publicTables) {
    const entries = fixedSet(set, folder).filter(({ name }) => isWanted(name));
    const missing = missingFiles(entries);
    if (missing.length > 0) program.error(`Instances are missing: ${missing.join(', ')}.`);
    const cases = entries.map(({ name, file, reference }): PeerCase => ({ name, files: [file], reference }));
    if (cases.length > 0) tables.push(await compare(set, cases, [publicSolver(set), ...peers]));
  }
  if (flags.table.includes('core')) {
    const cases: PeerCase[] = [];
    for (const { name, territory } of coreTerritories().filter((one) => isWanted(one.name)))
      cases.push(writeCore(name, await coreOf(name, await territory())));
    const withDays = cases.filter(({ files }) => files.length > 0);
    tables.push(await compare('core', withDays, [publicSolver('core'), ...peers]));
  }
  if (flags.table.includes('full')) {
    const weeks = curveCases.filter(({ name }) => name.endsWith('-week') && isWanted(name));
    const cases = weeks.map(({ name }): PeerCase => ({ name, files: [name], reference: null }));
    console.log(`full: PyVRP alone, without ${MISSING_RULES}. Visits that our rules forbid where PyVRP has them count as unserved.`);
    tables.push(await compare('full', cases, [curveSolver, fullPeerSolver('pyvrp')]));
  }
} finally {
  rmSync(scratch, { recursive: true });
}
writeResults(flags.output, 'peers', { stamp, settings: { seconds, seeds, cores, peers: flags.peers }, tables });

function writeCore(name: string, days: Awaited<ReturnType<typeof coreOf>>): PeerCase {
  const files = days.map((instance) => {
    const file = join(scratch, `${instance.name}.json`);
    writeFileSync(file, routingText(instance));
    return file;
  });
  return { name, files, reference: null };
}

async function compare(table: string, cases: readonly PeerCase[], solvers: readonly Solver[]) {
  const perCase = await Array.fromAsync(cases, (one) =>
    runInTurn({
      entries: one.files.map((file) => ({ name: one.name, file })),
      seeds,
      // The days of a territory share its budget.
      seconds: seconds / one.files.length,
      cores,
      solvers,
      onRun: (solver, { seed }, { best, bad, elapsed }) =>
        console.error(`${one.name} ${solver.name} seed ${seed}: ${best ?? bad} in ${elapsed} s`),
    }),
  );
  const runs = perCase.flat();
  const summaries = cases.map((one) => summarizeCase(one, runs));
  const faults = peerFaults(runs);
  console.log(table);
  console.table(peerRows(summaries));
  console.log(faults.length === 0 ? 'All runs are valid.' : `Invalid runs:\n  ${faults.join('\n  ')}`);
  return { table, cases: summaries, faults, runs: runs.map(({ file, solver, run }) => ({ file, solver: solver.name, ...run })) };
}
