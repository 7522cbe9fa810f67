import { z } from 'zod';
import type { Commitment } from '../../../domain/commitment.ts';
import { contactId, customerId, repId, requestId } from '../../../kernel/ids.ts';
import { visitKind } from '../../policy/visit-kind.ts';
import { clockCell, dateCell } from '../../reading/written-dates.ts';
import type { Column } from '../../reading/column.ts';
import { clock, date, objectOf, text } from '../../reading/field-schemas.ts';

/** The document of a commitment. */
export const CommitmentDocument = objectOf({
  customer: text,
  contact: text.optional(),
  kind: visitKind.default('ordinary'),
  request: text.optional(),
  day: date,
  rep: text.optional(),
  at: clock.optional(),
  firmness: z.enum(['planned', 'announced', 'confirmed']).default('planned'),
});

/** The columns of `commitments.csv`. */
export const commitmentColumns: readonly Column[] = [
  {
    heading: 'customer',
    names: ['客户', '客户编号', '客户代码', '客户号', 'customer id', 'customer no', 'customer code', 'account'],
    path: ['customer'],
    required: true,
  },
  { heading: 'contact', names: ['联系人', '联系人编号', 'contact id'], path: ['contact'] },
  { heading: 'kind', names: ['类型', '拜访类型', '拜访方式', 'type', 'visit type'], path: ['kind'] },
  { heading: 'request', names: ['任务', '任务编号', 'request id', 'task'], path: ['request'] },
  { heading: 'day', names: ['日期', '拜访日期', '计划日期', 'date', 'visit date'], path: ['day'], required: true, read: dateCell },
  {
    heading: 'rep',
    names: ['客户经理', '客户经理编号', '工号', '业务员', '销售代表', 'rep id', 'employee id', 'salesperson'],
    path: ['rep'],
  },
  { heading: 'at', names: ['时间', '约定时间', 'time'], path: ['at'], read: clockCell },
  { heading: 'firmness', names: ['确定程度', '承诺程度'], path: ['firmness'] },
];

/** Converts the document of a commitment. */
export function commitmentOf({ customer, contact, request, rep, at, ...document }: z.output<typeof CommitmentDocument>): Commitment {
  return {
    ...document,
    customer: customerId(customer),
    contact: contact === undefined ? null : contactId(contact),
    request: request === undefined ? null : requestId(request),
    rep: rep === undefined ? null : repId(rep),
    at: at ?? null,
  };
}
