import { ProblemDocument } from '../../contract/service/problem-document.ts';

/** A failure status, and when it comes. */
const FAILURES = {
  400: 'The request is not valid HTTP, not UTF-8 or not JSON',
  401: 'The token is missing or wrong',
  404: 'There is no such plan or policy',
  409: 'There is no plan yet, or its search failed or was stopped before it found one',
  413: 'The body, or what it takes to read it, is too large',
  415: 'The body is not JSON, or is compressed',
  421: 'The service does not have the name in the Host header',
  422: 'The content of the request has findings',
  431: 'The headers are too large',
  500: 'An error in the service',
  503: 'Too many plans wait, or the service is shutting down; `Retry-After` says when to come again',
} as const;

type FailureStatus = keyof typeof FAILURES;

/** What every route may answer. */
const EVERYWHERE: readonly FailureStatus[] = [400, 401, 421, 422, 431, 500];

/** The problems that a route may answer with: those of every route, and some more by status. */
export const failures = (...more: readonly FailureStatus[]) =>
  Object.fromEntries(
    [...EVERYWHERE, ...more]
      .toSorted((a, b) => a - b)
      .map((status) => [status, { description: FAILURES[status], content: { 'application/problem+json': { schema: ProblemDocument } } }]),
  );
