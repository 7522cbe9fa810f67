import { z } from 'zod';
import type { Contact } from '../domain/contact.ts';
import type { Customer, Setting } from '../domain/customer.ts';
import { companionId, customerId, repId } from '../kernel/ids.ts';
import { date, days, fields, location, stay, text, visitingHours, weekday, words } from './fields.ts';
import { flagCell } from './flag-cell.ts';
import { type Column, listCell, minutesCell, numberCell } from './table.ts';

/** Town or country. */
export const setting = z.enum(['town', 'country']);

/** A customer as documents have it. Only id, location and tier are needed. */
export const CustomerDocument = fields({
  id: text,
  name: text.optional(),
  location,
  setting: setting.optional(),
  tier: text,
  status: z.enum(['potential', 'new', 'retained', 'lost']).default('retained'),
  since: date.optional(),
  intent: z.enum(['unknown', 'vague', 'clear']).default('unknown'),
  tags: words.default([]),
  dwell: stay.optional(),
  hours: visitingHours.optional(),
  closedDays: days.optional(),
  orderWeekday: weekday.optional(),
  companion: text.optional(),
  requiredRep: text.optional(),
  preferredRep: text.optional(),
  area: text.optional(),
  line: text.optional(),
  allowedModes: words.optional(),
  busServed: z.boolean().default(false),
});

/** The columns of `customers.csv`. */
export const customerColumns: readonly Column[] = [
  { heading: 'id', path: ['id'], needed: true },
  { heading: 'name', path: ['name'] },
  { heading: 'lat', path: ['location', 'lat'], read: numberCell, needed: true },
  { heading: 'lng', path: ['location', 'lng'], read: numberCell, needed: true },
  { heading: 'setting', path: ['setting'] },
  { heading: 'tier', path: ['tier'], needed: true },
  { heading: 'status', path: ['status'] },
  { heading: 'since', path: ['since'] },
  { heading: 'intent', path: ['intent'] },
  { heading: 'tags', path: ['tags'], read: listCell },
  { heading: 'dwell_minutes', path: ['dwell'], read: minutesCell },
  { heading: 'hours', path: ['hours'] },
  { heading: 'closed_days', path: ['closedDays'], read: listCell },
  { heading: 'order_weekday', path: ['orderWeekday'] },
  { heading: 'companion', path: ['companion'] },
  { heading: 'required_rep', path: ['requiredRep'] },
  { heading: 'preferred_rep', path: ['preferredRep'] },
  { heading: 'area', path: ['area'] },
  { heading: 'line', path: ['line'] },
  { heading: 'allowed_modes', path: ['allowedModes'], read: listCell },
  { heading: 'bus_served', path: ['busServed'], read: flagCell },
];

/** What is known of a customer besides its own document. */
interface Surroundings {
  readonly setting: Setting;
  readonly contacts: readonly Contact[];
}

/** The customer of a document; what it leaves open is as the territory has it. */
export function customerOf(document: z.output<typeof CustomerDocument>, { setting: usual, contacts }: Surroundings): Customer {
  return {
    id: customerId(document.id),
    name: document.name ?? document.id,
    location: document.location,
    setting: document.setting ?? usual,
    tier: document.tier,
    status: document.status,
    since: document.since ?? null,
    intent: document.intent,
    tags: document.tags,
    dwell: document.dwell ?? null,
    hours: document.hours ?? null,
    closedDays: document.closedDays ?? [],
    contacts,
    orderWeekday: document.orderWeekday ?? null,
    companion: document.companion === undefined ? null : companionId(document.companion),
    requiredRep: document.requiredRep === undefined ? null : repId(document.requiredRep),
    preferredRep: document.preferredRep === undefined ? null : repId(document.preferredRep),
    area: document.area ?? null,
    line: document.line ?? null,
    allowedModes: document.allowedModes ?? null,
    busServed: document.busServed,
  };
}
