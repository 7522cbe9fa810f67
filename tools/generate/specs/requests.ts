import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';

/** What most requests leave open: a required visit to whoever is there, by whoever visits the customer. */
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

/** What most past visits leave open. */
export const plainVisit = {
  kind: 'ordinary',
  contact: null,
  request: null,
  followUp: null,
} as const satisfies Partial<PastVisit>;
