import { defineError } from '../../kernel/finding.ts';

/** Errors in the body of a request. */
export const requestErrors = {
  bodyNotUtf8: defineError({
    code: 'BODY_NOT_UTF8',
    kind: 'invalid',
    title: 'A body is not UTF-8',
    when: 'The body of a request is not encoded as UTF-8.',
    message: () => 'The body is not UTF-8',
    hint: () => 'Encode the JSON as UTF-8 (RFC 8259).',
  }),
  tooManyValues: defineError({
    code: 'TOO_MANY_VALUES',
    kind: 'invalid',
    title: 'A body holds too many values',
    when: 'A body has more numbers, texts, lists, objects and cells of tables than the service has memory for.',
    message: ({ most }: { readonly most: number }) => `The body holds more than ${most} values, which is the limit of this service`,
    hint: () => 'Split the company into several territories, or start the service with a larger --memory.',
  }),
  monthInvalid: defineError({
    code: 'MONTH_INVALID',
    kind: 'invalid',
    title: 'Not a month',
    when: 'A month is not written as year and month.',
    message: () => 'This is not a month',
    hint: () => 'Write year and month, such as 2026-12.',
  }),
  earlierPlanUnknown: defineError({
    code: 'EARLIER_PLAN_UNKNOWN',
    kind: 'missing',
    title: 'Unknown earlier plan',
    when: 'A request names an earlier plan that the service does not keep, or that it has not begun to search.',
    message: () => 'The service keeps no such plan',
    hint: () => 'Check the id, or send the document of the plan instead.',
  }),
} as const;
