import { describe, expect, it } from 'vitest';
import { readLanguage, timeBudget, wholeNumber } from '../../../src/cli/options/option-values.ts';
import { Findings } from '../../../src/contract/reading/findings.ts';

const time = (written: string) => timeBudget({ name: '--time', written }, new Findings());
const count = (written: string, least: number) => wholeNumber({ name: '--n', written }, least, new Findings());

describe('timeBudget', () => {
  it('reads seconds, minutes, hours and ISO 8601', () => {
    expect(['10s', '90', '2m', '1.5m', '1h', 'PT2M'].map(time)).toEqual([10, 90, 120, 90, 3600, 120]);
  });

  it('reads no other units and no time of nothing', () => {
    expect(['ten', '10 days', '0s', '-5s', ''].map(time)).toEqual([null, null, null, null, null]);
  });

  it('shows how to write it', () => {
    const findings = new Findings();
    timeBudget({ name: '--time', written: 'soon' }, findings);
    expect(() => findings.refuse()).toThrow('--time: This is not a time (soon). Write it like --time 10s.');
  });
});

describe('wholeNumber', () => {
  it('reads digits from the least on', () => {
    expect([count('0', 0), count('0', 1), count('7', 1), count('1.5', 1), count('1e3', 1)]).toEqual([0, null, 7, null, null]);
  });
});

describe('language', () => {
  it('knows two', () => {
    const findings = new Findings();
    expect(['en', 'zh', 'de'].map((written) => readLanguage({ name: '--language', written }, findings))).toEqual(['en', 'zh', null]);
    expect(findings.count).toBe(1);
  });
});
