import type { Customer } from '../domain/customer.ts';
import { nameWithId } from '../domain/names.ts';
import { callsOfDuties } from '../domain/calls-ahead.ts';
import type { PlannedDay, VisitFacts } from '../domain/plan.ts';
import { titlesOf } from '../domain/policy.ts';
import type { Rep } from '../domain/rep.ts';
import type { Language, Text } from '../kernel/text.ts';
import { inMinutes } from '../kernel/units.ts';
import { type DayRow, dayRows } from './day-rows.ts';
import { clockName, dayName, distanceName, labels } from './labels.ts';
import { type Lines, repName } from './plan-text-tables.ts';
import type { PublishedPlan } from './published-plan.ts';
import { indented, textTable } from './text-table.ts';
import { visitNote } from './visit-names.ts';

/** Every rep's every day that has any stops, in order, one line each. */
export function dayLists(published: PublishedPlan, language: Language): readonly Lines[] {
  const { territory, plan } = published;
  const customers: Customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const titles = titlesOf(territory.policy);
  const reps = new Map(territory.reps.map((rep) => [rep.id, rep]));
  return plan.days
    .filter(({ stops }) => stops.length > 0)
    .map((day) => {
      const columns = ['', labels.time[language], labels.who[language], labels.tier[language], labels.wayThere[language]];
      const ahead = callsOfDuties(territory, day);
      const rows = dayRows(day).map((row) => rowCells(row, { published, customers, titles, ahead, language }));
      return [
        heading(published, day, reps.get(day.rep), language),
        ...indented(textTable([columns, ...rows], ['right', 'left', 'left', 'left', 'left', 'right', 'right', 'left'])),
      ];
    });
}

function heading(published: PublishedPlan, { day, rep }: PlannedDay, known: Rep | undefined, language: Language): string {
  const name = known === undefined ? rep : repName(published, known, language);
  return `${dayName(day, language).replaceAll('  ', ' ')} · ${name}`;
}

type Customers = ReadonlyMap<string, Customer>;

interface Told {
  readonly published: PublishedPlan;
  readonly customers: Customers;
  readonly titles: ReadonlyMap<string, Text>;
  /** The day's calls ahead, by duty. */
  readonly ahead: ReadonlyMap<string, readonly VisitFacts[]>;
  readonly language: Language;
}

/** Order, time, who or what, tier, mode, minutes, distance, waiting. */
function rowCells(row: DayRow, { published, customers, titles, ahead, language }: Told): readonly string[] {
  const { stop, order, leg } = row;
  const way = [...wayCells(row, published, language), waitText(row, language)];
  if (stop === null) return ['', leg === null ? '' : clockName(leg.arrive), labels.back[language], '', ...way];
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

/** Mode, minutes, distance. */
function wayCells({ leg }: DayRow, { words }: PublishedPlan, language: Language): readonly string[] {
  if (leg === null) return ['', '', ''];
  const minutes = `${inMinutes(leg.travel)} ${language === 'zh' ? '分钟' : 'min'}`;
  const { fare } = leg;
  const paid = fare === null ? '' : `${language === 'zh' ? '，' : ', '}${fare.amount} ${fare.currency}`;
  return [`${words.mode(leg.mode)[language]}${paid}`, minutes, distanceName(leg.distance, language)];
}

function waitText({ waiting }: DayRow, language: Language): string {
  const whole = inMinutes(waiting);
  if (whole === 0) return '';
  return language === 'zh' ? `等待 ${whole} 分钟` : `wait ${whole} min`;
}
