import type { Command } from 'commander';
import { Findings } from '../contract/findings.ts';
import { type ParamDocument, type RuleDocument, ruleDocuments } from '../contract/rule-document.ts';
import { PlanningError, errors } from '../kernel/errors.ts';
import type { Language } from '../kernel/text.ts';
import { indented, textTable } from '../publish/text-table.ts';
import { exitCodes } from './exit-codes.ts';
import { language } from './option-values.ts';

interface RulesFlags {
  readonly language: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  beatplan rules
  beatplan rules day/fewest-visits --language zh`;

/** Adds the command that tells the catalogue of rules. */
export function addRules(program: Command, end: (code: number) => void): void {
  program
    .command('rules')
    .summary('list the rules, or explain one')
    .description('Lists the rules that a policy can use, or explains one with its parameters.')
    .argument('[rule]', "a rule's id")
    .option('--language <language>', 'en or zh', 'en')
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES)
    .action((id: string | undefined, flags: RulesFlags) => {
      const findings = new Findings();
      const told = language({ name: '--language', written: flags.language }, findings);
      findings.refuse();
      const all = ruleDocuments();
      const asked = id === undefined ? all : [ruleOf(id, all)];
      if (flags.json === true) console.log(JSON.stringify(id === undefined ? asked : asked[0], null, 2));
      else
        console.log((id === undefined ? listed(asked, told ?? 'en') : asked.flatMap((rule) => explained(rule, told ?? 'en'))).join('\n'));
      end(exitCodes.done);
    });
}

function ruleOf(id: string, all: readonly RuleDocument[]): RuleDocument {
  const found = all.find(({ rule }) => rule === id);
  if (found !== undefined) return found;
  throw new PlanningError([errors.ruleUnknown({ at: { file: 'beatplan rules' }, value: id, known: all.map(({ rule }) => rule) })]);
}

function listed(all: readonly RuleDocument[], told: Language): readonly string[] {
  const rows = all.map(({ rule, title, unit, canBeMust }) => [rule, title[told], stances(unit?.[told], canBeMust, told)]);
  return textTable(rows, ['left', 'left', 'left']);
}

/** How a policy may hold to a rule: `must`, a price per unit, or either. */
function stances(unit: string | undefined, canBeMust: boolean, told: Language): string {
  const must = canBeMust || unit === undefined ? [told === 'zh' ? '必须' : 'must'] : [];
  const price = unit === undefined ? [] : [told === 'zh' ? `代价：每${unit}` : `price per ${unit}`];
  return [...must, ...price].join(told === 'zh' ? ' 或 ' : ' or ');
}

function explained(document: RuleDocument, told: Language): readonly string[] {
  const { rule, title, about, unit, canBeMust, sentence, params } = document;
  const words = WORDS[told];
  const table = textTable(
    params.map((param) => paramRow(param, told)),
    ['left', 'left', 'left', 'left'],
  );
  return [
    `${rule} — ${title[told]}`,
    '',
    about[told],
    '',
    `${words.usual}${sentence[told]}`,
    `${words.stance}${stances(unit?.[told], canBeMust, told)}`,
    ...(params.length === 0 ? [] : ['', words.params, ...indented(table)]),
    '',
    words.example,
    `  ${exampleOf(document)}`,
  ];
}

const WORDS = {
  en: { usual: 'By default: ', stance: 'A policy sets: ', params: 'Parameters:', example: 'In policy.json, under "rules":' },
  zh: { usual: '默认：', stance: '制度可设：', params: '参数：', example: 'policy.json 的 "rules" 中：' },
} as const;

/** Name, type with its range, default, meaning. */
function paramRow({ name, type, default: usual, least, most, options, about }: ParamDocument, told: Language): readonly string[] {
  const range = least === undefined && most === undefined ? '' : ` ${least ?? ''}–${most ?? ''}`;
  return [name, `${type}${range}${options === undefined ? '' : ` ${options.join(' | ')}`}`, JSON.stringify(usual), about[told]];
}

/** The rule as an entry of a policy. */
function exampleOf({ rule, unit, params }: RuleDocument): string {
  const stance = unit === undefined ? ['must', true] : ['price', 'PT30M'];
  const fields = [['rule', rule], stance, ...params.map(({ name, default: usual }) => [name, usual])];
  return `{ ${fields.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')} }`;
}
