import type { Command } from 'commander';
import { Findings } from '../contract/reading/findings.ts';
import { ruleTexts } from '../contract/policy/rule-texts.ts';
import { writePolicy } from '../contract/policy/write-policy.ts';
import { type PolicyOrigins, leftOut, listNames, originsIn } from '../domain/policy-entries.ts';
import { type ParamDocument, type RuleDocument, ruleDocuments } from '../contract/policy/rule-document.ts';
import { type Language, type Text, render } from '../kernel/text.ts';
import { type Seconds, formatDuration, inMinutes, minutes } from '../kernel/units.ts';
import { policyText } from '../publish/text/policy-text.ts';
import { indented, textTable } from '../publish/text/text-table.ts';
import { exitCodes } from './exit-codes.ts';
import { readLanguage, languageOption } from './options/option-values.ts';
import { policyOption, readPolicyNamed } from './policy-argument.ts';
import { policyErrors } from '../contract/policy/errors.ts';
import { valueErrors } from '../contract/reading/value-errors.ts';
import { PlanningError } from '../kernel/finding.ts';

interface RulesFlags {
  readonly policy?: string;
  readonly language: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  beatplan rules
  beatplan rules day/fewest-visits --language zh
  beatplan rules --policy tobacco
  beatplan rules --policy riverside/policy.json --json`;

/** Adds the command that lists and explains rules. */
export function addRules(program: Command, end: (code: number) => void): void {
  program
    .command('rules')
    .summary('list the rules, explain one, or show those of a policy')
    .description(
      'Lists the rules that a policy can use, or explains one with its parameters. With --policy, shows all that a policy holds to: what it takes from its preset, what it changes, and what it adds.',
    )
    .argument('[rule]', "a rule's id")
    .option(policyOption, 'show this policy')
    .addOption(languageOption())
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, flags: RulesFlags) => {
      const findings = new Findings();
      const language = readLanguage({ name: '--language', written: flags.language }, findings) ?? 'en';
      if (id !== undefined && flags.policy !== undefined) {
        findings.report(valueErrors.optionsConflict({ at: { file: '--policy' }, other: `the rule ${id}` }));
      }
      findings.refuse();
      if (flags.policy !== undefined) printPolicy(await readPolicyNamed(flags.policy), flags, language);
      else printRules(id, flags, language);
      end(exitCodes.done);
    });
}

function printRules(id: string | undefined, flags: RulesFlags, language: Language): void {
  const all = ruleDocuments();
  const shown = id === undefined ? all : [ruleOf(id, all)];
  if (flags.json === true) console.log(JSON.stringify(id === undefined ? shown : shown[0], null, 2));
  else console.log((id === undefined ? listed(shown, language) : shown.flatMap((rule) => explained(rule, language))).join('\n'));
}

function printPolicy(origins: PolicyOrigins, flags: RulesFlags, language: Language): void {
  const { policy } = origins;
  if (flags.json !== true) {
    console.log(policyText(origins, { language, ruleWords: ruleTexts }));
    return;
  }
  const lists = listNames.map((list) => [list, Object.fromEntries(originsIn(origins, list))]);
  console.log(JSON.stringify({ policy: writePolicy(policy), origins: Object.fromEntries(lists), leftOut: leftOut(origins) }, null, 2));
}

function ruleOf(id: string, all: readonly RuleDocument[]): RuleDocument {
  const found = all.find(({ rule }) => rule === id);
  if (found !== undefined) return found;
  throw new PlanningError([policyErrors.ruleUnknown({ at: { file: 'beatplan rules' }, value: id, choices: all.map(({ rule }) => rule) })]);
}

function listed(all: readonly RuleDocument[], language: Language): readonly string[] {
  const words = WORDS[language];
  const rows = all.map(({ rule, title, unit, canBeMust }) => [rule, title[language], stances(unit?.[language], canBeMust, language)]);
  return [...textTable([words.headings, ...rows], ['left', 'left', 'left']), '', words.more];
}

/** How a policy may hold to a rule: `must`, a price per unit, or either. */
function stances(unit: string | undefined, canBeMust: boolean, language: Language): string {
  const must = canBeMust || unit === undefined ? [language === 'zh' ? '必须' : 'must'] : [];
  const price = unit === undefined ? [] : [language === 'zh' ? `代价：每${unit}` : `priced per ${unit}`];
  return [...must, ...price].join(language === 'zh' ? ' 或 ' : ' or ');
}

function explained(document: RuleDocument, language: Language): readonly string[] {
  const { rule, title, about, unit, canBeMust, sentence, params } = document;
  const words = WORDS[language];
  const examples = examplesOf(document);
  const table = textTable([words.columns, ...params.map((param) => paramRow(param, language))], ['left', 'left', 'left', 'left']);
  return [
    `${rule} — ${title[language]}`,
    '',
    about[language],
    '',
    `${words.usual}${sentence[language]}`,
    `${words.stance}${stances(unit?.[language], canBeMust, language)}`,
    ...(params.length === 0 ? [] : ['', words.params, ...indented(table)]),
    '',
    examples.length > 1 ? words.examples : words.example,
    ...indented(examples),
    ...(unit === undefined
      ? []
      : [
          '',
          render(
            PRICE,
            { price: formatDuration(examplePrice(document)), minutes: inMinutes(examplePrice(document)), unit: unit[language] },
            language,
          ),
        ]),
  ];
}

const WORDS = {
  en: {
    headings: ['Rule', 'Title', 'A policy makes it'],
    more: 'The most important first. "beatplan rules <rule>" explains one.',
    usual: 'By default: ',
    stance: 'A policy makes it: ',
    params: 'Parameters:',
    columns: ['Name', 'Type', 'Default', 'Meaning'],
    example: 'In policy.json, under "rules":',
    examples: 'In policy.json, under "rules", one of:',
  },
  zh: {
    headings: ['规则', '名称', '制度可设'],
    more: '最重要的在前。“beatplan rules <规则>”可查看说明。',
    usual: '默认：',
    stance: '制度可设：',
    params: '参数：',
    columns: ['名称', '类型', '默认值', '含义'],
    example: 'policy.json 的 "rules" 中：',
    examples: 'policy.json 的 "rules" 中，任选其一：',
  },
} as const;

const PRICE: Text = {
  en: 'A price is working time: with {price}, each {unit} is as bad as {minutes} minutes of work.',
  zh: '代价以工作时间计：{price} 表示每{unit}相当于 {minutes} 分钟。',
};

/** Name, type with its range, default, meaning. */
function paramRow({ name, type, default: usual, least, most, options, about }: ParamDocument, language: Language): readonly string[] {
  const range = least === undefined && most === undefined ? '' : ` ${least ?? ''}–${most ?? ''}`;
  return [name, `${type}${range}${options === undefined ? '' : ` ${options.join(' | ')}`}`, JSON.stringify(usual), about[language]];
}

/** The rule as an entry of a policy: at a price, as a must, or whichever it can be. */
function examplesOf(document: RuleDocument): readonly string[] {
  const { rule, unit, canBeMust, params } = document;
  const entryOf = (...stance: readonly [string, unknown]) => {
    const fields = [['rule', rule], stance, ...params.map(({ name, default: usual }) => [name, usual])];
    return `{ ${fields.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')} }`;
  };
  const price = unit === undefined ? [] : [entryOf('price', formatDuration(examplePrice(document)))];
  return [...price, ...(canBeMust || unit === undefined ? [entryOf('must', true)] : [])];
}

/** A price of the right size: half an hour for a visit or a day, some more than itself for a minute. */
const examplePrice = ({ unit }: RuleDocument): Seconds => (unit?.en.startsWith('minute') === true ? minutes(2) : minutes(30));
