import type { Fare } from '../../domain/fare.ts';
import type { Break, Cycle, Duty, Frequency, PlanningDeadline, Policy, RuleInstance, Tier } from '../../domain/policy.ts';
import { type Seconds, formatClock, formatDuration, seconds } from '../../kernel/units.ts';
import { rules } from '../../rules/index.ts';
import { writtenParam } from './rule-document.ts';
import { formatDay } from '../../domain/calendar.ts';
import { weekdayNames } from '../reading/weekday-names.ts';
import { formatVisitingHours } from '../reading/visiting-hours.ts';

/** A part of a document, as JSON has it. */
type Json = Readonly<Record<string, unknown>>;

/** A policy as a document that stands alone: `readPolicy` reads it back to the same policy. Fields at their usual values are left out. */
export interface WrittenPolicy {
  readonly id: string;
  readonly version: string;
  readonly title: unknown;
  readonly source: string;
  readonly tiers: readonly Json[];
  readonly frequencies: readonly Json[];
  readonly duties: readonly Json[];
  readonly breaks: readonly Json[];
  readonly rules: readonly Json[];
  readonly deadlines: readonly Json[];
  readonly modes: readonly string[];
  readonly fares: readonly Json[];
  readonly defaultHours: Json;
}

/** Writes a policy as a document. */
export const writePolicy = ({ id, version, title, source, modes, ...policy }: Policy): WrittenPolicy => ({
  id,
  version,
  title,
  source,
  tiers: policy.tiers.map(writtenTier),
  frequencies: policy.frequencies.map(writtenFrequency),
  duties: policy.duties.map(writtenDuty),
  breaks: policy.breaks.map(writtenBreak),
  rules: policy.rules.map(writtenRule),
  deadlines: policy.deadlines.map(writtenDeadline),
  modes,
  fares: policy.fares.map(writtenFare),
  defaultHours: { town: formatVisitingHours(policy.defaultHours.town), country: formatVisitingHours(policy.defaultHours.country) },
});

const writtenTier = ({ id, dwell, unserved }: Tier): Json => ({ id, dwell: formatDuration(dwell), unserved: formatDuration(unserved) });

function writtenFrequency(frequency: Frequency): Json {
  const { id, kind, count, cycle, minGapDays, maxGapDays, contact, firstWithinDays, dwell, sample, joint, tag } = frequency;
  const { tiers, tags, statuses, posts, countsAlso } = frequency;
  return {
    id,
    kind,
    ...listed({ tiers, tags, statuses, posts }),
    ...given({ contact }),
    count: { [count.bound]: count.visits },
    every: writtenCycle(cycle),
    ...(minGapDays === 0 ? {} : { minGapDays }),
    ...given({ maxGapDays, firstWithinDays, sample, dwell: durationOrNull(dwell) }),
    ...listed({ countsAlso }),
    ...(joint ? { joint } : {}),
    tag,
  };
}

/** `P1M`, weeks where they are whole, or days. */
export function writtenCycle(cycle: Cycle): string {
  if (cycle.every === 'month') return 'P1M';
  return cycle.length % 7 === 0 ? `P${cycle.length / 7}W` : `P${cycle.length}D`;
}

function writtenDuty({ id, title, days, ifNonWorking, from, until, callsAhead, tag }: Duty): Json {
  const on = days.on === 'weekdays' ? { ...days, weekdays: days.weekdays.map((weekday) => weekdayNames[weekday - 1]) } : days;
  const times = { from: formatClock(from), until: formatClock(until), ...given({ callsAhead: durationOrNull(callsAhead ?? null) }) };
  return { id, title, days: on, ifNonWorking, ...times, tag };
}

const writtenBreak = ({ id, title, earliest, latest, length, tag }: Break): Json => ({
  id,
  title,
  earliest: formatClock(earliest),
  latest: formatClock(latest),
  length: formatDuration(length),
  tag,
});

function writtenRule({ rule, price, params, tag }: RuleInstance): Json {
  const known = rules.find(({ id }) => id === rule)?.params ?? {};
  const written = Object.entries(params).map(([name, value]) => [
    name,
    known[name] === undefined ? value : writtenParam(known[name], value),
  ]);
  const stance = price === 'must' ? { must: true } : { price: formatDuration(seconds(price)) };
  return { rule, ...stance, ...Object.fromEntries(written), tag };
}

function writtenDeadline({ plan, due, by, tag }: PlanningDeadline): Json {
  if (by === null) return { plan, due, tag };
  const clock = by.clock === null ? {} : { clock: formatClock(by.clock) };
  return { plan, due, by: { workingDaysBefore: by.workingDaysBefore, ...clock, before: formatDuration(by.before) }, tag };
}

const writtenFare = ({ mode, validFrom, currency, flagFall, included, perKilometre, far, source }: Fare): Json => ({
  mode,
  validFrom: formatDay(validFrom),
  currency,
  flagFall,
  includedKilometres: included / 1000,
  perKilometre,
  ...given({ far: far === null ? null : { beyondKilometres: far.beyond / 1000, perKilometre: far.perKilometre } }),
  source,
});

const durationOrNull = (time: Seconds | null): string | null => (time === null ? null : formatDuration(time));

/** Fields without those that are null, for which absence stands. */
const given = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Lists without those that are empty. */
const listed = (lists: Readonly<Record<string, readonly unknown[]>>): Json =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
