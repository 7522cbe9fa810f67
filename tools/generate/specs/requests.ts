import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';

/** Defaults of a request: a required visit of no contact in particular, by any rep of the customer. */
export const plainRequest = {
  contact: null,
  kind: 'ordinary',
  purpose: '',
  ifNonWorking: 'next',
  required: true,
  weight: 1,
  dwell: null,
  rep: null,
  companion: null,
  appointment: null,
} as const satisfies Partial<VisitRequest>;

/** Defaults of a past visit. */
export const plainVisit = {
  kind: 'ordinary',
  contact: null,
  request: null,
  followUp: null,
} as const satisfies Partial<PastVisit>;
