import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { formatDay } from '../../domain/calendar.ts';
import { daysSinceLast } from '../../domain/figures/days-since.ts';
import { packingList } from '../../domain/materials.ts';
import { isMissed, reasonClasses } from '../../domain/unserved/unserved.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { type BrokenPromiseRow, brokenPromiseRows } from '../broken-promise-rows.ts';
import { distanceName, horizonName, hoursAndMinutes, inHours, kindNames, phrases, weekdayName } from '../phrases.ts';
import { type Cell, planRows } from '../table/plan-rows.ts';
import { forgottenRows } from '../forgotten-rows.ts';
import { stopSheet } from '../../domain/reports/report.ts';
import { VISIT_PLAN_WIDTHS, visitPlanSheets } from './visit-plan-sheets.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { purposeNames, sinceCell } from '../visit-names.ts';

type Row = readonly Cell[];

/** A sheet: its name, its rows with the headings first, and how wide its columns are, in letters. */
interface Sheet {
  readonly name: Text;
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
  /** Rows that are set in bold, by their index. */
  readonly bold: readonly number[];
}

/**
 * The plan as a workbook: first the promises that it breaks, if any; an overview, the days, the stops, visits that found no place, and a table of planned visits for a
 * manager to sign. Every text is a text to the spreadsheet, whatever it begins with.
 */
