import { z } from 'zod';
import type { Weekday } from '../../../domain/calendar.ts';
import { MOST_FREE } from '../../../domain/policy.ts';
import type { Rep } from '../../../domain/rep.ts';
import { MIDNIGHT, type VisitingHours, type Window, withoutWindows } from '../../../domain/visiting-hours.ts';
import { repId } from '../../../kernel/ids.ts';
import { LEAST_VALUE_OF_TIME, largest } from '../../reading/bounds.ts';
import { days, location, objectOf, text, texts, visitingHours } from '../../reading/field-schemas.ts';
import { daysCell } from '../../reading/written-dates.ts';
import { type Column, listCell, numberCell } from '../../reading/column.ts';

/** The document of a rep. Only id, start and shifts are required; without an end, a day ends where it starts. */
export const RepDocument = objectOf({
  id: text,
  name: text.optional(),
  post: text.default('rep'),
  role: z.enum(['rep', 'manager']).default('rep'),
  manager: text.optional(),
  start: location,
  end: location.optional(),
  vehicles: texts.default([]),
  modes: texts.default([]),
  valueOfTime: z.number().min(LEAST_VALUE_OF_TIME).max(largest.money).optional(),
  areas: texts.default([]),
  shifts: visitingHours,
  leave: days.optional(),
});

/** The columns of `reps.csv`. */
export const repColumns: readonly Column[] = [
  {
    heading: 'id',
    names: ['编号', '工号', '客户经理编号', '员工编号', '人员编号', 'rep', 'rep id', 'employee id', 'code'],
    path: ['id'],
    required: true,
  },
  { heading: 'name', names: ['姓名', '名称', '客户经理', '客户经理姓名', '业务员', 'rep name', 'full name'], path: ['name'] },
  { heading: 'post', names: ['岗位', '职位', 'position', 'job', 'job title'], path: ['post'] },
  { heading: 'role', names: ['角色', '身份'], path: ['role'] },
  { heading: 'manager', names: ['主管', '上级', '直接主管', '部门经理', 'superior', 'reports to'], path: ['manager'] },
  {
    heading: 'start_lat',
    names: ['出发地纬度', '出发纬度', '起点纬度', 'start latitude'],
    path: ['start', 'lat'],
    read: numberCell,
    required: true,
  },
  {
    heading: 'start_lng',
    names: ['出发地经度', '出发经度', '起点经度', 'start longitude', 'start lon'],
    path: ['start', 'lng'],
    read: numberCell,
    required: true,
  },
  { heading: 'end_lat', names: ['返回地纬度', '返回纬度', '终点纬度', 'end latitude'], path: ['end', 'lat'], read: numberCell },
  { heading: 'end_lng', names: ['返回地经度', '返回经度', '终点经度', 'end longitude', 'end lon'], path: ['end', 'lng'], read: numberCell },
  { heading: 'vehicles', names: ['自有车辆', '车辆', '交通工具', 'vehicle', 'own vehicle'], path: ['vehicles'], read: listCell },
  { heading: 'modes', names: ['交通方式', '出行方式', 'transport'], path: ['modes'], read: listCell },
  { heading: 'value_of_time', names: ['时间价值', '每小时价值', 'value of time', 'hourly value'], path: ['valueOfTime'], read: numberCell },
  { heading: 'areas', names: ['片区', '负责片区', '区域', '辖区', 'area', 'districts', 'regions'], path: ['areas'], read: listCell },
  { heading: 'shifts', names: ['班次', '工作时间', '上班时间', 'working hours', 'shift'], path: ['shifts'], required: true },
  { heading: 'leave', names: ['休假', '请假', '休假日期', 'days off', 'holidays'], path: ['leave'], read: daysCell },
];

/** Converts the document of a rep. Returns null where a shift passes midnight, or holidays or dates have shifts of their own. */
export function repOf(document: z.output<typeof RepDocument>): Rep | null {
  const shifts = shiftsOf(document.shifts);
  if (shifts === null) return null;
  return {
    id: repId(document.id),
    name: document.name ?? document.id,
    post: document.post,
    role: document.role,
    manager: document.manager === undefined ? null : repId(document.manager),
    start: document.start,
    end: document.end ?? document.start,
    ...shifts,
    leave: document.leave ?? [],
    vehicles: document.vehicles,
    modes: document.modes,
    valueOfTime: document.valueOfTime ?? null,
    areas: document.areas,
  };
}

/** The shift of each weekday from its first start to its last end, and what is free in between; null where that is not all. */
function shiftsOf({ byWeekday, onHolidays, dated = [] }: VisitingHours): Pick<Rep, 'shifts' | 'free'> | null {
  const isPlain = (windows: readonly Window[]) => windows.length <= MOST_FREE + 1 && windows.every(({ until }) => until <= MIDNIGHT);
  if (onHolidays !== null || dated.length > 0 || !Object.values(byWeekday).every(isPlain)) return null;
  const whole = (weekday: Weekday): Window | null => {
    const [first, last] = [byWeekday[weekday][0], byWeekday[weekday].at(-1)];
    return first === undefined || last === undefined ? null : { from: first.from, until: last.until };
  };
  const shifts = { 1: whole(1), 2: whole(2), 3: whole(3), 4: whole(4), 5: whole(5), 6: whole(6), 7: whole(7) };
  if (Object.values(byWeekday).every((windows) => windows.length <= 1)) return { shifts };
  const free = (weekday: Weekday) => withoutWindows(shifts[weekday] === null ? [] : [shifts[weekday]], byWeekday[weekday]);
  return { shifts, free: { 1: free(1), 2: free(2), 3: free(3), 4: free(4), 5: free(5), 6: free(6), 7: free(7) } };
}
