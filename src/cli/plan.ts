import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { PlanningOptions, PlanningResult } from '../app/plan-territory.ts';
import { checkHorizon } from '../contract/check-horizon.ts';
import { Findings } from '../contract/findings.ts';
import { planDocument } from '../contract/plan-document.ts';
import { readRun } from '../contract/read-run.ts';
import { readTerritory } from '../contract/read-territory.ts';
import { placeOfEnd } from '../contract/territory-records.ts';
import { modeLabel, reasonText, ruleTitle } from '../contract/words.ts';
import type { Territory } from '../domain/territory.ts';
import { PlanningError, errors, refuse } from '../kernel/errors.ts';
import type { RepId } from '../kernel/ids.ts';
import type { Language } from '../kernel/text.ts';
import { planCsv } from '../publish/plan-csv.ts';
import { planText } from '../publish/plan-text.ts';
import type { PublishedPlan } from '../publish/published-plan.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { type HorizonOptions, addHorizonOptions, readHorizon } from './horizon-options.ts';
import { stoppable } from './interruption.ts';
import { language, languageOption, numberOption, timeBudget, wholeNumber } from './option-values.ts';
import { prepareFolder, writeFiles } from './output-folder.ts';
import { ProgressLine } from './progress-line.ts';
import { readFiles } from './read-files.ts';
import { runDocument } from './run-document.ts';
import type { Verbs } from './verbs.ts';

/** The options of `plan` as written. */
interface PlanFlags extends HorizonOptions {
  readonly policy?: string;
  readonly time?: string;
  readonly work?: string;
  readonly replay?: string;
  readonly seed: string;
  readonly workers: string;
  readonly output?: string;
  readonly json?: true;
  readonly language: string;
  readonly details?: true;
}

const EXAMPLES = `
Examples:
  beatplan plan fixtures/tobacco --from 2026-12-07 --days 5
  beatplan plan fixtures/tobacco --month 2026-12 --time 1m --output out --language zh
  beatplan plan fixtures/tobacco --from 2026-12-07 --work 2000000 --json > plan.json
${exitCodesHelp(['done', 'bug', 'badInput', 'requiredUnserved', 'interrupted'])}`;

/** Adds the command that plans a territory. */
export function addPlan(program: Command, verbs: Verbs, end: (code: number) => void): void {
  const command = program
    .command('plan')
    .summary('plan the visits of a territory')
    .description('Plans who visits whom, on which day, in which order, at what time and by what transport.')
    .argument('<territory>', 'a folder with territory.json, customers.csv and reps.csv, or one JSON file');
  addHorizonOptions(command)
    .option('--policy <preset>', "a preset to use instead of the territory's own policy")
    .option('--time <time>', 'how long to search: 10s, 2m (default: 10s)')
    .option('--work <n>', 'how much to search, instead of --time: the same everywhere, so that a plan can be repeated')
    .option('--replay <plan.json>', 'make the plan of that file again: with its seed and work, to the byte')
    .addOption(numberOption('--seed <n>', 'another seed gives another, about equally good plan', '1'))
    .addOption(
      new Option('--workers <n>', 'threads to search with; the plan does not depend on it').default(
        String(availableParallelism()),
        'one per core',
      ),
    )
    .option('-o, --output <folder>', 'write plan.json and plan.csv there')
    .option('--json', 'print the plan as JSON instead of for people')
    .addOption(languageOption())
    .option('--details', 'list every day stop by stop, also for more than a week')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, flags: PlanFlags) => end(await plan(path, flags, verbs)));
}

