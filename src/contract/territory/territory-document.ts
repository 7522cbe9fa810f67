import { z } from 'zod';
import { TerritoryDocument } from './assemble-territory.ts';
import { CompanionDocument, ContactDocument } from './contacts.ts';
import { CustomerDocument } from './customers.ts';
import { text } from '../reading/field-schemas.ts';
import { PastVisitDocument } from './history.ts';
import { PolicyDocument } from '../policy/policy-document.ts';
import { RepDocument } from './reps.ts';
import { CampaignDocument, CommitmentDocument, RequestDocument } from './requests.ts';
import { BoundaryDocument } from './boundary.ts';
import { CalendarDocument } from './calendar.ts';

/** A policy as it may be given: a preset's name, a document that extends one, or a whole policy. */
export const PolicyInput = z
  .union([text, PolicyDocument.partial()])
  .meta({ id: 'Policy', description: "A preset's name, a document that extends one, or a whole policy" });

/**
 * A territory in one document, with every list in it, for whoever writes or documents one. Reading goes list by list
 * instead, so that all findings are told at once.
 */
export const TerritoryInput = TerritoryDocument.extend({
  policy: PolicyInput.optional(),
  calendar: CalendarDocument.optional(),
  boundary: BoundaryDocument.optional(),
  customers: z.array(CustomerDocument.meta({ id: 'Customer' })).min(1),
  reps: z.array(RepDocument.meta({ id: 'Rep' })).min(1),
  contacts: z.array(ContactDocument.meta({ id: 'Contact' })).optional(),
  companions: z.array(CompanionDocument.meta({ id: 'Companion' })).optional(),
  history: z.array(PastVisitDocument.meta({ id: 'PastVisit' })).optional(),
  requests: z.array(RequestDocument.meta({ id: 'Request' })).optional(),
  campaigns: z.array(CampaignDocument.meta({ id: 'Campaign' })).optional(),
  commitments: z.array(CommitmentDocument.meta({ id: 'Commitment' })).optional(),
}).meta({ id: 'Territory' });
