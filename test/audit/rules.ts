import type { RuleInstance } from '../../src/domain/policy.ts';
import { type Breach, type Rule, type Stance, defineRule } from '../../src/rules/rule.ts';

/** A rule that finds the given breaches in every plan. */
export const ruleThatFinds = (id: string, ...breaches: readonly Breach[]): Rule =>
  defineRule({
    id,
    title: { en: 'A rule', zh: '规则' },
    about: { en: 'A rule of the tests.', zh: '测试用的规则。' },
    unit: { en: 'unit', zh: '项' },
    canBeMust: true,
    params: {},
    sentences: { late: { en: '{rep} is {time} min late.', zh: '{rep}迟到{time}分钟。' } },
    sentence: () => ({ key: 'late', values: {} }),
    obligation: (_agenda, params) => params,
    compile: () => [],
    audit: () => breaches,
  });

/** A breach of so many units. */
export const late = (units: number, cost?: number): Breach => ({
  units,
  ...(cost === undefined ? {} : { cost }),
  sentence: { key: 'late', values: { rep: 'r1', time: units } },
});

/** How a policy uses a rule. */
export const instance = (rule: string, price: Stance): RuleInstance => ({ rule, price, params: {}, tag: 'added' });
