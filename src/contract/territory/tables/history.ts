import { z } from 'zod';
import type { PastVisit } from '../../../domain/territory.ts';
import { contactId, customerId, repId, requestId } from '../../../kernel/ids.ts';
import { date, objectOf, text, texts } from '../../reading/field-schemas.ts';
import { visitKind } from '../../policy/visit-kind.ts';
import { dateCell } from '../../reading/written-dates.ts';
import { type Column, listCell } from '../../reading/column.ts';

/** The document of a past visit. */
export const PastVisitDocument = objectOf({
  customer: text,
  day: date,
  kind: visitKind.default('ordinary'),
  rep: text.optional(),
  contact: text.optional(),
  request: z.union([text, texts]).optional(),
  followUp: date.optional(),
});

/** The columns of `history.csv`. */
export const historyColumns: readonly Column[] = [
  {
    heading: 'customer',
    names: ['客户', '客户编号', '客户代码', '客户号', 'customer id', 'customer no', 'customer code', 'account'],
    path: ['customer'],
    required: true,
  },
  { heading: 'day', names: ['日期', '拜访日期', '访问日期', 'date', 'visit date'], path: ['day'], required: true, read: dateCell },
  { heading: 'kind', names: ['类型', '拜访类型', '拜访方式', 'type', 'visit type'], path: ['kind'] },
  {
    heading: 'rep',
    names: ['客户经理', '客户经理编号', '拜访人', '工号', '业务员', '销售代表', 'rep id', 'employee id', 'salesperson'],
    path: ['rep'],
  },
  { heading: 'contact', names: ['联系人', '联系人编号', '受访人', 'contact id'], path: ['contact'] },
  { heading: 'request', names: ['任务', '任务编号', 'request id', 'task'], path: ['request'], read: listCell },
  { heading: 'follow_up', names: ['下次拜访日期', '下次拜访', '跟进日期', 'next visit'], path: ['followUp'], read: dateCell },
];

/** Converts the document of a past visit. */
export function pastVisitOf({ customer, day, kind, rep, contact, request, followUp }: z.output<typeof PastVisitDocument>): PastVisit {
  return {
    customer: customerId(customer),
    day,
    kind,
    rep: rep === undefined ? null : repId(rep),
    contact: contact === undefined ? null : contactId(contact),
    requests: (request === undefined ? [] : [request].flat()).map(requestId),
    followUp: followUp ?? null,
  };
}
