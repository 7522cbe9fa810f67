import type { Param, ParamValue } from '../../kernel/params.ts';
import type { Text } from '../../kernel/text.ts';
import { formatClock, formatDuration, seconds } from '../../kernel/units.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { sentenceText } from './rule-texts.ts';

/** A rule of the catalogue as plain JSON. */
export interface RuleDocument {
  readonly rule: string;
  readonly title: Text;
  readonly about: Text;
  /** The unit in which breaches are counted; absent where the rule can only be a must. */
  readonly unit?: Text;
  readonly canBeMust: boolean;
  /** The rule as a sentence, with the defaults of its parameters. */
  readonly sentence: Text;
  readonly params: readonly ParamDocument[];
}

/** A parameter of a rule, as a policy writes it. */
export interface ParamDocument {
  readonly name: string;
  readonly type: Param['type'];
  readonly default: ParamValue;
  readonly least?: number;
  readonly most?: number;
  readonly options?: readonly string[];
  readonly about: Text;
}

/** All rules, in the order of the catalogue. */
export const ruleDocuments = (): readonly RuleDocument[] => rules.map(ruleDocument);

function ruleDocument({ id, title, about, unit, canBeMust, params, sentence }: Rule): RuleDocument {
  const defaults = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.default]));
  return {
    rule: id,
    title,
    about,
    ...(unit === null ? {} : { unit }),
    canBeMust,
    sentence: sentenceText(id, sentence(defaults)),
    params: Object.entries(params).map(([name, param]) => paramDocument(name, param)),
  };
}

function paramDocument(name: string, param: Param): ParamDocument {
  const { type, about } = param;
  const range = type === 'count' ? { ...limit('least', param.least), ...limit('most', param.most) } : {};
  const options = type === 'choice' ? { options: param.options } : {};
  return { name, type, default: writeParam(param, param.default), ...range, ...options, about };
}

const limit = (name: 'least' | 'most', value: number | undefined) => (value === undefined ? {} : { [name]: value });

/** The value of a parameter as a policy writes it. */
export function writeParam({ type }: Param, value: ParamValue): ParamValue {
  if (typeof value !== 'number') return value;
  if (type === 'duration') return formatDuration(seconds(value));
  return type === 'clock' ? formatClock(seconds(value)) : value;
}
