import { z } from 'zod';
import type { Appointment, VisitRequest } from '../../../domain/request.ts';
import { companionId, contactId, customerId, repId, requestId } from '../../../kernel/ids.ts';
import { minutes, parseClock } from '../../../kernel/units.ts';
import { date, duration, objectOf, parsedText, positiveDuration, prose, text } from '../../reading/field-schemas.ts';
import { valueErrors } from '../../reading/value-errors.ts';
import { visitKind } from '../../policy/visit-kind.ts';
import { clockCell, dateCell } from '../../reading/written-dates.ts';
import { type Column, minutesCell, numberCell, flagCell } from '../../reading/column.ts';

/** The day to use where a date is no working day. */
export const ifNonWorking = z.enum(['next', 'previous', 'skip']).default('next');
/** Factor on the usual price of an unserved visit. */
export const weight = z.number().min(0).max(100).default(1);

/** The time of an appointment: `10:00`, or `10:00-12:00` for a visit that lies between the two. */
const appointmentTime = parsedText((written): Pick<Appointment, 'at' | 'until'> | null => {
  const [at = null, until = null, ...more] = written.split(/[-–—~至到]/).map(parseClock);
  if (at === null || more.length > 0) return null;
  const isRange = /[-–—~至到]/.test(written);
  return isRange ? (until !== null && until > at ? { at, until } : null) : { at };
}, valueErrors.clockInvalid);

/** The document of an appointment; without a time, it is at any hour of its day. */
const AppointmentDocument = objectOf({
  day: date,
  at: appointmentTime.optional(),
  early: duration.optional(),
  mostWait: duration.optional(),
});

/** The document of a request. */
export const RequestDocument = objectOf({
  id: text,
  customer: text,
  contact: text.optional(),
  kind: visitKind.default('ordinary'),
  source: z.enum(['follow-up', 'complaint', 'promise', 'order', 'campaign', 'new-customer', 'ad-hoc']).default('ad-hoc'),
  purpose: prose.default(''),
  from: date,
  deadline: date,
  ifNonWorking,
  required: z.boolean().default(true),
  weight,
  dwell: positiveDuration.optional(),
  rep: text.optional(),
  companion: text.optional(),
  appointment: AppointmentDocument.optional(),
});

/** The columns of `requests.csv`. */
export const requestColumns: readonly Column[] = [
  { heading: 'id', names: ['编号', '任务编号', 'request', 'request id', 'task'], path: ['id'], required: true },
  {
    heading: 'customer',
    names: ['客户', '客户编号', '客户代码', '客户号', 'customer id', 'customer no', 'customer code', 'account'],
    path: ['customer'],
    required: true,
  },
  { heading: 'contact', names: ['联系人', '联系人编号', 'contact id'], path: ['contact'] },
  { heading: 'kind', names: ['类型', '拜访类型', '拜访方式', 'type', 'visit type'], path: ['kind'] },
  { heading: 'source', names: ['来源', '任务来源', 'reason'], path: ['source'] },
  { heading: 'purpose', names: ['事由', '目的', '拜访目的', '任务内容', 'subject'], path: ['purpose'] },
  { heading: 'from', names: ['开始日期', '最早日期', 'earliest', 'not before'], path: ['from'], required: true, read: dateCell },
  {
    heading: 'deadline',
    names: ['截止日期', '完成期限', '期限', 'due', 'due date', 'latest'],
    path: ['deadline'],
    required: true,
    read: dateCell,
  },
  { heading: 'if_non_working', names: ['遇休息日', '遇节假日', 'on days off'], path: ['ifNonWorking'] },
  { heading: 'required', names: ['必访', '是否必访', 'must'], path: ['required'], read: flagCell },
  { heading: 'weight', names: ['权重', '重要程度', 'importance'], path: ['weight'], read: numberCell },
  {
    heading: 'dwell_minutes',
    names: ['停留时间（分钟）', '停留时长', '停留分钟', '拜访时长', 'dwell', 'visit minutes', 'stay'],
    path: ['dwell'],
    read: minutesCell,
  },
  {
    heading: 'rep',
    names: ['客户经理', '客户经理编号', '工号', '业务员', '销售代表', 'rep id', 'employee id', 'salesperson'],
    path: ['rep'],
  },
  { heading: 'companion', names: ['陪同人', '陪同人员', 'guide'], path: ['companion'] },
  { heading: 'appointment_day', names: ['预约日期', '约定日期', 'appointment date'], path: ['appointment', 'day'], read: dateCell },
  { heading: 'appointment_at', names: ['预约时间', '约定时间', 'appointment time'], path: ['appointment', 'at'], read: clockCell },
  { heading: 'early_minutes', names: ['提前到达（分钟）', '提前分钟'], path: ['appointment', 'early'], read: minutesCell },
  { heading: 'most_wait_minutes', names: ['最长等待（分钟）', '等待上限'], path: ['appointment', 'mostWait'], read: minutesCell },
];

/** Converts the document of a request. */
export function requestOf({ from, deadline, ...document }: z.output<typeof RequestDocument>): VisitRequest {
  const { contact, rep, companion, appointment, dwell = null } = document;
  return {
    ...document,
    id: requestId(document.id),
    customer: customerId(document.customer),
    contact: contact === undefined ? null : contactId(contact),
    due: { first: from, last: deadline },
    dwell,
    rep: rep === undefined ? null : repId(rep),
    companion: companion === undefined ? null : companionId(companion),
    appointment:
      appointment === undefined
        ? null
        : {
            day: appointment.day,
            ...(appointment.at ?? { at: null }),
            early: appointment.early ?? minutes(0),
            mostWait: appointment.mostWait ?? null,
          },
  };
}
