import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { PlanningOptions } from '../../app/plan-territory.ts';
import type { Findings } from '../../contract/reading/findings.ts';
import { readRun } from '../../contract/plan/read-run.ts';
import type { Language } from '../../kernel/text.ts';
import { readLanguage, languageOption, numberOption, timeBudget, wholeNumber } from './option-values.ts';
import { isMissing, readText } from '../files/read-text.ts';
import { cliErrors } from '../errors.ts';
import { valueErrors } from '../../contract/reading/value-errors.ts';
import { PlanningError } from '../../kernel/finding.ts';

/** The options that say how to search, as written. */
export interface SearchFlags {
  readonly time?: string;
  readonly work?: string;
  readonly replay?: string;
  readonly seed: string;
  readonly workers: string;
  readonly language: string;
}

/** Adds the options that `settingsOf` reads. */
export const addSearchOptions = (command: Command): Command =>
  command
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
    .addOption(languageOption());

/** Seed and budget of the run that a plan file records. */
export async function replayed(path: string): Promise<Pick<PlanningOptions, 'seed' | 'budget' | 'explained'>> {
  const recorded = readRun(await recordedText(path));
  if (recorded !== null) {
    const { seed, searches, explained } = recorded;
    return { seed, budget: { replay: searches }, ...(explained === undefined ? {} : { explained }) };
  }
  const example = '--replay out/plan.json';
  throw new PlanningError([
    cliErrors.optionInvalid({ at: { file: '--replay' }, value: path, expected: 'a plan.json that beatplan wrote', example }),
  ]);
}

/** The text of a file of a plan; empty where there is none. */
async function recordedText(path: string): Promise<string> {
  try {
    return await readText(path, path);
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

/** Settings of the search, and the language of the output. */
export type Settings = Pick<PlanningOptions, 'seed' | 'budget' | 'workers'> & { readonly language: Language };

/** Reads the options, or gives null after findings. */
export function settingsOf({ time, work, replay, ...flags }: SearchFlags, findings: Findings): Settings | null {
  const seed = wholeNumber({ name: '--seed', written: flags.seed }, 0, findings);
  const workers = wholeNumber({ name: '--workers', written: flags.workers }, 1, findings);
  const language = readLanguage({ name: '--language', written: flags.language }, findings);
  if (time !== undefined && work !== undefined) {
    findings.report(valueErrors.optionsConflict({ at: { file: '--work' }, value: work, other: '--time' }));
  }
  const other = time === undefined ? '--work' : '--time';
  if (replay !== undefined && (time ?? work) !== undefined) {
    findings.report(valueErrors.optionsConflict({ at: { file: '--replay' }, value: replay, other }));
  }
  const steps = work === undefined ? null : wholeNumber({ name: '--work', written: work }, 1, findings);
  const seconds = timeBudget({ name: '--time', written: time ?? '10s' }, findings);
  if (seed === null || workers === null || language === null || seconds === null) return null;
  return { seed, workers, language, budget: steps === null ? { seconds } : { work: steps } };
}
