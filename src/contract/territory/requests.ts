import { z } from 'zod';
import type { Commitment } from '../../domain/commitment.ts';
import type { Campaign, VisitRequest } from '../../domain/request.ts';
import { companionId, contactId, customerId, repId, requestId } from '../../kernel/ids.ts';
import { minutes } from '../../kernel/units.ts';
import { clock, date, duration, objectOf, positiveDuration, text, texts } from '../reading/field-schemas.ts';
import { visitKind } from '../policy/visit-kind.ts';
import { type Column, listCell, minutesCell, numberCell, flagCell } from '../reading/column.ts';

const ifNonWorking = z.enum(['next', 'previous', 'skip']).default('next');
/** How many times the usual price. */
const weight = z.number().min(0).max(100).default(1);
const leadDays = z.int().min(0).max(366);

/** A time agreed on, as documents have it. */
const AppointmentDocument = objectOf({ day: date, at: clock, early: duration.optional(), mostWait: duration.optional() });

/** A one-off reason to visit or call, as documents have it. */
export const RequestDocument = objectOf({
  id: text,
  customer: text,
  contact: text.optional(),
  kind: visitKind.default('ordinary'),
  source: z.enum(['follow-up', 'complaint', 'promise', 'order', 'campaign', 'new-customer', 'ad-hoc']).default('ad-hoc'),
  purpose: z.string().default(''),
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
  { heading: 'id', names: ['编号', '任务编号', 'request', 'request id', 'task'], path: ['id'], needed: true },
  {
    heading: 'customer',
    names: ['客户', '客户编号', '客户代码', '客户号', 'customer id', 'customer no', 'customer code', 'account'],
    path: ['customer'],
    needed: true,
  },
  { heading: 'contact', names: ['联系人', '联系人编号', 'contact id'], path: ['contact'] },
  { heading: 'kind', names: ['类型', '拜访类型', '拜访方式', 'type', 'visit type'], path: ['kind'] },
  { heading: 'source', names: ['来源', '任务来源', 'reason'], path: ['source'] },
  { heading: 'purpose', names: ['事由', '目的', '拜访目的', '任务内容', 'subject'], path: ['purpose'] },
  { heading: 'from', names: ['开始日期', '最早日期', 'earliest', 'not before'], path: ['from'], needed: true },
  { heading: 'deadline', names: ['截止日期', '完成期限', '期限', 'due', 'due date', 'latest'], path: ['deadline'], needed: true },
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
  { heading: 'appointment_day', names: ['预约日期', '约定日期', 'appointment date'], path: ['appointment', 'day'] },
  { heading: 'appointment_at', names: ['预约时间', '约定时间', 'appointment time'], path: ['appointment', 'at'] },
  { heading: 'early_minutes', names: ['提前到达（分钟）', '提前分钟'], path: ['appointment', 'early'], read: minutesCell },
  { heading: 'most_wait_minutes', names: ['最长等待（分钟）', '等待上限'], path: ['appointment', 'mostWait'], read: minutesCell },
];

/** The request of a document. */
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
      appointment === undefined ? null : { ...appointment, early: appointment.early ?? minutes(0), mostWait: appointment.mostWait ?? null },
  };
}

/** A dated reason to see many customers, as documents have it. */
export const CampaignDocument = objectOf({
  id: text,
  name: text.optional(),
  day: date,
  leadDays: objectOf({ least: leadDays, most: leadDays }),
  ifNonWorking,
  kind: visitKind.default('ordinary'),
  tiers: texts.default([]),
  tags: texts.default([]),
  statuses: z.array(z.enum(['potential', 'new', 'retained', 'lost'])).default([]),
  contact: text.optional(),
  required: z.boolean().default(true),
  weight,
  dwell: positiveDuration.optional(),
});

/** The columns of `campaigns.csv`. */
export const campaignColumns: readonly Column[] = [
  { heading: 'id', names: ['编号', '活动编号', 'campaign', 'campaign id'], path: ['id'], needed: true },
  { heading: 'name', names: ['名称', '活动名称', '活动', 'campaign name'], path: ['name'] },
  { heading: 'day', names: ['日期', '活动日期', 'date'], path: ['day'], needed: true },
  {
    heading: 'least_lead_days',
    names: ['最少提前天数', 'least days before'],
    path: ['leadDays', 'least'],
    read: numberCell,
    needed: true,
  },
  { heading: 'most_lead_days', names: ['最多提前天数', 'most days before'], path: ['leadDays', 'most'], read: numberCell, needed: true },
  { heading: 'if_non_working', names: ['遇休息日', '遇节假日', 'on days off'], path: ['ifNonWorking'] },
  { heading: 'kind', names: ['类型', '拜访类型', '拜访方式', 'type', 'visit type'], path: ['kind'] },
  { heading: 'tiers', names: ['级别', '适用级别', '客户级别', 'tier'], path: ['tiers'], read: listCell },
  { heading: 'tags', names: ['标签', '适用标签', '客户标签', 'labels'], path: ['tags'], read: listCell },
  { heading: 'statuses', names: ['状态', '适用状态', '客户状态', 'status'], path: ['statuses'], read: listCell },
  { heading: 'contact_role', names: ['联系人角色', '联系人职务'], path: ['contact'] },
  { heading: 'required', names: ['必访', '是否必访', 'must'], path: ['required'], read: flagCell },
  { heading: 'weight', names: ['权重', '重要程度', 'importance'], path: ['weight'], read: numberCell },
  {
    heading: 'dwell_minutes',
    names: ['停留时间（分钟）', '停留时长', '停留分钟', '拜访时长', 'dwell', 'visit minutes', 'stay'],
    path: ['dwell'],
    read: minutesCell,
  },
];

/** The campaign of a document. */
export function campaignOf({ tiers, tags, statuses, contact, ...document }: z.output<typeof CampaignDocument>): Campaign {
  const { id, name = id, dwell = null } = document;
  return { ...document, name, dwell, audience: { tiers, tags, statuses, contact: contact ?? null } };
}

/** A day that an earlier plan gave to a visit, as documents have it. */
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
    needed: true,
  },
  { heading: 'contact', names: ['联系人', '联系人编号', 'contact id'], path: ['contact'] },
  { heading: 'kind', names: ['类型', '拜访类型', '拜访方式', 'type', 'visit type'], path: ['kind'] },
  { heading: 'request', names: ['任务', '任务编号', 'request id', 'task'], path: ['request'] },
  { heading: 'day', names: ['日期', '拜访日期', '计划日期', 'date', 'visit date'], path: ['day'], needed: true },
  {
    heading: 'rep',
    names: ['客户经理', '客户经理编号', '工号', '业务员', '销售代表', 'rep id', 'employee id', 'salesperson'],
    path: ['rep'],
  },
  { heading: 'at', names: ['时间', '约定时间', 'time'], path: ['at'] },
  { heading: 'firmness', names: ['确定程度', '承诺程度'], path: ['firmness'] },
];

/** The commitment of a document. */
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
