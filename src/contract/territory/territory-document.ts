import { z } from 'zod';
import { CompanionDocument } from './tables/companions.ts';
import { ContactDocument } from './tables/contacts.ts';
import { CustomerDocument, setting } from './tables/customers.ts';
import { objectOf, text } from '../reading/field-schemas.ts';
import { coordinateSystem } from '../reading/coordinates.ts';
import { PastVisitDocument } from './tables/history.ts';
import { PolicyInput } from '../policy/policy-document.ts';
import { RepDocument } from './tables/reps.ts';
import { CampaignDocument } from './tables/campaigns.ts';
import { CommitmentDocument } from './tables/commitments.ts';
import { RequestDocument } from './tables/requests.ts';
import { BoundaryDocument } from './boundary.ts';
import { CalendarDocument } from './calendar.ts';

/**
 * The document of a territory's own facts, such as `territory.json`. Its parts and lists are parsed one by one later, so that
 * all findings are reported together.
 */
export const TerritoryFacts = objectOf({
  id: text,
  name: text.optional(),
  timeZone: text,
  setting: setting.default('town'),
  coordinates: coordinateSystem.default('wgs84'),
  policy: z.unknown().optional(),
  calendar: z.unknown().optional(),
  boundary: z.unknown().optional(),
  customers: z.array(z.unknown()).optional(),
  reps: z.array(z.unknown()).optional(),
  contacts: z.array(z.unknown()).optional(),
  companions: z.array(z.unknown()).optional(),
  history: z.array(z.unknown()).optional(),
  requests: z.array(z.unknown()).optional(),
  campaigns: z.array(z.unknown()).optional(),
  commitments: z.array(z.unknown()).optional(),
});

/** A whole territory in one document, for documentation and for clients. Reading does not use it. */
export const TerritoryInput = TerritoryFacts.extend({
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
