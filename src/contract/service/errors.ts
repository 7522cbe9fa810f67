import { defineError } from '../../kernel/finding.ts';

/** Errors in the body of a request. */
export const requestErrors = {
  bodyNotUtf8: defineError({
    code: 'BODY_NOT_UTF8',
    kind: 'invalid',
    title: 'A body is no UTF-8',
    when: 'The body of a request holds bytes that are no UTF-8.',
    message: () => 'The body is not UTF-8',
    hint: () => 'Encode the JSON as UTF-8, as RFC 8259 asks.',
  }),
  tooDeep: defineError({
    code: 'TOO_DEEP',
    kind: 'invalid',
    title: 'A body is nested too deep',
    when: 'Lists and objects of a body stand within one another more deeply than any territory needs.',
    message: ({ most }: { readonly most: number }) => `Lists and objects are nested more than ${most} deep`,
    hint: () => 'Look whether it is the right document.',
  }),
  monthInvalid: defineError({
    code: 'MONTH_INVALID',
    kind: 'invalid',
    title: 'A month is not understood',
    when: 'The month of a request is not written as year and month.',
    message: () => 'This is not a month',
    hint: () => 'Write it as 2026-12.',
  }),
} as const;
