import { type CatalogueEntry, defineError, defineUnknownName } from './finding.ts';

/** Every error that a caller of the service can act on, besides those of what is sent; listed in docs/errors.md by a script. */
export const serviceErrors = {
  // What is sent
  requestMalformed: defineError({
    code: 'REQUEST_MALFORMED',
    kind: 'invalid',
    title: 'A request is no HTTP',
    when: 'The request line, a header or the address of a request breaks the rules of HTTP.',
    message: ({ problem }: { readonly problem: string }) => `The request cannot be read: ${problem}`,
    hint: () => 'Send it with an HTTP library, and encode what stands in the address.',
  }),
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
  bodyTooLarge: defineError({
    code: 'BODY_TOO_LARGE',
    kind: 'invalid',
    title: 'A body is too large',
    when: 'The body of a request is larger than the service takes.',
    message: ({ megabytes }: { readonly megabytes: number }) => `The body is larger than ${megabytes} MB`,
    hint: () => 'Split the company into territories, or leave out history of years ago.',
  }),
  mediaTypeUnknown: defineError({
    code: 'MEDIA_TYPE_UNKNOWN',
    kind: 'invalid',
    title: 'A body of another kind',
    when: 'The body of a request is declared as something else than JSON.',
    message: () => 'The service takes JSON alone',
    hint: () => 'Send "Content-Type: application/json".',
  }),
  requestInvalid: defineError({
    code: 'REQUEST_INVALID',
    kind: 'invalid',
    title: 'A part of the address or a header is not understood',
    when: 'A parameter of the path or the query, or a header, has a value that cannot be read.',
    message: ({ expected }: { readonly expected: string }) => `This is not ${expected}`,
    hint: () => 'See /docs for what is taken here.',
  }),
  queryUnknown: defineUnknownName(
    'QUERY_UNKNOWN',
    'parameter of this query',
    'The query of an address has a parameter that the route does not know.',
  ),
  keyReused: defineError({
    code: 'IDEMPOTENCY_KEY_REUSED',
    kind: 'conflict',
    title: 'An idempotency key for two requests',
    when: 'A request has the Idempotency-Key of an earlier one whose body was another.',
    message: () => 'This key was used for another request',
    hint: () => 'Take a new key, such as a UUID, for each plan, and the same one only to repeat a request.',
  }),

  // What is asked for
  routeUnknown: defineError({
    code: 'ROUTE_UNKNOWN',
    kind: 'missing',
    title: 'No such address',
    when: 'Nothing is served under the address of a request.',
    message: () => 'There is nothing here',
    hint: () => 'See /docs for the addresses there are.',
  }),
  methodUnknown: defineError({
    code: 'METHOD_UNKNOWN',
    kind: 'invalid',
    title: 'An address does not take this method',
    when: 'An address is asked with a method that it does not know.',
    message: () => 'This address does not take the method',
    hint: ({ choices }: { readonly choices: readonly string[] }) => `Use ${choices.join(' or ')}.`,
  }),
  planUnknown: defineError({
    code: 'PLAN_UNKNOWN',
    kind: 'missing',
    title: 'No such plan',
    when: 'A plan never existed, or is no longer kept: the service keeps the latest ones, in memory.',
    message: () => 'There is no such plan',
    hint: () => 'Check the id, or ask for the plan again.',
  }),
  planNotReady: defineError({
    code: 'PLAN_NOT_READY',
    kind: 'missing',
    title: 'There is no plan yet',
    when: 'A document of a plan is asked for before the search has found a first one.',
    message: () => 'The search has not found a first plan yet',
    hint: () => "Follow the plan's events, or ask again in a second.",
  }),

  // What became of a plan
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

  // What the service cannot do now, or for this caller
  queueFull: defineError({
    code: 'QUEUE_FULL',
    kind: 'unavailable',
    title: 'Too many plans are waiting',
    when: 'As many plans are waiting to be searched as the service takes.',
    message: ({ waiting }: { readonly waiting: number }) => `${waiting} plans are waiting already`,
    hint: () => 'Ask again after the seconds that Retry-After tells.',
  }),
  closing: defineError({
    code: 'SERVICE_CLOSING',
    kind: 'unavailable',
    title: 'The service is ending',
    when: 'A request reaches the service while it shuts down.',
    message: () => 'The service is shutting down',
    hint: () => 'Ask again once it has been started anew.',
  }),
  hostUnknown: defineError({
    code: 'HOST_UNKNOWN',
    kind: 'invalid',
    title: 'A request for another host',
    when: 'The Host header names none of the names of the service, as when a web page elsewhere leads a browser here.',
    message: () => 'The service does not go by this name',
    hint: ({ choices }: { readonly choices: readonly string[] }) => `Use ${choices.join(' or ')}, or start the service with --name.`,
  }),
  tokenWrong: defineError({
    code: 'TOKEN_WRONG',
    kind: 'invalid',
    title: 'No token, or a wrong one',
    when: 'A service that is not for its own machine alone is asked without its token.',
    message: () => 'The token is missing or wrong',
    hint: () => 'Send "Authorization: Bearer" with the token that the service was started with.',
  }),
  bug: defineError({
    code: 'INTERNAL',
    kind: 'unavailable',
    title: 'A mistake of the service',
    when: 'Something went wrong that should not.',
    message: () => 'Something went wrong in the service',
    hint: () => 'Report it with the id of the request, which is in the log too.',
  }),
} as const;

/** The catalogue of the service in order, for docs/errors.md. */
export const serviceCatalogue: readonly CatalogueEntry[] = Object.values(serviceErrors).map(({ code, kind, title, when }) => ({
  code,
  kind,
  title,
  when,
}));
