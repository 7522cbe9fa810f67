import { announcedVisits } from '../../domain/calls/announced-visits.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import { daysSinceLast } from '../../domain/figures/days-since.ts';
import { materialsFor } from '../../domain/materials.ts';
import type { PlannedDay } from '../../domain/plan.ts';
import { titlesOf } from '../../domain/policy.ts';
import { reportHeadings } from '../../domain/reports/report.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { type DayRow, dayRows } from '../day-rows.ts';
import { clockName, inKilometres, inTenthsOfMinutes, kindNames, phrases, settingNames, weekdayName } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { announcedName, contactName, materialNames, purposeNames, sinceCell } from '../visit-names.ts';
import { joined, legNotes } from '../leg-notes.ts';
import { arrivalName, sumOfLegs } from '../leg-sum.ts';

const HEADINGS = [
  phrases.day,
  phrases.weekday,
  phrases.rep,
  phrases.repName,
  phrases.order,
  phrases.type,
  phrases.customer,
  phrases.name,
  phrases.tier,
  phrases.setting,
  phrases.mode,
  phrases.travelMinutes,
  phrases.distance,
  phrases.fare,
  phrases.arrival,
  phrases.start,
  phrases.end,
  phrases.stay,
  phrases.waitingMinutes,
  phrases.required,
  phrases.kind,
  phrases.contact,
  phrases.request,
  phrases.purpose,
  phrases.materials,
  phrases.daysSince,
  phrases.longestGap,
  phrases.note,
  ...Object.values(reportHeadings),
];

/** Content of a table's cell. */
export type Cell = string | number;

/** The plan as a table: one row per stop, and one for the way back at the end of a day. The first row holds the headings. */
export function planRows(published: PublishedPlan, language: Language): readonly (readonly Cell[])[] {
  const { plan, territory, words } = published;
  const names = namesOf(territory);
  const since = daysSinceLast(territory, plan);
  const announced = announcedVisits(plan);
  const rows = plan.days.flatMap((planned) => {
    const { day, rep } = planned;
    const head = [formatDay(day), weekdayName(day, language), rep, names.reps.get(rep) ?? ''];
    return dayRows(planned).map((row) => [
      ...head,
      ...stopCells(row, names, language),
      ...wayCells(row, words, language),
      ...timeCells(row, language),
      ...kindCells(row, names, language),
      row.stop?.type === 'visit' ? materialNames(materialsFor(territory, row.stop), language) : '',
      ...gapCells(row, since, language),
      joined([legNotes(row.legs, { published, planned, language }), noteOfCall(row, announced, language)], language),
      ...REPORT,
    ]);
  });
  return [HEADINGS.map((label) => label[language]), ...rows];
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
  if (stop === null) return ['', phrases.back[language], '', '', '', ''];
  if (stop.type === 'duty' || stop.type === 'break') {
    const id = stop.type === 'duty' ? stop.duty : stop.break;
    return ['', phrases[stop.type][language], '', titles.get(id)?.[language] ?? id, '', ''];
  }
  const customer = customers.get(stop.customer);
  const setting = customer === undefined ? '' : settingNames[customer.setting][language];
  return [order ?? '', phrases[stop.type][language], stop.customer, customer?.name ?? '', customer?.tier ?? '', setting];
}

/** Mode, minutes, kilometres, fare. */
function wayCells({ legs }: DayRow, words: PublishedPlan['words'], language: Language): readonly Cell[] {
  const way = sumOfLegs(legs, words, language);
  if (way === null) return ['', '', '', ''];
  const { modes, travel, distance, fares } = way;
  return [modes, inTenthsOfMinutes(travel), inKilometres(distance), fares.map(({ amount }) => amount).join(' + ')];
}

/** Arrival, start, end, stay, waiting, required. */
function timeCells({ stop, legs, waiting }: DayRow, language: Language): readonly Cell[] {
  if (stop === null) return [arrivalName(legs), '', '', '', '', ''];
  const span = [clockName(stop.start), clockName(stop.end), inTenthsOfMinutes(stop.end - stop.start)];
  if (stop.type === 'break') return ['', ...span, '', ''];
  if (stop.type === 'duty') return [clockName(stop.arrival), ...span, '', ''];
  if (stop.type === 'call') return ['', ...span, '', phrases[stop.required ? 'yes' : 'no'][language]];
  return [clockName(stop.arrival), ...span, inTenthsOfMinutes(waiting), phrases[stop.required ? 'yes' : 'no'][language]];
}

/** Kind, contact, requests and purposes of a visit or call. */
function kindCells({ stop }: DayRow, { customers }: Names, language: Language): readonly Cell[] {
  if (stop?.type !== 'visit' && stop?.type !== 'call') return ['', '', '', ''];
  const requests = stop.answers.map(({ request }) => request).join('; ');
  const contact = contactName(stop.contact, customers.get(stop.customer));
  return [kindNames[stop.kind][language], contact, requests, purposeNames(stop, language)];
}

/** The visit that a call can announce; empty for anything else. */
const noteOfCall = ({ stop }: DayRow, announced: ReturnType<typeof announcedVisits>, language: Language): string =>
  stop?.type === 'call' ? announcedName(announced.get(stop.visit), language) : '';

/** Days since the last visit, and the most that the policy allows. */
function gapCells({ stop }: DayRow, since: ReturnType<typeof daysSinceLast>, language: Language): readonly Cell[] {
  if (stop?.type !== 'visit' && stop?.type !== 'call') return ['', ''];
  return [sinceCell(since.get(stop.visit), stop, language), stop.maxGapDays ?? ''];
}

/** Empty cells that take the report of a visit or call. */
const REPORT = Object.values(reportHeadings).map(() => '');
