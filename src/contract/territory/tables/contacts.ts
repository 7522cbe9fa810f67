import type { z } from 'zod';
import type { Contact } from '../../../domain/contact.ts';
import { contactId } from '../../../kernel/ids.ts';
import { objectOf, text, visitingHours } from '../../reading/field-schemas.ts';
import type { Column } from '../../reading/column.ts';

/** The document of a contact. Its id is unique among the contacts of its customer. */
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
    required: true,
  },
  { heading: 'id', names: ['编号', '联系人编号', 'contact', 'contact id'], path: ['id'], required: true },
  { heading: 'name', names: ['姓名', '联系人姓名', '联系人', 'contact name', 'full name'], path: ['name'] },
  { heading: 'role', names: ['角色', '职务', '身份', 'function'], path: ['role'], required: true },
  { heading: 'hours', names: ['可约时间', '可拜访时间', '在岗时间', 'available', 'visiting hours'], path: ['hours'] },
];

/** Converts the document of a contact. */
export const contactOf = ({ id, name = id, role, hours }: z.output<typeof ContactDocument>): Contact => ({
  id: contactId(id),
  name,
  role,
  hours: hours ?? null,
});
