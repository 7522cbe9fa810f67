import { z } from 'zod';
import type { Campaign } from '../../../domain/request.ts';
import { visitKind } from '../../policy/visit-kind.ts';
import { dateCell } from '../../reading/written-dates.ts';
import { type Column, flagCell, listCell, minutesCell, numberCell } from '../../reading/column.ts';
import { date, listOf, objectOf, positiveDuration, text, texts } from '../../reading/field-schemas.ts';
import { ifNonWorking, weight } from './requests.ts';

const leadDays = z.int().min(0).max(366);

/** The document of a campaign. */
export const CampaignDocument = objectOf({
  id: text,
  name: text.optional(),
  day: date,
  leadDays: objectOf({ least: leadDays, most: leadDays }),
  ifNonWorking,
  kind: visitKind.default('ordinary'),
  tiers: texts.default([]),
  tags: texts.default([]),
  statuses: listOf(z.enum(['potential', 'new', 'retained', 'lost'])).default([]),
  contact: text.optional(),
  required: z.boolean().default(true),
  weight,
  dwell: positiveDuration.optional(),
});

/** The columns of `campaigns.csv`. */
export const campaignColumns: readonly Column[] = [
  { heading: 'id', names: ['编号', '活动编号', 'campaign', 'campaign id'], path: ['id'], required: true },
  { heading: 'name', names: ['名称', '活动名称', '活动', 'campaign name'], path: ['name'] },
  { heading: 'day', names: ['日期', '活动日期', 'date'], path: ['day'], required: true, read: dateCell },
  {
    heading: 'least_lead_days',
    names: ['最少提前天数', 'least days before'],
    path: ['leadDays', 'least'],
    read: numberCell,
    required: true,
  },
  { heading: 'most_lead_days', names: ['最多提前天数', 'most days before'], path: ['leadDays', 'most'], read: numberCell, required: true },
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

/** Converts the document of a campaign. */
export function campaignOf({ tiers, tags, statuses, contact, ...document }: z.output<typeof CampaignDocument>): Campaign {
  const { id, name = id, dwell = null } = document;
  return { ...document, name, dwell, audience: { tiers, tags, statuses, contact: contact ?? null } };
}