export async function planWorkbook(published: PublishedPlan, language: Language): Promise<Uint8Array> {
  const stops = planRows(published, language);
  const promises = brokenPromiseRows(published, language);
  const sheets: readonly Sheet[] = [
    ...(promises.length === 0 ? [] : [promiseSheet(promises, language)]),
    { name: SHEETS.overview, rows: overviewRows(published, language), widths: [28, 40], bold: [0] },
    { name: SHEETS.days, rows: dayRowsOf(published, language), widths: [12, 8, 8, 14, 9, 9, 9, 10, 10, 10, 10, 60], bold: [0] },
    { name: SHEETS.stops, rows: stops, widths: (stops[0] ?? []).map((heading) => Math.max(9, String(heading).length * 2)), bold: [0] },
    { name: SHEETS.unserved, rows: unservedRows(published, language), widths: [12, 24, 8, 14, 24, 10, 12, 12, 24, 80], bold: [0] },
    ...packingSheets(published, language),
    ...forgottenSheets(published, language),
    ...visitPlanSheets(published, language).map(({ name, rows }) => ({
      name: { en: name, zh: name },
      rows,
      widths: VISIT_PLAN_WIDTHS,
      bold: [0],
    })),
  ];
  return writeExcelFile(
    sheets.map(({ name, rows, widths, bold }) => ({
      sheet: name[language],
      data: rows.map((row, i) => row.map((cell) => cellOf(cell, bold.includes(i)))) satisfies SheetData,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

const SHEETS = {
  promises: { en: 'Call first', zh: '先联系' },
  overview: { en: 'Overview', zh: '概览' },
  days: { en: 'Days', zh: '每日' },
  stops: stopSheet,
  unserved: { en: 'Unserved', zh: '未安排' },
  forgotten: { en: 'Forgotten', zh: '久未拜访' },
  packing: { en: 'Packing', zh: '携带物料' },
} as const satisfies Readonly<Record<string, Text>>;

function promiseSheet(promises: readonly BrokenPromiseRow[], language: Language): Sheet {
  const headings = [phrases.toCall, phrases.promised, phrases.instead].map((label) => label[language]);
  const rows = promises.map(({ customer, promised, now }) => [customer, promised, now]);
  return { name: SHEETS.promises, rows: [[phrases.brokenPromises[language]], headings, ...rows], widths: [40, 36, 36], bold: [0, 1] };
}

function cellOf(value: Cell, isBold: boolean) {
  const style = isBold ? ({ fontWeight: 'bold', backgroundColor: '#E3EEFA' } as const) : {};
  if (typeof value === 'number') return { value, type: Number, ...style };
  return { value, type: String, wrap: true, alignVertical: 'top', ...style } as const;
}

function overviewRows({ plan, territory, kpis, cost, words }: PublishedPlan, language: Language): readonly Row[] {
  const { total } = kpis;
  const fact = (label: Text, value: Cell): Row => [label[language], value];
  return [
    [territory.name, territory.id],
    fact(phrases.policy, `${territory.policy.title[language]} (${plan.policy.id} ${plan.policy.version})`),
    fact(phrases.horizon, `${horizonName(plan.horizon, language)}, ${plan.timeZone}`),
    fact(phrases.visits, total.visits),
    fact(phrases.required, total.requiredVisits),
    fact(phrases.optional, total.optionalVisits),
    fact(phrases.calls, total.calls),
    fact(phrases.missed, total.requiredUnserved),
    fact(phrases.behindPace, total.behindPaceUnserved),
    fact(phrases.pullForward, total.couldBePulledForward),
    fact(phrases.travel, hoursAndMinutes(total.travel)),
    fact(phrases.dwell, hoursAndMinutes(total.dwell)),
    fact(phrases.waiting, hoursAndMinutes(total.waiting)),
    fact(phrases.distance, distanceName(total.distance, language)),
    fact(phrases.load, `${total.fieldUsed} %`),
    [],
    fact(phrases.cost, `${inHours(cost.total)} h`),
    ...Object.entries(cost.byRule)
      .toSorted(([, a], [, b]) => b - a)
      .map(([rule, price]): Row => [`${words.rule(rule)[language]} (${rule})`, `${inHours(price)} h`]),
  ];
}

function dayRowsOf({ territory, kpis }: PublishedPlan, language: Language): readonly Row[] {
  const names = new Map(territory.reps.map(({ id, name }) => [id, name]));
  const headings = [
    phrases.day,
    phrases.weekday,
    phrases.rep,
    phrases.repName,
    phrases.visits,
    phrases.required,
    phrases.calls,
    phrases.travel,
    phrases.dwell,
    phrases.waiting,
    phrases.load,
    phrases.note,
  ];
  return [
    headings.map((label) => label[language]),
    ...kpis.repDays.map((one): Row => {
      const { rep, day, visits, requiredVisits, calls, travel, dwell, waiting, fieldUsed, idle } = one;
      const head = [formatDay(day), weekdayName(day, language), rep, names.get(rep) ?? ''];
      return [
        ...head,
        visits,
        requiredVisits,
        calls,
        hoursAndMinutes(travel),
        hoursAndMinutes(dwell),
        hoursAndMinutes(waiting),
        `${fieldUsed} %`,
        idle?.[language] ?? '',
      ];
    }),
  ];
}

function unservedRows({ plan, territory, words }: PublishedPlan, language: Language): readonly Row[] {
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  const since = daysSinceLast(territory, plan);
  const headings = [
    phrases.customer,
    phrases.name,
    phrases.tier,
    phrases.kind,
    phrases.purpose,
    phrases.required,
    phrases.daysSince,
    phrases.longestGap,
    phrases.type,
    phrases.note,
  ];
  return [
    headings.map((label) => label[language]),
    ...plan.unserved.filter(isMissed).map((visit): Row => {
      const { customer, kind, required, reasons } = visit;
      const found = customers.get(customer);
      const [reason] = reasons;
      const why = reason === undefined ? phrases.notExplained[language] : words.reason(reason)[language];
      const group = reason === undefined ? '' : reasonClasses[reason.class][language];
      const who = [customer, found?.name ?? '', found?.tier ?? '', kindNames[kind][language], purposeNames(visit, language)];
      const gap = [sinceCell(since.get(visit.visit), visit, language), visit.maxGapDays ?? ''];
      return [...who, phrases[required ? 'yes' : 'no'][language], ...gap, group, why];
    }),
  ];
}

/** Customers without a visit for too long; no sheet for none. */
function forgottenSheets(published: PublishedPlan, language: Language): readonly Sheet[] {
  const rows = forgottenRows(published, language);
  return rows.length === 0 ? [] : [{ name: SHEETS.forgotten, rows, widths: [12, 24, 8, 14, 12, 14, 14], bold: [0] }];
}

/** What each rep packs each day; no sheet where the policy has no materials. */
function packingSheets({ plan, territory }: PublishedPlan, language: Language): readonly Sheet[] {
  if (territory.policy.materials.length === 0) return [];
  const names = new Map(territory.reps.map(({ id, name }) => [id, name]));
  const headings = [phrases.day, phrases.rep, phrases.repName, phrases.materials, phrases.copies];
  const rows = plan.days.flatMap((planned) =>
    packingList(territory, planned).map(({ material, copies }): Row => {
      return [formatDay(planned.day), planned.rep, names.get(planned.rep) ?? '', material.name[language], copies];
    }),
  );
  return [{ name: SHEETS.packing, rows: [headings.map((label) => label[language]), ...rows], widths: [12, 10, 14, 30, 8], bold: [0] }];
}
