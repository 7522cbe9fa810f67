import { z } from 'zod';
import type { Contact } from '../../../domain/contact.ts';
import type { Customer, Setting } from '../../../domain/customer.ts';
import { companionId, customerId, repId } from '../../../kernel/ids.ts';
import { date, days, location, objectOf, positiveDuration, text, texts, visitingHours, weekday } from '../../reading/field-schemas.ts';
import { dateCell, daysCell } from '../../reading/written-dates.ts';
import { type Column, listCell, minutesCell, numberCell, flagCell } from '../../reading/column.ts';

/** Town or country. */
export const setting = z.enum(['town', 'country']);

/** The document of a customer. Only id, location and tier are required. */
export const CustomerDocument = objectOf({
  id: text,
  name: text.optional(),
  location,
  setting: setting.optional(),
  tier: text,
  status: z.enum(['potential', 'new', 'retained', 'lost']).default('retained'),
  since: date.optional(),
  intent: z.enum(['unknown', 'vague', 'clear']).default('unknown'),
  tags: texts.default([]),
  dwell: positiveDuration.optional(),
  hours: visitingHours.optional(),
  closedDays: days.optional(),
  orderWeekday: weekday.optional(),
  companion: text.optional(),
  requiredRep: text.optional(),
  preferredRep: text.optional(),
  area: text.optional(),
  line: text.optional(),
  allowedModes: texts.optional(),
  busServed: z.boolean().default(false),
});

/** The columns of `customers.csv`. */
export const customerColumns: readonly Column[] = [
  {
    heading: 'id',
    names: [
      '编号',
      '客户编号',
      '客户编码',
      '客户代码',
      '客户号',
      '客户ID',
      'customer',
      'customer id',
      'customer no',
      'customer code',
      'code',
    ],
    path: ['id'],
    required: true,
  },
  { heading: 'name', names: ['名称', '客户名称', '店名', '门店名称', '单位名称', 'customer name', 'shop', 'store name'], path: ['name'] },
  { heading: 'lat', names: ['纬度', 'latitude', 'y'], path: ['location', 'lat'], read: numberCell, required: true },
  { heading: 'lng', names: ['经度', 'longitude', 'lon', 'long', 'x'], path: ['location', 'lng'], read: numberCell, required: true },
  { heading: 'setting', names: ['城乡', '城乡类型', '区域类型', '市场类型', 'town or country'], path: ['setting'] },
  {
    heading: 'tier',
    names: ['级别', '客户级别', '等级', '客户等级', '客户类别', '档位', 'grade', 'class', 'level'],
    path: ['tier'],
    required: true,
  },
  { heading: 'status', names: ['状态', '客户状态', 'customer status'], path: ['status'] },
  { heading: 'since', names: ['状态起始日', '状态起始日期', '建档日期', '入网日期', 'status since'], path: ['since'], read: dateCell },
  { heading: 'intent', names: ['意向', '客户意向', '购买意向'], path: ['intent'] },
  { heading: 'tags', names: ['标签', '客户标签', '标记', 'labels'], path: ['tags'], read: listCell },
  {
    heading: 'dwell_minutes',
    names: ['停留时间（分钟）', '停留时长', '停留分钟', '服务时间', '拜访时长', 'dwell', 'visit minutes', 'stay'],
    path: ['dwell'],
    read: minutesCell,
  },
  { heading: 'hours', names: ['营业时间', '可拜访时间', '开放时间', 'opening hours', 'visiting hours'], path: ['hours'] },
  { heading: 'closed_days', names: ['停业日', '停业日期', '歇业日期', 'closed dates'], path: ['closedDays'], read: daysCell },
  { heading: 'order_weekday', names: ['订货日', '订货星期', '订单日', 'order day'], path: ['orderWeekday'] },
  { heading: 'companion', names: ['陪同人', '陪同人员', 'guide'], path: ['companion'] },
  { heading: 'required_rep', names: ['指定客户经理', '客户经理', '负责人', '业务员', 'rep', 'owner'], path: ['requiredRep'] },
  { heading: 'preferred_rep', names: ['首选客户经理', 'usual rep'], path: ['preferredRep'] },
  { heading: 'area', names: ['片区', '所属片区', '区域', '辖区', 'district', 'region'], path: ['area'] },
  { heading: 'line', names: ['线路', '拜访线路', 'route', 'visit line'], path: ['line'] },
  { heading: 'allowed_modes', names: ['可用交通方式', '允许的交通方式'], path: ['allowedModes'], read: listCell },
  { heading: 'bus_served', names: ['通公交', '公交可达', '有公交', 'bus'], path: ['busServed'], read: flagCell },
];

/** Facts of a customer that its own document does not hold. */
interface CustomerContext {
  /** The setting of the territory, used where the document has none. */
  readonly setting: Setting;
  readonly contacts: readonly Contact[];
}

/** Converts the document of a customer. */
export function customerOf(document: z.output<typeof CustomerDocument>, { setting: defaultSetting, contacts }: CustomerContext): Customer {
  return {
    id: customerId(document.id),
    name: document.name ?? document.id,
    location: document.location,
    setting: document.setting ?? defaultSetting,
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
