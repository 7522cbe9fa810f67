import { dirname, relative } from 'node:path';
import type { Command } from 'commander';
import type { PlanningOptions, PlanningResult } from '../app/plan-territory.ts';
import { runRecord } from '../app/run-record.ts';
import { settlePlan } from '../contract/territory/check-horizon.ts';
import { Findings } from '../contract/reading/findings.ts';
import { writePlan } from '../contract/plan/write-plan.ts';
import { modeName } from '../contract/policy/mode-name.ts';
import { reasonText, ruleSentence, ruleTitle } from '../contract/policy/rule-texts.ts';
import type { Territory } from '../domain/territory.ts';
import type { Language } from '../kernel/text.ts';
import { planText } from '../publish/text/plan-text.ts';
import type { PublishedPlan } from '../publish/published-plan.ts';
import { type AfterFlags, addAfterOption, readAfter } from './options/after-option.ts';
import { type StartFlags, addStartOptions, readStart, reportLeftOfStart } from './options/start-option.ts';
import { type TravelFlags, addTravelOptions, readTravelSources } from './options/travel-options.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { type HorizonOptions, addHorizonOptions, readHorizon, tellDaysOver } from './options/horizon-options.ts';
import { stoppable } from './interruption.ts';
import type { FolderLock } from './output/folder-lock.ts';
import { lockPrepared, prepareFolder, refuseForeign, writeFileSet } from './output/output-folder.ts';
import { planFileNames, planFiles } from './output/plan-files.ts';
import { ProgressLine } from './progress-line.ts';
import type { Contents } from './output/staging.ts';
import { type SearchFlags, type Settings, addSearchOptions, replayed, settingsOf } from './options/search-options.ts';
import {
  type TerritoryFlags,
  addTerritoryOptions,
  readTerritoryAt,
  reportDoubtfulPlaces,
  reportReading,
  territoryArgument,
} from './territory-argument.ts';
import type { Verbs, WithSources } from './verbs.ts';
import { PlanningError, formatFinding, refuse } from '../kernel/finding.ts';
import { visible } from '../kernel/control-characters.ts';

/** The options of `plan` as written. */
interface PlanFlags extends AfterFlags, HorizonOptions, SearchFlags, StartFlags, TerritoryFlags, TravelFlags {
  readonly output?: string;
  readonly force?: true;
  readonly json?: true;
  readonly details?: true;
  readonly strict?: true;
}

const EXAMPLES = `
Examples:
  beatplan plan fixtures/tobacco --from 2026-12-07 --days 5
  beatplan plan fixtures/tobacco --month 2026-12 --time 1m --output out --language zh
  beatplan plan fixtures/tobacco --from 2026-12-07 --work 20000 --json > plan.json
  beatplan plan fixtures/tobacco --from 2026-12-14 --days 5 --after plan.json
  beatplan plan fixtures/tobacco --from 2026-12-07 --start plan.json --fix 2026-12-07 --fix c012
${exitCodesHelp(['done', 'bug', 'badInput', 'requiredUnserved', 'outputFailed', 'interrupted'])}`;

/** Adds the command that plans a territory. */
export function addPlan(program: Command, verbs: Verbs, end: (code: number) => void): void {
  const command = program
    .command('plan')
    .summary('plan the visits of a territory')
    .description('Plans who visits whom, on which day, in which order, at what time and by what transport.')
    .argument(...territoryArgument);
  addTerritoryOptions(addTravelOptions(addSearchOptions(addStartOptions(addAfterOption(addHorizonOptions(command))))))
    .option(
      '-o, --output <folder>',
      'write the plan there: plan.html to look at, plan.json, .csv, .xlsx, .geojson, and a calendar for each rep',
    )
    .option('--force', 'replace files in that folder that beatplan did not write, or that have been changed since')
    .option('--json', 'print the plan as JSON instead of for people')
    .option('--details', 'list every day stop by stop, also for more than a week')
    .option('--strict', 'end with 3 when a required visit found no place, for scripts')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, flags: PlanFlags) => end(await plan(path, flags, verbs)));
}

