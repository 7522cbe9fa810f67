import type { Command } from 'commander';
import type { CapacityCheck } from '../app/check-capacity.ts';
import { warningDocument } from '../contract/plan/warning-document.ts';
import { doubtLines } from '../publish/text/doubt-lines.ts';
import { warningLines } from '../publish/text/warning-lines.ts';
import { capacityDocument } from '../contract/plan/capacity-document.ts';
import { settlePlan } from '../contract/territory/check-horizon.ts';
import { Findings } from '../contract/reading/findings.ts';
import { formatVisitingHours } from '../contract/reading/visiting-hours.ts';
import { doubtsIn } from '../domain/doubts.ts';
import type { DayRange } from '../domain/calendar.ts';
import { type Finding, formatFinding, refuse } from '../kernel/finding.ts';
import type { Language } from '../kernel/text.ts';
import { capacityText } from '../publish/text/capacity-text.ts';
import { horizonName } from '../publish/phrases.ts';
import { territoryFacts } from '../publish/text/territory-facts.ts';
import { indented, textTable } from '../publish/text/text-table.ts';
import { type AfterFlags, addAfterOption, readAfter } from './options/after-option.ts';
import { type TravelFlags, addTravelOptions, readTravelSources } from './options/travel-options.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { type HorizonOptions, addHorizonOptions, readHorizon, tellDaysOver } from './options/horizon-options.ts';
import { readLanguage, languageOption } from './options/option-values.ts';
import {
  type ReadTerritory,
  type TerritoryFlags,
  addTerritoryOptions,
  readTerritoryAt,
  reportReading,
  territoryArgument,
} from './territory-argument.ts';
import type { Verbs } from './verbs.ts';

interface ValidateFlags extends AfterFlags, HorizonOptions, TerritoryFlags, TravelFlags {
  readonly language: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  beatplan validate fixtures/tobacco
  beatplan validate fixtures/tobacco --month 2026-12 --language zh
  beatplan validate my-territory.json --policy tobacco --json
${exitCodesHelp(['done', 'bug', 'badInput'])}`;

/** Adds the command that checks a territory: lists all findings, or its facts and whether the reps have enough hours. */
export function addValidate(program: Command, verbs: Verbs, end: (code: number) => void): void {
  const command = program
    .command('validate')
    .summary('check the files of a territory, and whether its reps have enough hours')
    .description(
      'Reads a territory and lists all findings, each with file, row and column. Without findings, prints a summary and whether the reps have enough hours for the visits due. Then tries each due visit alone on empty days and warns of those that can never fit, and of promises that fall on leave. Warnings are no errors.',
    )
    .argument(...territoryArgument);
  addTerritoryOptions(addTravelOptions(addAfterOption(addHorizonOptions(command))))
    .option('--json', 'print as JSON instead of for people')
    .addOption(languageOption())
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, flags: ValidateFlags) => {
      await validate(path, flags, verbs);
      end(exitCodes.done);
    });
}

async function validate(path: string, flags: ValidateFlags, verbs: Verbs): Promise<void> {
  const findings = new Findings();
  const language = readLanguage({ name: '--language', written: flags.language }, findings) ?? 'en';
  const horizonIn = readHorizon(flags, findings);
  const sources = readTravelSources(flags, findings);
  findings.refuse();
  if (horizonIn === null || sources === null) return;

  const read = await readTerritoryAt(path, flags);
  const { endPlaces } = read;
  const chosen = horizonIn(read.territory.timeZone);
  const earlier = await readAfter(flags, read.territory);
  const { territory, horizon, findings: unplannable } = settlePlan(read.territory, earlier, chosen);
  // Files are sound even if nobody works next week. Days that an option names are checked.
  if (!chosen.isUsual) refuse(unplannable);
  const check = unplannable.length > 0 ? null : await verbs.capacity(territory, { horizon, endPlaces, sources });
  const checked = { ...read, horizon, unplannable, check };
  if (flags.json !== true) reportReading(read);
  tellDaysOver(chosen.horizon, horizon);
  console.log(flags.json === true ? JSON.stringify(checkedDocument(checked), null, 2) : checkedText(checked, language));
}

/** A sound territory with its capacity. */
interface Checked extends Pick<ReadTerritory, 'territory' | 'skipped' | 'tables'> {
  readonly horizon: DayRange;
  /** Why the days cannot be looked at. */
  readonly unplannable: readonly Finding[];
  /** Null where they cannot. */
  readonly check: CapacityCheck | null;
}

function checkedDocument({ territory, skipped, tables, unplannable, check }: Checked) {
  const facts = territoryFacts(territory, { language: 'en', hours: formatVisitingHours });
  return {
    findings: [],
    skipped,
    tables,
    doubts: doubtsIn(territory),
    facts: Object.fromEntries(facts.map(({ fact, text }) => [fact, text])),
    ...(check === null
      ? { unchecked: unplannable }
      : { capacity: capacityDocument(check.capacity), warnings: check.warnings.map(warningDocument) }),
  };
}

function checkedText({ territory, skipped, horizon, unplannable, check }: Checked, language: Language): string {
  const facts = territoryFacts(territory, { language, hours: formatVisitingHours });
  const table = textTable(
    facts.map((fact) => [fact.label, fact.text]),
    ['left', 'left'],
  );
  const unchecked = [
    WORDS.unchecked[language].replace('{horizon}', horizonName(horizon, language)),
    ...indented(unplannable.map(formatFinding)),
  ];
  const hours = check === null ? unchecked : [capacityText(check.capacity, territory, language)];
  const warnings = check === null ? [] : warningLines(check.warnings, territory, language);
  const doubts = doubtLines(doubtsIn(territory), language);
  return [(skipped.length > 0 ? WORDS.rest : WORDS.sound)[language], '', ...table, '', ...hours, ...warnings, ...doubts].join('\n');
}

const WORDS = {
  sound: { en: 'No findings.', zh: '未发现数据问题。' },
  rest: { en: 'No findings in the other rows.', zh: '其余各行未发现数据问题。' },
  unchecked: { en: 'Visits due were not held against hours, {horizon}:', zh: '未核对应访任务与工时（{horizon}）：' },
} as const;
