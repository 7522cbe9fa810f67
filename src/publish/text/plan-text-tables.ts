import type { WorkKpis } from '../../domain/figures/kpis.ts';
import { nameWithId } from '../../domain/names.ts';
import type { Rep } from '../../domain/rep.ts';
import { transportOf } from '../../domain/vehicle.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { clockName, dayName, hoursAndMinutes, hoursName, phrases, tierColumns } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { type Align, indented, textTable } from './text-table.ts';

/** A line of printed text. */
export type Lines = readonly string[];

const WORK_ALIGNS: readonly Align[] = ['left', ...Array.from({ length: 8 }, () => 'right' as const)];

/** The note below the tables of reps. */
export const tableNote: Text = {
  en: 'Travel, visiting and waiting in hours:minutes. Load: travel and visiting as a share of the field time.',
  zh: '在途、拜访用时和等待按“小时:分钟”列出；负荷为在途与拜访用时占外勤时间的比例。',
};

/** For each rep a table of days: visits, calls where the plan has any, first start, return, travel, visiting, waiting, load. */
export function repTables(published: PublishedPlan, language: Language): readonly Lines[] {
  const { territory, kpis } = published;
  const hasCalls = kpis.total.calls > 0;
  const counts = hasCalls ? [phrases.visits, phrases.calls] : [phrases.visits];
  const columns = [phrases.day, ...counts, phrases.first, phrases.last, phrases.travel, phrases.dwell, phrases.waiting, phrases.load];
  return territory.reps.map((rep) => {
    const days = kpis.repDays
      .filter((work) => work.rep === rep.id)
      .map((work) => [dayName(work.day, language), ...workCells(work, hasCalls)]);
    const sum = kpis.reps.find((work) => work.rep === rep.id);
    const total = sum === undefined ? [] : [[phrases.total[language], ...workCells({ ...sum, firstStart: null, lastEnd: null }, hasCalls)]];
    const table = textTable([columns.map((label) => label[language]), ...days, ...total], WORK_ALIGNS);
    return [repName(published, rep, language), ...indented([...table, ...idleLines(published, rep, language)])];
  });
}

/** `Fri 11 Dec: No further visit is due for Li Wei (rep-1).`: why days have no visit, those with the same reason in one line. */
function idleLines({ kpis }: PublishedPlan, rep: Rep, language: Language): readonly string[] {
  const idle = kpis.repDays.flatMap((work) =>
    work.rep === rep.id && work.idle !== null ? [{ day: work.day, why: work.idle[language] }] : [],
  );
  return [...Map.groupBy(idle, ({ why }) => why)].map(([why, days]) => {
    const names = days.map(({ day }) => dayName(day, language).replaceAll('  ', ' '));
    return language === 'zh' ? `${names.join('、')}：${why}` : `${names.join(', ')}: ${why}`;
  });
}

/** `Li Wei (rep-1), e-bike`. */
function repName({ territory, words }: PublishedPlan, rep: Rep, language: Language): string {
  const { vehicles } = transportOf(territory.policy, rep);
  const names = vehicles.map((vehicle) => words.mode(vehicle)[language]);
  return [nameWithId(rep), ...names].join(language === 'zh' ? '，' : ', ');
}

function workCells(work: WorkKpis, hasCalls: boolean): readonly string[] {
  const { visits, calls, firstStart, lastEnd, travel, dwell, waiting, fieldUsed } = work;
  const counts = hasCalls ? [visits, calls] : [visits];
  const clocks = [firstStart, lastEnd].map((time) => (time === null ? '' : clockName(time)));
  return [...counts.map(String), ...clocks, ...[travel, dwell, waiting].map(hoursAndMinutes), `${Math.round(fieldUsed)} %`];
}

/** Customers and visits by tier. */
export function tierTable({ kpis }: PublishedPlan, language: Language): Lines {
  const rows = kpis.tiers.map(({ tier, customers, seen, due, visits, requiredUnserved, behindPaceUnserved, couldBePulledForward }) => [
    tier,
    ...[customers, seen, due, visits, requiredUnserved, behindPaceUnserved, couldBePulledForward].map(String),
  ]);
  return textTable([tierColumns.map((label) => label[language]), ...rows], ['left', ...tierColumns.slice(1).map(() => 'right' as const)]);
}

/** The cost of broken rules, dearest first; empty when none is broken. */
export function costTable({ cost, words }: PublishedPlan, language: Language): Lines {
  const dearest = Object.entries(cost.byRule)
    .filter(([, price]) => price !== 0)
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (dearest.length === 0) return [];
  const rows = dearest.map(([rule, price]) => [hoursName(price, language), `${words.rule(rule)[language]} (${rule})`]);
  return [phrases.brokenRules[language], ...indented(textTable(rows, ['right', 'left']))];
}
