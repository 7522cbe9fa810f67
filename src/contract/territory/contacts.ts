import type { z } from 'zod';
import type { Companion, Contact } from '../../domain/contact.ts';
import { companionId, contactId } from '../../kernel/ids.ts';
import { days, objectOf, text, visitingHours } from '../reading/field-schemas.ts';
import { type Column, listCell } from '../reading/column.ts';

/** A person at a customer, as documents have it. Ids are unique among the contacts of a customer. */
export const ContactDocument = objectOf({
  customer: text,
  id: text,
  name: text.optional(),
  role: text,
  hours: visitingHours.optional(),
});

/** The columns of `contacts.csv`. */
export const contactColumns: readonly Column[] = [
  {
    heading: 'customer',
    names: ['客户', '客户编号', '客户代码', '客户号', 'customer id', 'customer no', 'customer code', 'account'],
    path: ['customer'],
    needed: true,
  },
  { heading: 'id', names: ['编号', '联系人编号', 'contact', 'contact id'], path: ['id'], needed: true },
  { heading: 'name', names: ['姓名', '联系人姓名', '联系人', 'contact name', 'full name'], path: ['name'] },
  { heading: 'role', names: ['角色', '职务', '身份', 'function'], path: ['role'], needed: true },
  { heading: 'hours', names: ['可约时间', '可拜访时间', '在岗时间', 'available', 'visiting hours'], path: ['hours'] },
];

/** The contact of a document. */
export const contactOf = ({ id, name = id, role, hours }: z.output<typeof ContactDocument>): Contact => ({
  id: contactId(id),
  name,
  role,
  hours: hours ?? null,
});

/** Somebody who leads reps to customers, as documents have it. */
export const CompanionDocument = objectOf({ id: text, name: text.optional(), hours: visitingHours.optional(), daysOff: days.optional() });

/** The columns of `companions.csv`. */
export const companionColumns: readonly Column[] = [
  { heading: 'id', names: ['编号', '陪同人编号', '陪同人员编号', 'companion', 'companion id'], path: ['id'], needed: true },
  { heading: 'name', names: ['姓名', '陪同人', '陪同人员', 'companion name', 'full name'], path: ['name'] },
  { heading: 'hours', names: ['可约时间', '工作时间', 'available', 'working hours'], path: ['hours'] },
  { heading: 'days_off', names: ['休假', '休假日期', '不在日期', 'leave'], path: ['daysOff'], read: listCell },
];

/** The companion of a document. */
export const companionOf = ({ id, name = id, hours, daysOff }: z.output<typeof CompanionDocument>): Companion => ({
  id: companionId(id),
  name,
  hours: hours ?? null,
  daysOff: daysOff ?? [],
});
