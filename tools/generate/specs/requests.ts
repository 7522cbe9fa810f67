import type { VisitRequest } from '../../../src/domain/request.ts';
import type { PastVisit } from '../../../src/domain/territory.ts';
import { plainRequest as usualRequest } from '../../../src/demand/open-requests.ts';

/** Defaults of a request of a territory. */
export const plainRequest = { ...usualRequest, kind: 'ordinary' } as const satisfies Partial<VisitRequest>;

/** Defaults of a past visit. */
export const plainVisit = {
  kind: 'ordinary',
  contact: null,
  requests: [],
  followUp: null,
} as const satisfies Partial<PastVisit>;
