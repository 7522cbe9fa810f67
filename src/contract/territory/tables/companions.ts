import type { z } from 'zod';
import type { Companion } from '../../../domain/contact.ts';
import { companionId } from '../../../kernel/ids.ts';
import { daysCell } from '../../reading/written-dates.ts';
import type { Column } from '../../reading/column.ts';
import { days, objectOf, text, visitingHours } from '../../reading/field-schemas.ts';

/** The document of a companion. */
export const CompanionDocument = objectOf({ id: text, name: text.optional(), hours: visitingHours.optional(), daysOff: days.optional() });

/** The columns of `companions.csv`. */
export const companionColumns: readonly Column[] = [
  { heading: 'id', names: ['编号', '陪同人编号', '陪同人员编号', 'companion', 'companion id'], path: ['id'], required: true },
  { heading: 'name', names: ['姓名', '陪同人', '陪同人员', 'companion name', 'full name'], path: ['name'] },
  { heading: 'hours', names: ['可约时间', '工作时间', 'available', 'working hours'], path: ['hours'] },
  { heading: 'days_off', names: ['休假', '休假日期', '不在日期', 'leave'], path: ['daysOff'], read: daysCell },
];

/** Converts the document of a companion. */
export const companionOf = ({ id, name = id, hours, daysOff }: z.output<typeof CompanionDocument>): Companion => ({
  id: companionId(id),
  name,
  hours: hours ?? null,
  daysOff: daysOff ?? [],
});
