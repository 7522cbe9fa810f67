import { describe, expect, it } from 'vitest';
import { ruleDocuments } from '../../../src/contract/policy/rule-document.ts';
import { rules } from '../../../src/rules/index.ts';

describe('ruleDocuments', () => {
  it('writes every rule of the catalogue, in order', () => {
    expect(ruleDocuments().map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
  });

  it('writes parameters as a policy would', () => {
    const limit = ruleDocuments().find(({ rule }) => rule === 'leg/walk-limit');
    expect(limit).toMatchObject({
      canBeMust: true,
      unit: { en: 'minute walked over the limit' },
      params: [{ name: 'most', type: 'duration', default: 'PT5M' }],
    });
    expect(limit?.sentence.en).toBe('A leg on foot takes at most 5 min.');
    const first = ruleDocuments().find(({ rule }) => rule === 'day/first-visit');
    expect(first?.params[0]).toMatchObject({ type: 'clock', default: '09:30' });
  });

  it('has a whole sentence for every rule, in both languages', () => {
    for (const { sentence } of ruleDocuments()) {
      expect(sentence.en).toMatch(/^[A-Z].*\.$/);
      expect(sentence.zh).toMatch(/。$/);
      expect(sentence.en + sentence.zh).not.toMatch(/[{}]/);
    }
  });
});
