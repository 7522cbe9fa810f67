import { stringify } from 'csv-stringify/sync';
import { formatDay } from '../domain/calendar.ts';
import type { Customer } from '../domain/customer.ts';
import type { PlannedDay } from '../domain/plan.ts';
import { titlesOf } from '../domain/policy.ts';
import type { Territory } from '../domain/territory.ts';
import type { Language, Text } from '../kernel/text.ts';
import { type DayRow, dayRows } from './day-rows.ts';
import { clockName, inKilometres, inTenthsOfMinutes, kindLabels, labels, settingLabels, weekdayName } from './labels.ts';
import type { PublishedPlan } from './published-plan.ts';
import { contactName } from './visit-names.ts';

const HEADINGS = [
  labels.day,
  labels.weekday,
  labels.rep,
  labels.repName,
  labels.order,
  labels.type,
  labels.customer,
  labels.name,
  labels.tier,
  labels.setting,
  labels.mode,
  labels.travelMinutes,
  labels.distance,
  labels.fare,
  labels.arrival,
  labels.start,
  labels.end,
  labels.stay,
  labels.waitingMinutes,
  labels.required,
  labels.kind,
  labels.contact,
];

type Cell = string | number;

/**
 * The plan as a table for spreadsheets: one row per stop, and one for the way back at the end of a day.
 * Opens with a byte order mark, without which spreadsheets take Chinese for something else; a cell that
 * would be run as a formula is escaped.
 */
export function planCsv({ plan, territory, words }: PublishedPlan, language: Language): string {
  const known = namesOf(territory);
  const rows = plan.days.flatMap((day) => {
    const head = [formatDay(day.day), weekdayName(day.day, language), day.rep, known.reps.get(day.rep) ?? ''];
    return dayRows(day).map((row) => [
      ...head,
      ...stopCells(row, known, language),
      ...wayCells(row, words, language),
      ...timeCells(row, language),
      ...kindCells(row, known, language),
    ]);
  });
  const headings = HEADINGS.map((label) => label[language]);
  return stringify([headings, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

interface Names {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly reps: ReadonlyMap<PlannedDay['rep'], string>;
  readonly titles: ReadonlyMap<string, Text>;
}

function namesOf({ customers, reps, policy }: Territory): Names {
  return {
    customers: new Map(customers.map((customer) => [customer.id, customer])),
    reps: new Map(reps.map(({ id, name }) => [id, name])),
    titles: titlesOf(policy),
  };
}

/** Order, type, customer, name, tier, setting. */
function stopCells({ stop, order }: DayRow, { customers, titles }: Names, language: Language): readonly Cell[] {
  if (stop === null) return ['', labels.back[language], '', '', '', ''];
  if (stop.type === 'duty' || stop.type === 'break') {
    const id = stop.type === 'duty' ? stop.duty : stop.break;
    return ['', labels[stop.type][language], '', titles.get(id)?.[language] ?? id, '', ''];
  }
  const customer = customers.get(stop.customer);
  const setting = customer === undefined ? '' : settingLabels[customer.setting][language];
  return [order ?? '', labels[stop.type][language], stop.customer, customer?.name ?? '', customer?.tier ?? '', setting];
}

/** Mode, minutes, kilometres, fare. */
function wayCells({ leg }: DayRow, words: PublishedPlan['words'], language: Language): readonly Cell[] {
  if (leg === null) return ['', '', '', ''];
  return [words.mode(leg.mode)[language], inTenthsOfMinutes(leg.travel), inKilometres(leg.distance), leg.fare?.amount ?? ''];
}

/** Arrival, start, end, stay, waiting, required. */
function timeCells({ stop, leg, waiting }: DayRow, language: Language): readonly Cell[] {
  if (stop === null) return [leg === null ? '' : clockName(leg.arrive), '', '', '', '', ''];
  const span = [clockName(stop.start), clockName(stop.end), inTenthsOfMinutes(stop.end - stop.start)];
  if (stop.type === 'break') return ['', ...span, '', ''];
  if (stop.type === 'duty') return [clockName(stop.arrival), ...span, '', ''];
  if (stop.type === 'call') return ['', ...span, '', labels[stop.required ? 'yes' : 'no'][language]];
  return [clockName(stop.arrival), ...span, inTenthsOfMinutes(waiting), labels[stop.required ? 'yes' : 'no'][language]];
}

/** Kind and contact of a visit or call. */
function kindCells({ stop }: DayRow, { customers }: Names, language: Language): readonly Cell[] {
  if (stop?.type !== 'visit' && stop?.type !== 'call') return ['', ''];
  return [kindLabels[stop.kind][language], contactName(stop.contact, customers.get(stop.customer))];
}
