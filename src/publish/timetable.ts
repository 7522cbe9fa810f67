import { callsOfDuties } from '../domain/calls/calls-ahead.ts';
import { announcedVisits } from '../domain/calls/announced-visits.ts';
import type { Customer } from '../domain/customer.ts';
import { nameWithId } from '../domain/names.ts';
import { daysSinceLast } from '../domain/figures/days-since.ts';
import { materialsFor, packingList } from '../domain/materials.ts';
import type { PlannedDay, VisitFacts } from '../domain/plan.ts';
import { titlesOf } from '../domain/policy.ts';
import { transportOf } from '../domain/vehicle.ts';
import type { Language, Text } from '../kernel/text.ts';
import { inMinutes } from '../kernel/units.ts';
import { type DayRow, dayRows } from './day-rows.ts';
import { type NoteContext, cheaperNote, estimateNote, joined, vehicleNote } from './leg-notes.ts';
import { arrivalName, sumOfLegs } from './leg-sum.ts';
import { clockName, dayName, distanceName, phrases } from './phrases.ts';
import type { PublishedPlan } from './published-plan.ts';
import { announcedName, materialNames, purposeNames, sinceName, visitNote } from './visit-names.ts';

/** A rep's day for people, one row for each stop and one for the way back. */
export interface Timetable {
  readonly planned: PlannedDay;
  /** `Mon 7 Dec · Li Wei (rep-1), e-bike`. */
  readonly heading: string;
  /** `Price list ×2, Sample ×1`; empty for none. */
  readonly packing: string;
  readonly rows: readonly TimetableRow[];
}

/** A row of a timetable, in words. */
export interface TimetableRow {
  /** 1, 2, … for visits; null for everything else. */
  readonly order: number | null;
  /** `08:34–08:42`; the time of arrival for the way back. */
  readonly time: string;
  /** Customer, duty or break, with kind, contact and calls to make. */
  readonly name: string;
  /** Empty for everything but customers. */
  readonly tier: string;
  /** What the visit or call is for, and the days since the last one; empty for everything else. */
  readonly purpose: string;
  readonly since: string;
  /** What to bring; empty for none. */
  readonly materials: string;
  /** Travel to the stop; null where there is none. */
  readonly travel: TravelCells | null;
  /** Waiting, place of the vehicle, reason against a cheaper mode; empty for none. */
  readonly note: string;
}

/** Travel to a stop, in words. */
export interface TravelCells {
  /** Modes, and the fare where one is paid. */
  readonly modes: string;
  readonly minutes: string;
  readonly distance: string;
}

/** Timetables of all days on which there is something to do, in the plan's order: days that hold nothing but breaks are left out. */
export function timetablesOf(published: PublishedPlan, language: Language): readonly Timetable[] {
  const { territory, plan } = published;
  const customers: Customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const titles = titlesOf(territory.policy);
  const since = daysSinceLast(territory, plan);
  const announced = announcedVisits(plan);
  return plan.days
    .filter(({ stops, calls }) => calls.length > 0 || stops.some(({ type }) => type !== 'break'))
    .map((planned) => {
      const context = { published, planned, customers, titles, since, announced, ahead: callsOfDuties(territory, planned), language };
      const rows = dayRows(planned);
      const parked = parkedNotes(rows, context);
      return {
        planned,
        heading: heading(published, planned, language),
        packing: materialNames(packingList(territory, planned), language),
        rows: rows.map((row, i) => timetableRow(row, parked[i] ?? '', context)),
      };
    });
}

function heading({ territory, words }: PublishedPlan, { day, rep, vehicle, legs }: PlannedDay, language: Language): string {
  const person = territory.reps.find(({ id }) => id === rep);
  const hasVehicle = person !== undefined && transportOf(territory.policy, person).vehicles.length > 0;
  const without = hasVehicle && legs.length > 0 ? [phrases.withoutVehicle[language]] : [];
  const names = [person === undefined ? rep : nameWithId(person), ...(vehicle === null ? without : [words.mode(vehicle)[language]])];
  return `${dayName(day, language).replaceAll('  ', ' ')} · ${names.join(language === 'zh' ? '，' : ', ')}`;
}

