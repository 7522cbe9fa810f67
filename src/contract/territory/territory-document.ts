import { z } from 'zod';
import { CompanionDocument } from './tables/companions.ts';
import { ContactDocument } from './tables/contacts.ts';
import { CustomerDocument, setting } from './tables/customers.ts';
import { most } from '../reading/bounds.ts';
import { date, listOf, objectOf, text } from '../reading/field-schemas.ts';
import { coordinateSystem } from '../reading/coordinates.ts';
import { PastVisitDocument } from './tables/history.ts';
import { PolicyInput } from '../policy/policy-document.ts';
import { RepDocument } from './tables/reps.ts';
import { CampaignDocument } from './tables/campaigns.ts';
import { CommitmentDocument } from './tables/commitments.ts';
import { RequestDocument } from './tables/requests.ts';
import { TravelDocument } from './tables/trips.ts';
import { BoundaryDocument } from './boundary.ts';
import { CalendarDocument } from './calendar.ts';

/** Entries of a list that may also be the rows of a table. */
const records = <Entry extends z.ZodType>(entry: Entry, least = 0) => listOf(entry, { least, most: most.rows });

/**
 * The document of a territory's own facts, such as `territory.json`. Its parts and lists are parsed one by one later, so that
 * all findings are reported together.
 */
export const TerritoryFacts = objectOf({
  id: text,
  name: text.optional(),
  timeZone: text,
  startedOn: date.optional(),
  setting: setting.default('town'),
  coordinates: coordinateSystem.default('wgs84'),
  policy: z.unknown().optional(),
  calendar: z.unknown().optional(),
  boundary: z.unknown().optional(),
  customers: records(z.unknown()).optional(),
  reps: records(z.unknown()).optional(),
  contacts: records(z.unknown()).optional(),
  companions: records(z.unknown()).optional(),
  history: records(z.unknown()).optional(),
  requests: records(z.unknown()).optional(),
  campaigns: records(z.unknown()).optional(),
  commitments: records(z.unknown()).optional(),
  travel: listOf(z.unknown()).optional(),
});

/** A whole territory in one document, for documentation and for clients. Reading does not use it. */
export const TerritoryInput = TerritoryFacts.extend({
  policy: PolicyInput.optional(),
  calendar: CalendarDocument.optional(),
  boundary: BoundaryDocument.optional(),
  customers: records(CustomerDocument.meta({ id: 'Customer' }), 1),
  reps: records(RepDocument.meta({ id: 'Rep' }), 1),
  contacts: records(ContactDocument.meta({ id: 'Contact' })).optional(),
  companions: records(CompanionDocument.meta({ id: 'Companion' })).optional(),
  history: records(PastVisitDocument.meta({ id: 'PastVisit' })).optional(),
  requests: records(RequestDocument.meta({ id: 'Request' })).optional(),
  campaigns: records(CampaignDocument.meta({ id: 'Campaign' })).optional(),
  commitments: records(CommitmentDocument.meta({ id: 'Commitment' })).optional(),
  travel: listOf(TravelDocument).optional(),
}).meta({ id: 'Territory' });