async function plan(path: string, flags: PlanFlags, verbs: Verbs): Promise<number> {
  const findings = new Findings();
  const settings = settingsOf(flags, findings);
  const horizonIn = readHorizon(flags, findings);
  findings.refuse();
  if (settings === null || horizonIn === null) return exitCodes.badInput;
  const recorded = flags.replay === undefined ? {} : await replayed(flags.replay);

  const files = await readFiles(path);
  const territory = readTerritory(files, flags.policy === undefined ? {} : { policy: flags.policy });
  const asked = horizonIn(territory.timeZone);
  checkHorizon(territory, asked.horizon, asked.at);
  if (flags.output !== undefined) await prepareFolder(flags.output);

  const startedAt = Temporal.Now.instant();
  const settled = { ...settings, ...recorded, horizon: asked.horizon, placeOfEnd: (rep: RepId) => placeOfEnd(files, rep) };
  const result = await search(territory, settled, verbs);
  const { visits } = result.kpis.total;
  if (visits === 0 && result.plan.unserved.length === 0) refuse([errors.nothingDue({ at: asked.at })]);

  await deliver({ result, territory, flags, language: settings.language, startedAt });
  return result.plan.unserved.some(({ required }) => required) ? exitCodes.requiredUnserved : exitCodes.done;
}

/** Seed and budget of the run that a plan file records. */
async function replayed(path: string): Promise<Pick<PlanningOptions, 'seed' | 'budget'>> {
  const recorded = readRun(await readFile(path, 'utf8').catch(() => ''));
  if (recorded !== null) return { seed: recorded.seed, budget: { replay: recorded.searches } };
  const example = '--replay out/plan.json';
  throw new PlanningError([
    errors.optionInvalid({ at: { file: '--replay' }, value: path, expected: 'a plan.json that beatplan wrote', example }),
  ]);
}

type Settings = Pick<PlanningOptions, 'seed' | 'budget' | 'workers'> & { readonly language: Language };

function settingsOf({ time, work, replay, ...flags }: PlanFlags, findings: Findings): Settings | null {
  const seed = wholeNumber({ name: '--seed', written: flags.seed }, 0, findings);
  const workers = wholeNumber({ name: '--workers', written: flags.workers }, 1, findings);
  const told = language({ name: '--language', written: flags.language }, findings);
  if (time !== undefined && work !== undefined) {
    findings.report(errors.optionsConflict({ at: { file: '--work' }, value: work, other: '--time' }));
  }
  const other = time === undefined ? '--work' : '--time';
  if (replay !== undefined && (time ?? work) !== undefined) {
    findings.report(errors.optionsConflict({ at: { file: '--replay' }, value: replay, other }));
  }
  const steps = work === undefined ? null : wholeNumber({ name: '--work', written: work }, 1, findings);
  const seconds = timeBudget({ name: '--time', written: time ?? '10s' }, findings);
  if (seed === null || workers === null || told === null || seconds === null) return null;
  return { seed, workers, language: told, budget: steps === null ? { seconds } : { work: steps } };
}

/** Searches with progress on the terminal, until done or stopped. */
async function search(
  territory: Territory,
  settings: Settings & Pick<PlanningOptions, 'horizon' | 'placeOfEnd'>,
  verbs: Verbs,
): Promise<PlanningResult> {
  const { language: told, ...options } = settings;
  const line = new ProgressLine(process.stderr, told);
  try {
    return await stoppable(
      (stop) => verbs.plan(territory, { ...options, stop, onProgress: (progress) => line.show(progress) }),
      (message) => {
        line.clear();
        console.error(message);
      },
    );
  } finally {
    line.clear();
  }
}

interface Delivery {
  readonly result: PlanningResult;
  readonly territory: Territory;
  readonly flags: PlanFlags;
  readonly language: Language;
  readonly startedAt: Temporal.Instant;
}

/** Prints the plan and writes the files asked for. */
async function deliver({ result, territory, flags, language: told, startedAt }: Delivery): Promise<void> {
  const { plan: planned, cost, kpis } = result;
  const published: PublishedPlan = {
    plan: planned,
    territory,
    cost,
    kpis,
    words: { reason: reasonText, rule: ruleTitle, mode: modeLabel },
  };
  const json = () => `${JSON.stringify(planDocument(planned, { territory, cost, kpis, run: runDocument(result, startedAt) }), null, 2)}\n`;
  process.stdout.write(flags.json === true ? json() : planText(published, { language: told, details: flags.details === true }));
  if (flags.output !== undefined) {
    const written = await writeFiles(flags.output, { 'plan.json': json(), 'plan.csv': planCsv(published, told) });
    console.error(`Written: ${written.join(', ')}`);
  }
}
