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
    title: 'No such plan',
    when: 'A plan never existed, or is no longer kept: the service keeps the latest ones, in memory.',
    message: () => 'There is no such plan',
    hint: () => 'Check the id, or ask for the plan again.',
  }),
  idempotencyKeyReused: defineError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    kind: 'conflict',
    title: 'An idempotency key for two requests',
    when: 'A request has the Idempotency-Key of an earlier one whose body was another.',
    message: () => 'This key was used for another request',
    hint: () => 'Take a new key, such as a UUID, for each plan, and the same one only to repeat a request.',
  }),
  queueFull: defineError({
    code: 'QUEUE_FULL',
    kind: 'unavailable',
    title: 'Too many plans are waiting',
    when: 'As many plans are waiting to be searched as the service takes.',
    message: ({ waiting }: { readonly waiting: number }) => `${waiting} plans are waiting already`,
    hint: () => 'Ask again after the seconds that Retry-After tells.',
  }),
  serviceClosing: defineError({
    code: 'SERVICE_CLOSING',
    kind: 'unavailable',
    title: 'The service is ending',
    when: 'A request reaches the service while it shuts down.',
    message: () => 'The service is shutting down',
    hint: () => 'Ask again once it has been started anew.',
  }),
  searchCancelled: defineError({
    code: 'SEARCH_CANCELLED',
    kind: 'missing',
    title: 'A search was stopped before it found a plan',
    when: 'A search is stopped, or the service ends, before there is a first plan to keep.',
    message: () => 'The search was stopped before it found a plan',
    hint: () => 'Ask for the plan again.',
  }),
  searchOutOfMemory: defineError({
    code: 'SEARCH_OUT_OF_MEMORY',
    kind: 'unavailable',
    title: 'A search ran out of memory',
    when: 'A territory is larger than the memory that the service gives to one search.',
    message: ({ megabytes }: { readonly megabytes: number }) => `The search needed more than the ${megabytes} MB that it may have`,
    hint: () => 'Plan a smaller territory or fewer days at once, or start the service with a larger --memory.',
  }),
  searchFailed: defineError({
    code: 'SEARCH_FAILED',
    kind: 'unavailable',
    title: 'A search broke off',
    when: 'The thread of a search ended with an error of ours.',
    message: () => 'The search broke off by a mistake of the service',
    hint: () => "Report it with the service's log. Another seed may get around it.",
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