async function plan(path: string, flags: PlanFlags, verbs: Verbs): Promise<number> {
  const findings = new Findings();
  const settings = settingsOf(flags, findings);
  const horizonIn = readHorizon(flags, findings);
  const sources = readTravelSources(flags, findings);
  findings.refuse();
  if (settings === null || horizonIn === null || sources === null) return exitCodes.badInput;
  const recorded = flags.replay === undefined ? {} : await replayed(flags.replay);

  const { territory: given, endPlaces, ...left } = await readTerritoryAt(path, flags);
  const chosen = horizonIn(given.timeZone);
  reportReading(left);
  reportDoubtfulPlaces(given);
  const { territory, horizon, findings: unplannable } = settlePlan(given, await readAfter(flags, given), chosen);
  refuse(unplannable);
  tellDaysOver(chosen.horizon, horizon);
  const start = await readStart(flags, territory);
  const lock = flags.output === undefined ? null : await prepareOutput(flags.output, territory, flags);
  try {
    return await planTo(lock, territory, {
      flags,
      settings: { ...settings, ...recorded, sources, horizon, endPlaces, start },
      verbs,
    });
  } finally {
    await lock?.release();
  }
}

/** What a plan of a territory is made with. */
interface Work {
  readonly flags: PlanFlags;
  readonly settings: Settings & Pick<WithSources<PlanningOptions>, 'horizon' | 'endPlaces' | 'start' | 'sources'>;
  readonly verbs: Verbs;
}

/** Searches, writes the files and prints the plan; returns the exit code. */
async function planTo(lock: FolderLock | null, territory: Territory, { flags, settings, verbs }: Work): Promise<number> {
  const startedAt = Temporal.Now.instant();
  const result = await search(territory, settings, verbs);
  const { visits } = result.kpis.total;
  // A quiet week is a plan, too: scripts that plan each week go on.
  if (visits === 0 && result.plan.unserved.length === 0) console.error('No visit is due on these days: the plan is empty.');

  reportLeftOfStart(result.run.leftOfStart ?? [], territory);
  const isWritten = await deliver({ result, territory, flags, language: settings.language, startedAt, lock });
  if (!isWritten) return exitCodes.outputFailed;
  const isShort = result.kpis.total.requiredUnserved > 0;
  return isShort && flags.strict === true ? exitCodes.requiredUnserved : exitCodes.done;
}

/** Finds out before the search whether the files of the plan can be written, and locks their folder. */
async function prepareOutput(folder: string, territory: Territory, { force }: PlanFlags): Promise<FolderLock> {
  await prepareFolder(folder);
  const lock = await lockPrepared(folder);
  try {
    await refuseForeign(folder, planFileNames(territory), { force: force === true });
    return lock;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Searches with progress on the terminal, until done or stopped. */
async function search(territory: Territory, settings: Work['settings'], verbs: Verbs): Promise<PlanningResult> {
  const { language, ...options } = settings;
  const line = new ProgressLine(process.stderr, language);
  try {
    const run = await verbs.plan(territory, { ...options, onProgress: (progress) => line.show(progress) });
    return await stoppable(run, (message) => {
      line.clear();
      console.error(message);
    });
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
  readonly lock: FolderLock | null;
}

/** Writes the files of the plan, then prints it. Prints it also when the files cannot be written, and returns false then. */
async function deliver({ result, territory, flags, language, startedAt, lock }: Delivery): Promise<boolean> {
  const { plan: planned, cost, kpis } = result;
  const published: PublishedPlan = {
    plan: planned,
    territory,
    cost,
    kpis,
    words: { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeName },
  };
  const json = () => `${JSON.stringify(writePlan(planned, { territory, cost, kpis, run: runRecord(result.run, startedAt) }), null, 2)}\n`;
  const isWritten = await writeTo(flags, lock, async () => ({
    'plan.json': json(),
    ...(await planFiles(published, { language, madeAt: startedAt })),
  }));
  process.stdout.write(flags.json === true ? json() : planText(published, { language, details: flags.details === true }));
  return isWritten;
}

/** Writes files into the output folder, if there is one. Returns false after findings, which it prints. */
async function writeTo({ output, force }: PlanFlags, lock: FolderLock | null, files: () => Promise<Contents>): Promise<boolean> {
  if (output === undefined) return true;
  try {
    const contents = await files();
    await lock?.check();
    const written = await writeFileSet(output, contents, { force: force === true });
    console.error(visible(`Written: ${summary(written, output).join(', ')}`));
    return true;
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    // On standard error with --json too: standard output has the plan.
    for (const finding of error.findings) console.error(formatFinding(finding));
    return false;
  }
}

/** The files of a folder one by one, and how many there are in each folder within. */
function summary(written: readonly string[], folder: string): readonly string[] {
  const byFolder = Map.groupBy(written, dirname);
  return [...byFolder].flatMap(([within, paths]) => (relative(folder, within) === '' ? paths : [`${paths.length} in ${within}`]));
}
