import type { Reason } from '../../domain/plan.ts';
import type { RuleInstance } from '../../domain/policy.ts';
import { type Sentence, type Text, render, literalText } from '../../kernel/text.ts';
import { modes } from '../../travel/modes/index.ts';
import { rules } from '../../rules/index.ts';

/** A reason as its rule tells it, in both languages. */
export const reasonText = ({ rule, sentence }: Reason): Text => sentenceText(rule, sentence);

/** A rule's sentence in both languages; one that the rule does not have shows its key. */
export function sentenceText(rule: string, sentence: Sentence): Text {
  const { key, values } = sentence;
  const told = literalText(sentence);
  if (told !== null) return told;
  const template = rules.find(({ id }) => id === rule)?.sentences[key];
  if (template === undefined) return { en: key, zh: key };
  return { en: render(template, values, 'en'), zh: render(template, values, 'zh') };
}

/** A rule as a policy uses it, in a sentence, and what its price is paid for; null where it has none. */
export function ruleWords({ rule, params }: RuleInstance): { readonly sentence: Text; readonly unit: Text | null } {
  const known = rules.find(({ id }) => id === rule);
  if (known === undefined) return { sentence: { en: rule, zh: rule }, unit: null };
  return { sentence: sentenceText(rule, known.sentence(params)), unit: known.unit };
}

/** A rule as a policy uses it, in a sentence. */
export const ruleSentence = (instance: RuleInstance): Text => ruleWords(instance).sentence;

/** A rule's title, or its id when there is no such rule. */
export const ruleTitle = (id: string): Text => rules.find((rule) => rule.id === id)?.title ?? { en: id, zh: id };

/** A mode's label, or its id when there is no such mode. */
export const modeName = (id: string): Text => modes.find((mode) => mode.id === id)?.label ?? { en: id, zh: id };
