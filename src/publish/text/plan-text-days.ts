import type { Customer } from '../../domain/customer.ts';
import { nameWithId } from '../../domain/names.ts';
import { callsOfDuties } from '../../domain/calls-ahead.ts';
import type { PlannedDay, VisitFacts } from '../../domain/plan.ts';
import { titlesOf } from '../../domain/policy.ts';
import { transportOf } from '../../domain/vehicle.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { inMinutes } from '../../kernel/units.ts';
import { type DayRow, dayRows } from '../day-rows.ts';
import { clockName, dayName, distanceName, labels } from '../labels.ts';
import type { Lines } from './plan-text-tables.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { indented, textTable } from './text-table.ts';
import { visitNote } from '../visit-names.ts';
import { type WayTold, cheaperNote, joined, vehicleNote } from '../way-note.ts';
import { arrivalName, wayOf } from '../way.ts';

/** A rep's day as a table for people. */
export interface DayTable {
  readonly planned: PlannedDay;
  readonly heading: string;
  /** Of the first columns; the last one stands above all that is told of the way. */
  readonly columns: readonly string[];
  /** Order, time, who, tier, mode, minutes, distance, notes; all of them texts. */
  readonly rows: readonly (readonly string[])[];
}

/** Every rep's every day that has any stops, in order, one line each. */
export const dayLists = (published: PublishedPlan, language: Language): readonly Lines[] =>
  dayTables(published, language).map(({ heading, columns, rows }) => [
    heading,
    ...indented(textTable([columns, ...rows], ['right', 'left', 'left', 'left', 'left', 'right', 'right', 'left'])),
  ]);

/** Every rep's every day that has any stops, in the plan's order. */
export function dayTables(published: PublishedPlan, language: Language): readonly DayTable[] {
  const { territory, plan } = published;
  const customers: Customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const titles = titlesOf(territory.policy);
  return plan.days
    .filter(({ stops }) => stops.length > 0)
    .map((planned) => {
      const columns = ['', labels.time[language], labels.who[language], labels.tier[language], labels.wayThere[language]];
      const told = { published, planned, customers, titles, ahead: callsOfDuties(territory, planned), language };
      const rows = dayRows(planned);
      const parked = parkedNotes(rows, told);
      const cells = rows.map((row, i) => rowCells(row, parked[i] ?? '', told));
      return { planned, heading: heading(published, planned, language), columns, rows: cells };
    });
}

/** `Mon 7 Dec · Li Wei (rep-1), e-bike`: whose day, and by which own vehicle. */
function heading({ territory, words }: PublishedPlan, { day, rep, vehicle, legs }: PlannedDay, language: Language): string {
  const known = territory.reps.find(({ id }) => id === rep);
  const hasVehicle = known !== undefined && transportOf(territory.policy, known).vehicles.length > 0;
  const left = hasVehicle && legs.length > 0 ? [labels.withoutVehicle[language]] : [];
  const names = [known === undefined ? rep : nameWithId(known), ...(vehicle === null ? left : [words.mode(vehicle)[language]])];
  return `${dayName(day, language).replaceAll('  ', ' ')} · ${names.join(language === 'zh' ? '，' : ', ')}`;
}

/** By row what becomes of the vehicle, said once for the ways during which nothing changes. */
function parkedNotes(rows: readonly DayRow[], told: WayTold): readonly string[] {
  let last = '';
  return rows.map(({ legs }) => {
    if (legs.length === 0) return '';
    const note = vehicleNote(legs, told);
    const isNew = note !== last;
    last = note;
    return isNew ? note : '';
  });
}

type Customers = ReadonlyMap<string, Customer>;

interface Told extends WayTold {
  readonly customers: Customers;
  readonly titles: ReadonlyMap<string, Text>;
  /** The day's calls ahead, by duty. */
  readonly ahead: ReadonlyMap<string, readonly VisitFacts[]>;
}

/** Order, time, who or what, tier, mode, minutes, distance, waiting and notes. */
function rowCells(row: DayRow, parked: string, told: Told): readonly string[] {
  const { customers, titles, ahead, language } = told;
  const { stop, order, legs } = row;
  const notes = joined([waitText(row, language), parked, cheaperNote(legs, told)], language);
  const way = [...wayCells(row, told.published, language), notes];
  if (stop === null) return ['', arrivalName(legs), labels.back[language], '', ...way];
  const time = `${clockName(stop.start)}–${clockName(stop.end)}`;
  if (stop.type === 'duty' || stop.type === 'break') {
    const id = stop.type === 'duty' ? stop.duty : stop.break;
    return ['', time, `${titles.get(id)?.[language] ?? id}${callsNote(ahead.get(id)?.length ?? 0, language)}`, '', ...way];
  }
  const customer = customers.get(stop.customer);
  const optional = stop.required ? '' : ` · ${labels.optional[language]}`;
  const named = customer === undefined ? stop.customer : nameWithId(customer);
  return [
    order === null ? '' : String(order),
    time,
    `${named}${visitNote(stop, customer, language)}${optional}`,
    customer?.tier ?? '',
    ...way,
  ];
}

/** How many of the day's customers are called meanwhile. */
function callsNote(calls: number, language: Language): string {
  if (calls === 0) return '';
  return language === 'zh' ? `（电话联系${calls}户）` : ` (${calls} to call)`;
}

/** Modes, minutes, distance. */
function wayCells({ legs }: DayRow, { words }: PublishedPlan, language: Language): readonly string[] {
  const way = wayOf(legs, words, language);
  if (way === null) return ['', '', ''];
  const minutes = `${inMinutes(way.travel)} ${language === 'zh' ? '分钟' : 'min'}`;
  const paid = way.fares.map(({ amount, currency }) => `${language === 'zh' ? '，' : ', '}${amount} ${currency}`).join('');
  return [`${way.modes}${paid}`, minutes, distanceName(way.distance, language)];
}

function waitText({ waiting }: DayRow, language: Language): string {
  const whole = inMinutes(waiting);
  if (whole === 0) return '';
  return language === 'zh' ? `等待 ${whole} 分钟` : `wait ${whole} min`;
}
