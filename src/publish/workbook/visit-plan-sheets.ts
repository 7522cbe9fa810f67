import { formatDay } from '../../domain/calendar.ts';
import type { PlannedDay } from '../../domain/plan.ts';
import type { Rep } from '../../domain/rep.ts';
import { reportHeadings, visitPlanSheet } from '../../domain/reports/report.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { clockName, horizonName, inTenthsOfMinutes, kindNames, phrases } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import type { Cell } from '../table/plan-rows.ts';
import { contactName, purposeNames } from '../visit-names.ts';

/** The sheet of one rep: its name and its rows, headings first. */
export interface VisitPlanSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const WORDS = {
  plannedStay: { en: 'Planned stay (min)', zh: '计划停留（分钟）' },
  actualStay: { en: 'Actual stay (min)', zh: '实际停留（分钟）' },
  change: { en: 'Change', zh: '变更说明' },
  signature: { en: 'Signature', zh: '签字' },
  rep: { en: 'Rep, signed:', zh: '客户经理签字：' },
  manager: { en: 'Manager, signed:', zh: '主管签字：' },
  date: { en: 'Date:', zh: '日期：' },
} as const satisfies Readonly<Record<string, Text>>;

const HEADINGS: readonly Text[] = [
  phrases.day,
  phrases.rep,
  phrases.order,
  phrases.type,
  phrases.customer,
  phrases.name,
  phrases.start,
  WORDS.plannedStay,
  phrases.kind,
  phrases.contact,
  phrases.request,
  phrases.purpose,
  reportHeadings.outcome,
  reportHeadings.actualDay,
  reportHeadings.followUp,
  WORDS.actualStay,
  WORDS.change,
  WORDS.signature,
];

/** Widths of the columns, in letters. */
export const VISIT_PLAN_WIDTHS: readonly number[] = [12, 8, 7, 8, 12, 24, 8, 12, 14, 16, 14, 28, 12, 12, 12, 12, 24, 14];

/**
 * The visit plan of each rep: visits and calls with planned stay and purpose, and columns to fill in afterwards. Its manager
 * signs it. Reps without visits and calls have none.
 */
export function visitPlanSheets(published: PublishedPlan, language: Language): readonly VisitPlanSheet[] {
  const names = new Set<string>();
  return published.territory.reps.flatMap((rep) => {
    const rows = rowsOf(published, rep, language);
    return rows.length === 0
      ? []
      : [{ name: sheetName(rep, names, language), rows: [headings(language), ...rows, ...signatures(published, language)] }];
  });
}

const headings = (language: Language) => HEADINGS.map((heading) => heading[language]);

const signatures = ({ plan, territory }: PublishedPlan, language: Language): readonly (readonly Cell[])[] => [
  [],
  [territory.name, '', '', '', horizonName(plan.horizon, language)],
  [WORDS.rep[language], '', '', '', WORDS.date[language]],
  [WORDS.manager[language], '', '', '', WORDS.date[language]],
];

function rowsOf({ plan, territory }: PublishedPlan, rep: Rep, language: Language): readonly (readonly Cell[])[] {
  const customers = new Map(territory.customers.map((customer) => [customer.id, customer]));
  return plan.days
    .filter((planned) => planned.rep === rep.id)
    .flatMap((planned) =>
      numbered(planned).map(({ stop, order }): readonly Cell[] => {
        const found = customers.get(stop.customer);
        const requests = stop.answers.map(({ request }) => request).join('; ');
        const what = [order ?? '', phrases[stop.type][language], stop.customer, found?.name ?? '', clockName(stop.start)];
        const why = [kindNames[stop.kind][language], contactName(stop.contact, found), requests, purposeNames(stop, language)];
        return [formatDay(planned.day), rep.id, ...what, inTenthsOfMinutes(stop.end - stop.start), ...why, '', '', '', '', '', ''];
      }),
    );
}

/** Visits and calls of a day in order of time; visits are numbered. */
function numbered({ stops, calls }: PlannedDay) {
  const visits = stops.filter((stop) => stop.type === 'visit');
  return [...visits.map((stop, i) => ({ stop, order: i + 1 })), ...calls.map((stop) => ({ stop, order: null }))].toSorted(
    (a, b) => a.stop.start - b.stop.start,
  );
}

/** Most letters of a sheet's name. */
const LONGEST_NAME = 31;

/** The name of a rep's sheet, one that no other sheet has: spreadsheets allow few letters and not all signs. */
function sheetName({ name, id }: Rep, taken: Set<string>, language: Language): string {
  const plain = `${visitPlanSheet[language]} ${id} ${name}`.replaceAll(/[[\]:*?/\\']+/g, '_');
  let found = plain.slice(0, LONGEST_NAME).trim();
  for (let n = 2; taken.has(found.toLowerCase()); n++) found = `${plain.slice(0, LONGEST_NAME - 5).trim()} ${n}`;
  taken.add(found.toLowerCase());
  return found;
}
