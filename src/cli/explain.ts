import type { Command } from 'commander';
import { Findings } from '../contract/reading/findings.ts';
import { documentSource, partOf } from '../contract/reading/source.ts';
import { modeName } from '../contract/policy/mode-name.ts';
import { reasonText, ruleSentence, ruleTitle } from '../contract/policy/rule-texts.ts';
import { explanationDocument } from '../contract/plan/explanation-document.ts';
import { readPlan } from '../contract/plan/read-plan.ts';
import { writePlan } from '../contract/plan/write-plan.ts';
import type { Plan } from '../domain/plan.ts';
import type { Territory } from '../domain/territory.ts';
import { PlanningError, refuse } from '../kernel/finding.ts';
import type { Language } from '../kernel/text.ts';
import { unservedLines } from '../publish/text/plan-text-unserved.ts';
import { phrases } from '../publish/phrases.ts';
import { cliErrors } from './errors.ts';
import { type TravelFlags, addTravelOptions, readTravelSources } from './options/travel-options.ts';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import { readLanguage, languageOption } from './options/option-values.ts';
import { readText } from './files/read-text.ts';
import { type TerritoryFlags, addTerritoryOptions, readTerritoryAt, reportReading, territoryArgument } from './territory-argument.ts';
import type { Verbs } from './verbs.ts';

interface ExplainFlags extends TerritoryFlags, TravelFlags {
  readonly visit?: readonly string[];
  readonly language: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  beatplan explain fixtures/tobacco out/plan.json
  beatplan explain fixtures/tobacco out/plan.json --visit c012/weekly/2026-12-07/1
${exitCodesHelp(['done', 'bug', 'badInput'])}`;

/** Adds the command that gives the reasons that a plan does not have yet. */
export function addExplain(program: Command, verbs: Verbs, end: (code: number) => void): void {
  const command = program
    .command('explain')
    .summary('say why a plan leaves visits out')
    .description('Gives the reason for each visit that a plan leaves out, also for those that the plan does not explain yet.')
    .argument(...territoryArgument)
    .argument('<plan.json>', 'the plan, as beatplan wrote it for this territory');
  addTerritoryOptions(addTravelOptions(command))
    .option('--visit <id...>', 'explain these visits only, by the ids that the plan gives them')
    .option('--json', 'print as JSON instead of for people')
    .addOption(languageOption())
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, file: string, flags: ExplainFlags) => {
      await explain(path, file, { flags, verbs });
      end(exitCodes.done);
    });
}

interface Call {
  readonly flags: ExplainFlags;
  readonly verbs: Verbs;
}

async function explain(path: string, file: string, { flags, verbs }: Call): Promise<void> {
  const findings = new Findings();
  const language = readLanguage({ name: '--language', written: flags.language }, findings) ?? 'en';
  const sources = readTravelSources(flags, findings);
  findings.refuse();
  if (sources === null) return;
  const { territory, endPlaces, ...left } = await readTerritoryAt(path, flags);
  reportReading(left);
  const given = await readPlanFile(file, territory);
  const wanted = new Set(flags.visit ?? given.unserved.map(({ visit }): string => visit));
  refuse(
    [...wanted]
      .filter((id) => !given.unserved.some(({ visit }) => visit === id))
      .map((id) =>
        cliErrors.optionInvalid({
          at: { file: '--visit' },
          value: id,
          expected: 'a visit that the plan leaves out',
          example: given.unserved[0]?.visit ?? 'c1/monthly/1',
        }),
      ),
  );
  const chosen: Plan = { ...given, unserved: given.unserved.filter(({ visit }) => wanted.has(visit)) };
  const { plan, cost, kpis } = await verbs.explain(chosen, territory, { horizon: given.horizon, endPlaces, sources });
  if (flags.json === true) {
    console.log(JSON.stringify(explanationDocument(writePlan(plan, { territory, cost, kpis, run: {} }).plan), null, 2));
    return;
  }
  const words = { reason: reasonText, rule: ruleTitle, sentence: ruleSentence, mode: modeName };
  const lines = unservedLines({ plan, territory, cost, kpis, words }, language);
  console.log([...lines, ...pullForwardLines(plan, language)].join('\n'));
}

function pullForwardLines({ unserved }: Plan, language: Language): readonly string[] {
  const count = unserved.filter(({ need }) => need === 'pull-forward').length;
  return count === 0 ? [] : [`${phrases.pullForward[language]}: ${count}`];
}

/** Reads a plan document, such as `plan.json`. */
async function readPlanFile(file: string, territory: Territory): Promise<Plan> {
  const findings = new Findings();
  const plan = readPlan(partOf(documentSource(file, parsed(await readText(file, file), file)), 'plan'), territory, findings);
  findings.refuse();
  if (plan === null) throw new PlanningError([]);
  return plan;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlanningError([
      cliErrors.optionInvalid({ at: { file }, expected: 'a plan.json that beatplan wrote', example: 'out/plan.json' }),
    ]);
  }
}