/** By row: the note about the vehicle, once for all rows during which nothing changes. */
function parkedNotes(rows: readonly DayRow[], context: NoteContext): readonly string[] {
  let last = '';
  return rows.map(({ legs }) => {
    if (legs.length === 0) return '';
    const note = vehicleNote(legs, context);
    const isNew = note !== last;
    last = note;
    return isNew ? note : '';
  });
}

type Customers = ReadonlyMap<string, Customer>;

interface RowContext extends NoteContext {
  readonly customers: Customers;
  readonly titles: ReadonlyMap<string, Text>;
  readonly since: ReturnType<typeof daysSinceLast>;
  readonly announced: ReturnType<typeof announcedVisits>;
  /** The day's calls ahead, by duty. */
  readonly ahead: ReadonlyMap<string, readonly VisitFacts[]>;
}

function timetableRow(row: DayRow, parked: string, context: RowContext): TimetableRow {
  const { language } = context;
  const { stop, order, legs } = row;
  const note = joined(
    [waitNote(row, language), lateNote(stop, context), parked, cheaperNote(legs, context), estimateNote(legs, context)],
    language,
  );
  const common = { order, travel: travelCells(row, context.published, language), note, purpose: '', since: '', materials: '' };
  if (stop === null) return { ...common, time: arrivalName(legs), name: phrases.back[language], tier: '' };
  const time = `${clockName(stop.start)}–${clockName(stop.end)}`;
  if (stop.type === 'duty' || stop.type === 'break') {
    const id = stop.type === 'duty' ? stop.duty : stop.break;
    const title = context.titles.get(id)?.[language] ?? id;
    return { ...common, time, name: `${title}${callsNote(context.ahead.get(id)?.length ?? 0, language)}`, tier: '' };
  }
  const customer = context.customers.get(stop.customer);
  const optional = stop.required ? '' : ` · ${phrases.optional[language]}`;
  const named = customer === undefined ? stop.customer : nameWithId(customer);
  // A call of the kind `call` says so itself.
  const byTelephone = stop.type === 'call' && stop.kind !== 'call' ? ` · ${phrases.call[language]}` : '';
  return {
    ...common,
    time,
    name: `${named}${byTelephone}${visitNote(stop, customer, language)}${optional}`,
    tier: customer?.tier ?? '',
    note: joined([common.note, announcedName(context.announced.get(stop.visit), language)], language),
    purpose: purposeNames(stop, language),
    since: sinceName(context.since.get(stop.visit), stop, language),
    materials: stop.type === 'visit' ? materialNames(materialsFor(context.published.territory, stop), language) : '',
  };
}

/** A note on a break that starts after its window, because an agreed time comes first; empty for any other stop. */
function lateNote(stop: DayRow['stop'], { published, language }: NoteContext): string {
  const { breaks } = published.territory.policy;
  const isLate = stop?.type === 'break' && breaks.some(({ id, latest }) => id === stop.break && stop.start > latest);
  return isLate ? phrases.lateBreak[language] : '';
}

/** Number of the day's customers to call during a duty. */
function callsNote(calls: number, language: Language): string {
  if (calls === 0) return '';
  return language === 'zh' ? `（电话联系${calls}户）` : ` (${calls} to call)`;
}

function travelCells({ legs }: DayRow, { words }: PublishedPlan, language: Language): TravelCells | null {
  const sum = sumOfLegs(legs, words, language);
  if (sum === null) return null;
  const paid = sum.fares.map(({ amount, currency }) => `${language === 'zh' ? '，' : ', '}${amount} ${currency}`).join('');
  return {
    modes: `${sum.modes}${paid}`,
    minutes: `${inMinutes(sum.travel)} ${language === 'zh' ? '分钟' : 'min'}`,
    distance: distanceName(sum.distance, language),
  };
}

function waitNote({ waiting }: DayRow, language: Language): string {
  const whole = inMinutes(waiting);
  if (whole === 0) return '';
  return language === 'zh' ? `等待 ${whole} 分钟` : `wait ${whole} min`;
}
