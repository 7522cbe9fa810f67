import type { PlannedDay } from '../domain/plan.ts';
import type { Rep } from '../domain/rep.ts';
import type { Territory } from '../domain/territory.ts';
import type { Language } from '../kernel/text.ts';
import { inMinutes } from '../kernel/units.ts';
import { type DayRow, dayRows } from './day-rows.ts';
import { clockName, dayName, inKilometres, labels } from './labels.ts';
import { type Lines, repName } from './plan-text-tables.ts';
import type { PublishedPlan } from './published-plan.ts';
import { indented, textTable } from './text-table.ts';

/** Every rep's every day that has any stops, in order, one line each. */
export function dayLists(published: PublishedPlan, language: Language): readonly Lines[] {
  const { territory, plan } = published;
  const names = namesOf(territory);
  const reps = new Map(territory.reps.map((rep) => [rep.id, rep]));
  return plan.days
    .filter(({ stops }) => stops.length > 0)
    .map((day) => {
      const table = dayRows(day).map((row) => rowCells(row, { published, names, language }));
      return [
        heading(published, day, reps.get(day.rep), language),
        ...indented(textTable(table, ['right', 'left', 'left', 'left', 'left'])),
      ];
    });
}

function heading(published: PublishedPlan, { day, rep }: PlannedDay, known: Rep | undefined, language: Language): string {
  const name = known === undefined ? rep : repName(published, known, language);
  return `${dayName(day, language).replaceAll('  ', ' ')} · ${name}`;
}

type Names = ReadonlyMap<string, { readonly name: string; readonly tier: string }>;

const namesOf = ({ customers }: Territory): Names => new Map(customers.map(({ id, name, tier }) => [id, { name, tier }]));

interface Told {
  readonly published: PublishedPlan;
  readonly names: Names;
  readonly language: Language;
}

/** Order, time, who or what, tier, way and waiting. */
function rowCells(row: DayRow, { published, names, language }: Told): readonly string[] {
  const { stop, order, leg } = row;
  const way = [wayText(row, published, language), waitText(row, language)]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '，' : ', ');
  if (stop === null) return ['', leg === null ? '' : clockName(leg.arrive), labels.back[language], '', way];
  const time = `${clockName(stop.start)}–${clockName(stop.end)}`;
  if (stop.type !== 'visit')
    return ['', time, titleOf(published.territory, stop.type === 'duty' ? stop.duty : stop.break, language), '', way];
  const customer = names.get(stop.customer);
  const optional = stop.required ? '' : ` · ${labels.optional[language]}`;
  const named = customer === undefined || customer.name === stop.customer ? stop.customer : `${customer.name} (${stop.customer})`;
  return [String(order), time, `${named}${optional}`, customer?.tier ?? '', way];
}

function titleOf({ policy }: Territory, id: string, language: Language): string {
  return [...policy.duties, ...policy.breaks].find((entry) => entry.id === id)?.title[language] ?? id;
}

function wayText({ leg }: DayRow, { words }: PublishedPlan, language: Language): string {
  if (leg === null) return '';
  const mode = words.mode(leg.mode)[language];
  return language === 'zh'
    ? `${mode} ${inMinutes(leg.travel)} 分钟 ${inKilometres(leg.distance)} 公里`
    : `${mode} ${inMinutes(leg.travel)} min ${inKilometres(leg.distance)} km`;
}

function waitText({ waiting }: DayRow, language: Language): string {
  const whole = inMinutes(waiting);
  if (whole === 0) return '';
  return language === 'zh' ? `等待 ${whole} 分钟` : `wait ${whole} min`;
}
