import type { PlanStatus } from '../../contract/service/plan-status.ts';
import { problemOf } from '../problem.ts';
import type { Progress, RequestFacts } from '../../service/messages.ts';
import type { PlanRecord } from '../../service/plan-record.ts';
import type { Planning } from '../../service/planning.ts';

const instant = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' });

/** The status document of a plan. */
export function statusOf(record: PlanRecord, planning: Planning): PlanStatus {
  const { id, request, requestedAt, facts } = record;
  const { state, startedAt, endedAt, progress, findings } = facts;
  return {
    id,
    state,
    order: orderOf(request),
    requestedAt: instant(requestedAt),
    ...(startedAt === null ? {} : { startedAt: instant(startedAt) }),
    ...(endedAt === null ? {} : { endedAt: instant(endedAt) }),
    ...(state === 'queued' ? { ahead: planning.ahead(record) } : {}),
    progress: progressOf(progress),
    ...(findings.length === 0 ? {} : { problem: problemOf(findings) }),
    links: linksOf(id),
  };
}

/** The facts of a request; doubts and columns that were not read stand there where there are any. */
const orderOf = ({ unusedColumns, doubts, ...order }: RequestFacts): PlanStatus['order'] => ({
  ...order,
  ...(doubts.length === 0 ? {} : { doubts: doubts.map(({ about, text }) => ({ about, text })) }),
  ...(unusedColumns.length === 0 ? {} : { unusedColumns: unusedColumns.map(({ file, headings }) => ({ file, headings: [...headings] })) }),
});

function progressOf({ cost, left, share }: Progress): PlanStatus['progress'] {
  const rounded = { share: Math.round(share * 1000) / 1000, ...(cost === null ? {} : { cost }) };
  return left === null ? rounded : { ...rounded, unserved: left.requiredUnserved + left.behindPaceUnserved, ...left };
}

/** The paths of a plan's other formats, by file extension. */
const formatLinks = (plan: string): Pick<PlanStatus['links'], 'html' | 'csv' | 'xlsx' | 'ics' | 'geojson' | 'txt'> => ({
  html: `${plan}.html`,
  csv: `${plan}.csv`,
  xlsx: `${plan}.xlsx`,
  ics: `${plan}.ics`,
  geojson: `${plan}.geojson`,
  txt: `${plan}.txt`,
});

/** Paths of everything there is of a plan. */
export function linksOf(id: string): PlanStatus['links'] {
  const plan = `/v1/plans/${id}`;
  return {
    self: `${plan}/solve`,
    plan,
    events: `${plan}/events`,
    explanation: `${plan}/explanation`,
    days: `${plan}/days`,
    unserved: `${plan}/unserved`,
    ...formatLinks(plan),
  };
}
