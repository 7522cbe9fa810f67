import type { z } from 'zod';
import type { Companion, Contact } from '../domain/contact.ts';
import { companionId, contactId } from '../kernel/ids.ts';
import { days, fields, text, visitingHours } from './fields.ts';
import { type Column, listCell } from './table.ts';

/** A person at a customer, as documents have it. Ids are unique among the contacts of a customer. */
export const ContactDocument = fields({
  customer: text,
  id: text,
  name: text.optional(),
  role: text,
  hours: visitingHours.optional(),
});

/** The columns of `contacts.csv`. */
export const contactColumns: readonly Column[] = [
  { heading: 'customer', path: ['customer'], needed: true },
  { heading: 'id', path: ['id'], needed: true },
  { heading: 'name', path: ['name'] },
  { heading: 'role', path: ['role'], needed: true },
  { heading: 'hours', path: ['hours'] },
];

/** The contact of a document. */
export const contactOf = ({ id, name = id, role, hours }: z.output<typeof ContactDocument>): Contact => ({
  id: contactId(id),
  name,
  role,
  hours: hours ?? null,
});

/** Somebody who leads reps to customers, as documents have it. */
export const CompanionDocument = fields({ id: text, name: text.optional(), hours: visitingHours.optional(), daysOff: days.optional() });

/** The columns of `companions.csv`. */
export const companionColumns: readonly Column[] = [
  { heading: 'id', path: ['id'], needed: true },
  { heading: 'name', path: ['name'] },
  { heading: 'hours', path: ['hours'] },
  { heading: 'days_off', path: ['daysOff'], read: listCell },
];

/** The companion of a document. */
export const companionOf = ({ id, name = id, hours, daysOff }: z.output<typeof CompanionDocument>): Companion => ({
  id: companionId(id),
  name,
  hours: hours ?? null,
  daysOff: daysOff ?? [],
});
