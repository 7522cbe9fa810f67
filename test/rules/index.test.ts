import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../src/kernel/text.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { defaultsOf } from '../support/builders.ts';

const root = resolve(import.meta.dirname, '../../src/rules');
const paths = globSync('{leg,stop,day,customer,plan}/*.ts', { cwd: root }).map((path) => path.replace(/\.ts$/, ''));

const isRule = (thing: unknown): thing is Rule => typeof thing === 'object' && thing !== null && 'compile' in thing && 'audit' in thing;

/** The rules that each file of the catalogue's folders exports, by path. */
const exported = await Promise.all(
  paths.map(async (path) => {
    const file: Readonly<Record<string, unknown>> = await import(`${root}/${path}.ts`);
    return { path, rules: Object.values(file).filter(isRule) };
  }),
);

describe('the catalogue', () => {
  it('names each rule after its path', () => {
    for (const { path, rules: own } of exported) for (const { id } of own) expect(id).toBe(path);
  });

  it('lists every rule once', () => {
    const ids = exported.flatMap(({ rules: own }) => own.map(({ id }) => id));
    expect(rules.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });
});

describe.each(rules)('$id', (rule) => {
  const texts: readonly Text[] = [
    rule.title,
    rule.about,
    ...(rule.unit === null ? [] : [rule.unit]),
    ...Object.values(rule.params).map(({ about }) => about),
    ...Object.values(rule.sentences),
  ];

  it('has texts in both languages', () => {
    for (const { en, zh } of texts) {
      expect(en).toMatch(/[a-z]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('punctuates Chinese as Chinese is', () => {
    for (const { zh } of texts) expect(zh).not.toMatch(/[\p{Script=Han}}][,;:(!?]/u);
  });

  it('ends what is a sentence with a full stop, and what is none without', () => {
    for (const { en, zh } of [rule.about, ...Object.values(rule.params).map(({ about }) => about), ...Object.values(rule.sentences)]) {
      expect(en).toMatch(/\.$/);
      expect(zh).toMatch(/。$/);
    }
    expect(rule.title.en).not.toMatch(/\.$/);
    expect(rule.title.zh).not.toMatch(/。$/);
  });

  it('fills in the same values in both languages', () => {
    const placesOf = (text: string) => new Set(text.match(/\{\w+\}/g) ?? []);
    for (const { en, zh } of Object.values(rule.sentences)) expect(placesOf(zh)).toEqual(placesOf(en));
  });

  it('has a sentence for itself, with a value for each place', () => {
    const { key, values } = rule.sentence(defaultsOf(rule));
    expect(Object.keys(rule.sentences)).toContain(key);
    const places = Array.from(rule.sentences[key]?.en.matchAll(/\{(\w+)\}/g) ?? [], ([, name]) => name ?? '');
    expect(Object.keys(values).toSorted()).toEqual([...new Set(places)].toSorted());
  });

  it('can be priced, or else must hold', () => {
    expect(rule.unit !== null || rule.canBeMust).toBe(true);
  });

  it('has defaults within the range of its parameters', () => {
    for (const param of Object.values(rule.params)) {
      if (param.type === 'choice') expect(param.options).toContain(param.default);
      if (param.type !== 'count') continue;
      expect(param.default).toBeGreaterThanOrEqual(param.least ?? 0);
      expect(param.default).toBeLessThanOrEqual(param.most ?? Infinity);
    }
  });
});
