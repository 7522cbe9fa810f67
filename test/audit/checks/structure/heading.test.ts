import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../src/audit/audit-case.ts';
import { heading } from '../../../../src/audit/checks/structure/heading.ts';
import { monday } from '../../../support/builders.ts';
import { inputWith, plan } from '../../handmade.ts';

const violations = (changes: Partial<typeof plan>) => [...heading.violations(openCase(inputWith({ plan: { ...plan, ...changes } })))];

describe('structure/heading', () => {
  it('finds nothing where the plan has the facts of the request', () => {
    expect(violations({})).toEqual([]);
  });

  it('names each fact that differs, with both values', () => {
    expect(violations({ territory: 'other', policy: { id: 'by-hand', version: '2' } })).toEqual([
      "The plan's territory is other instead of handmade.",
      "The plan's policy version is 2 instead of 1.",
    ]);
    expect(violations({ timeZone: 'UTC', horizon: { first: monday, last: monday } })).toEqual([
      "The plan's time zone is UTC instead of Asia/Shanghai.",
      "The plan's last day is 2026-12-07 instead of 2026-12-08.",
    ]);
  });
});
