import type { RuleInstance } from '../../domain/policy.ts';
import type { Reason } from '../../domain/unserved/unserved.ts';
import { type Sentence, type Text, render, literalText } from '../../kernel/text.ts';
import { rules } from '../../rules/index.ts';

/** A reason as a sentence, in both languages. */
export const reasonText = ({ rule, sentence }: Pick<Reason, 'rule' | 'sentence'>): Text => sentenceText(rule, sentence);

/** A sentence of a rule in both languages; the key itself where the rule has no such sentence. */
export function sentenceText(rule: string, sentence: Sentence): Text {
  const { key, values } = sentence;
  const literal = literalText(sentence);
  if (literal !== null) return literal;
  const template = rules.find(({ id }) => id === rule)?.sentences[key];
  if (template === undefined) return { en: key, zh: key };
  return { en: render(template, values, 'en'), zh: render(template, values, 'zh') };
}

/** A rule of a policy as a sentence, with the unit of its price; null where it has no price. */
export function ruleTexts({ rule, params }: RuleInstance): { readonly sentence: Text; readonly unit: Text | null } {
  const definition = rules.find(({ id }) => id === rule);
  if (definition === undefined) return { sentence: { en: rule, zh: rule }, unit: null };
  return { sentence: sentenceText(rule, definition.sentence(params)), unit: definition.unit };
}

/** A rule of a policy as a sentence. */
export const ruleSentence = (instance: RuleInstance): Text => ruleTexts(instance).sentence;

/** The title of a rule, or the id of a rule that does not exist. */
export const ruleTitle = (id: string): Text => rules.find((rule) => rule.id === id)?.title ?? { en: id, zh: id };
