import type { Fare } from '../../domain/fare.ts';
import type { Break, Cycle, Duty, Frequency, Material, PlanningDeadline, Policy, RuleInstance, Tier } from '../../domain/policy.ts';
import { type Seconds, formatClock, formatDuration, seconds } from '../../kernel/units.ts';
import { rules } from '../../rules/index.ts';
import { writeParam } from './rule-document.ts';
import { formatDay } from '../../domain/calendar.ts';
import { weekdayNames } from '../reading/weekday-names.ts';
import { formatVisitingHours } from '../reading/visiting-hours.ts';

/** A JSON object. */
type Json = Readonly<Record<string, unknown>>;

/** A whole policy as a document. Fields with default values are left out. */
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
  readonly joinedStay?: 'sum';
  readonly materials: readonly Json[];
  readonly modes: readonly string[];
  readonly fares: readonly Json[];
  readonly defaultHours: Json;
}

/** Writes a policy as a document that `readPolicy` reads back to the same policy. */
export const writePolicy = ({ id, version, title, source, modes, ...policy }: Policy): WrittenPolicy => ({
  id,
  version,
  title,
  source,
  tiers: policy.tiers.map(writeTier),
  frequencies: policy.frequencies.map(writeFrequency),
  duties: policy.duties.map(writeDuty),
  breaks: policy.breaks.map(writeBreak),
  rules: policy.rules.map(writeRule),
  deadlines: policy.deadlines.map(writeDeadline),
  ...(policy.joinedStay === 'longest' ? {} : { joinedStay: policy.joinedStay }),
  materials: policy.materials.map(writeMaterial),
  modes,
  fares: policy.fares.map(writeFare),
  defaultHours: { town: formatVisitingHours(policy.defaultHours.town), country: formatVisitingHours(policy.defaultHours.country) },
});

const writeTier = ({ id, dwell, unserved }: Tier): Json => ({ id, dwell: formatDuration(dwell), unserved: formatDuration(unserved) });

function writeFrequency(frequency: Frequency): Json {
  const { id, kind, count, cycle, minGapDays, maxGapDays, contact, firstWithinDays, dwell, sample, joint, purpose, telephone, tag } =
    frequency;
  const { tiers, tags, statuses, posts, countsAlso } = frequency;
  return {
    id,
    kind,
    ...withoutNull({ purpose }),
    ...withoutEmpty({ tiers, tags, statuses, posts }),
    ...withoutNull({ contact }),
    count: { [count.bound]: count.visits },
    every: writeCycle(cycle),
    ...(minGapDays === 0 ? {} : { minGapDays }),
    ...withoutNull({ maxGapDays, firstWithinDays, sample, dwell: durationOrNull(dwell) }),
    ...withoutEmpty({ countsAlso }),
    ...withoutNull({ telephone: telephone === null ? null : { dwell: formatDuration(telephone.dwell), instead: telephone.instead } }),
    ...(joint ? { joint } : {}),
    tag,
  };
}

/** Writes a cycle: months such as `P3M`, weeks where they are whole, or days. */
export function writeCycle(cycle: Cycle): string {
  if (cycle.every === 'month') return 'P1M';
  if (cycle.every === 'months') return `P${cycle.count}M`;
  return cycle.length % 7 === 0 ? `P${cycle.length / 7}W` : `P${cycle.length}D`;
}

function writeDuty({ id, title, days, ifNonWorking, from, until, callsAhead, tag }: Duty): Json {
  const on = days.on === 'weekdays' ? { ...days, weekdays: days.weekdays.map((weekday) => weekdayNames[weekday - 1]) } : days;
  const times = { from: formatClock(from), until: formatClock(until), ...withoutNull({ callsAhead: durationOrNull(callsAhead ?? null) }) };
  return { id, title, days: on, ifNonWorking, ...times, tag };
}

const writeBreak = ({ id, title, earliest, latest, length, tag }: Break): Json => ({
  id,
  title,
  earliest: formatClock(earliest),
  latest: formatClock(latest),
  length: formatDuration(length),
  tag,
});

function writeRule({ rule, price, params, tag }: RuleInstance): Json {
  const definitions = rules.find(({ id }) => id === rule)?.params ?? {};
  const written = Object.entries(params).map(([name, value]) => [
    name,
    definitions[name] === undefined ? value : writeParam(definitions[name], value),
  ]);
  const stance = price === 'must' ? { must: true } : { price: formatDuration(seconds(price)) };
  return { rule, ...stance, ...Object.fromEntries(written), tag };
}

function writeDeadline({ plan, due, by, tag }: PlanningDeadline): Json {
  if (by === null) return { plan, due, tag };
  const clock = by.clock === null ? {} : { clock: formatClock(by.clock) };
  return { plan, due, by: { workingDaysBefore: by.workingDaysBefore, ...clock, before: formatDuration(by.before) }, tag };
}

const writeMaterial = ({ id, name, copies, tags, purposes, kinds, tag }: Material): Json => ({
  id,
  name,
  copies,
  ...withoutEmpty({ tags, purposes, kinds }),
  tag,
});

const writeFare = ({ mode, validFrom, currency, flagFall, included, perKilometre, far, source }: Fare): Json => ({
  mode,
  validFrom: formatDay(validFrom),
  currency,
  flagFall,
  includedKilometres: included / 1000,
  perKilometre,
  ...withoutNull({ far: far === null ? null : { beyondKilometres: far.beyond / 1000, perKilometre: far.perKilometre } }),
  source,
});

const durationOrNull = (time: Seconds | null): string | null => (time === null ? null : formatDuration(time));

/** The fields that are not null. */
const withoutNull = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** The lists that are not empty. */
const withoutEmpty = (lists: Readonly<Record<string, readonly unknown[]>>): Json =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
