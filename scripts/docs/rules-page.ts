import { type ParamDocument, type RuleDocument, ruleDocuments } from '../../src/contract/policy/rule-document.ts';

/** docs/rules.md: every rule of the catalogue with what it means, its price and its parameters, in both languages. */
export function rulesPage(): string {
  const rules = ruleDocuments();
  return `${[introduction, overview(rules), ...rules.map(section)].join('\n\n')}\n`;
}

const introduction = `# Rules

<!-- Written by "npm run docs" from src/rules. Change the rules, not this file. -->

What a policy can ask of a plan, the most important first. A policy uses a rule by its id, says whether it *must* hold
or what breaking it costs, and sets the parameters that differ from their defaults:

\`\`\`json
[
  { "rule": "leg/walk-limit", "price": "PT90S", "most": "PT7M", "tag": "stated" },
  { "rule": "stop/closed-days", "must": true, "tag": "added" }
]
\`\`\`

A price is working time for each unit broken: here a minute walked beyond seven is as bad as ninety seconds of work. A
must is never broken; a visit that would break it is left out. The \`tag\` says whether the policy's source states the
rule, implies it (\`inferred\`), or somebody added it. To write a rule of your own, see [Add a rule](guides/add-a-rule.md).

制度按代号引用规则：\`must\` 表示必须遵守；\`price\` 表示每违反一个单位折算的工作时间；其余参数不写则取默认值。`;

function overview(rules: readonly RuleDocument[]): string {
  const rows = rules.map((rule) => `| [${rule.rule}](#${anchorOf(rule)}) | ${rule.title.en} | ${rule.title.zh} | ${stanceOf(rule)} |`);
  return table(['Rule', 'Title', '名称', 'How it holds'], rows);
}

/** The link of a heading, as GitHub and GitLab make it. */
const anchorOf = ({ rule }: RuleDocument): string => rule.replaceAll('/', '');

function stanceOf({ canBeMust, unit }: RuleDocument): string {
  if (unit === undefined) return 'must';
  return canBeMust ? 'must or priced' : 'priced';
}

function section(rule: RuleDocument): string {
  const { title, about, sentence, params } = rule;
  const parts = [
    `## ${rule.rule}`,
    `**${title.en}** · ${title.zh}`,
    `> ${sentence.en}<br>\n> ${sentence.zh}`,
    about.en,
    about.zh,
    priceLine(rule),
    ...(params.length === 0 ? [] : [parameterTable(params)]),
  ];
  return parts.join('\n\n');
}

function priceLine({ canBeMust, unit }: RuleDocument): string {
  if (unit === undefined) return 'Always a must. 只能设为必须。';
  const must = canBeMust ? { en: 'A must, or priced', zh: '可设为必须，或' } : { en: 'Priced', zh: '' };
  return `${must.en} for each *${unit.en}*. ${must.zh}按每*${unit.zh}*计代价。`;
}

function parameterTable(params: readonly ParamDocument[]): string {
  const rows = params.map(
    (param) => `| \`${param.name}\` | ${param.type} | ${rangeOf(param)} | \`${shown(param)}\` | ${param.about.en} | ${param.about.zh} |`,
  );
  return table(['Parameter', 'Type', 'Written as', 'Default', 'Meaning', '含义'], rows);
}

/** How values of a parameter are written: their unit, range or choices. */
function rangeOf({ type, least = 0, most, options = [] }: ParamDocument): string {
  switch (type) {
    case 'duration':
      return 'ISO 8601, such as `PT1H30M`';
    case 'clock':
      return 'hh:mm';
    case 'count':
      return most === undefined ? `${least} or more` : `${least} to ${most}`;
    case 'share':
      return '0 to 1';
    case 'flag':
      return '`true` or `false`';
    case 'choice':
      return options.map((option) => `\`${option}\``).join(', ');
    case 'words':
      return 'a list of texts';
    default:
      return type satisfies never;
  }
}

const shown = ({ default: value }: ParamDocument): string => (typeof value === 'string' ? value : JSON.stringify(value));

const table = (headings: readonly string[], rows: readonly string[]): string =>
  [`| ${headings.join(' | ')} |`, `|${' --- |'.repeat(headings.length)}`, ...rows].join('\n');
