import { type CatalogueEntry, defineError } from '../kernel/finding.ts';
import { policyErrors } from '../contract/policy/errors.ts';
import { fileErrors } from '../contract/reading/file-errors.ts';
import { valueErrors } from '../contract/reading/value-errors.ts';
import { requestErrors } from '../contract/service/errors.ts';
import { territoryErrors } from '../contract/territory/errors.ts';
import { appErrors } from '../app/errors.ts';

/** Errors of plans that the service keeps, and of its searches. */
export const serviceErrors = {
  planUnknown: defineError({
    code: 'PLAN_UNKNOWN',
    kind: 'missing',
    title: 'Unknown plan',
    when: 'The plan never existed, or the service no longer keeps it: it keeps the latest plans, in memory.',
    message: () => 'There is no such plan',
    hint: () => 'Check the id, or request the plan again.',
  }),
  idempotencyKeyReused: defineError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    kind: 'conflict',
    title: 'One idempotency key for two requests',
    when: 'A request has the Idempotency-Key of an earlier request with another body.',
    message: () => 'This key was used for another request',
    hint: () => 'Use a new key, such as a UUID, for each plan. Use the same key only to repeat a request.',
  }),
  queueFull: defineError({
    code: 'QUEUE_FULL',
    kind: 'unavailable',
    title: 'Too many plans are waiting',
    when: 'The queue of plans is full.',
    message: ({ waiting }: { readonly waiting: number }) => `${waiting} plans are already waiting`,
    hint: () => 'Ask again after the seconds in Retry-After.',
  }),
  serviceClosing: defineError({
    code: 'SERVICE_CLOSING',
    kind: 'unavailable',
    title: 'The service is shutting down',
    when: 'A request reaches the service while it shuts down.',
    message: () => 'The service is shutting down',
    hint: () => 'Ask again after the service has started again.',
  }),
  searchCancelled: defineError({
    code: 'SEARCH_CANCELLED',
    kind: 'missing',
    title: 'A search was stopped before it found a plan',
    when: 'A search is stopped, or the service shuts down, before the search has found a first plan.',
    message: () => 'The search was stopped before it found a plan',
    hint: () => 'Request the plan again.',
  }),
  searchOutOfMemory: defineError({
    code: 'SEARCH_OUT_OF_MEMORY',
    kind: 'unavailable',
    title: 'A search ran out of memory',
    when: 'A search needs more memory than the service gives to one search.',
    message: ({ megabytes }: { readonly megabytes: number }) => `The search needed more than ${megabytes} MB, which is its limit`,
    hint: () => 'Plan a smaller territory or fewer days at once, or start the service with a larger --memory.',
  }),
  taskTooHeavy: defineError({
    code: 'TASK_TOO_HEAVY',
    kind: 'invalid',
    title: 'Reading or writing takes too much',
    when: 'Reading a body, scoring a plan or writing a format needs more memory or time than the service gives to it.',
    message: ({ task, limit }: { readonly task: string; readonly limit: string }) => `${task} needs more than ${limit}, which is the limit`,
    hint: () => 'Send a smaller territory or fewer days at once, or start the service with a larger --memory.',
  }),
  searchFailed: defineError({
    code: 'SEARCH_FAILED',
    kind: 'unavailable',
    title: 'A search failed',
    when: 'A search ended because of a bug.',
    message: () => 'The search failed because of a bug in the service',
    hint: () => 'Report it with the log of the service, or try another seed.',
  }),
} as const;

/** Every error for which a plan can be refused or can fail: in its request, in planning, in the service. */
export const planErrors: readonly CatalogueEntry[] = [
  fileErrors,
  valueErrors,
  policyErrors,
  territoryErrors,
  requestErrors,
  appErrors,
  serviceErrors,
].flatMap((catalogue) => Object.values<CatalogueEntry>(catalogue));
