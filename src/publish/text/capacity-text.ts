import { type Capacity, type DueWork, type Shortfall, type TeamCapacity, joinTeams } from '../../domain/figures/capacity.ts';
import type { Territory } from '../../domain/territory.ts';
import type { RepId } from '../../kernel/ids.ts';
import { type Language, type Sentence, type Text, render } from '../../kernel/text.ts';
import { horizonName, hoursName, phrases } from '../phrases.ts';
import { nameList, nameWithId } from '../../domain/names.ts';
import type { Lines } from './plan-text-tables.ts';
import { indented, textTable } from './text-table.ts';

const sentences = {
  heading: { en: 'Visits due, {horizon}', zh: '应访任务（{horizon}）' },
  nothing: { en: 'No visit is due.', zh: '没有应访任务。' },
  fits: { en: 'The reps have the hours for all {visits} required visits.', zh: '{visits} 次必访所需工时足够。' },
  allFits: { en: 'The reps have the hours for all visits, required and optional.', zh: '必访和选访所需工时都足够。' },
  spare: {
    en: 'The {visits} optional ones need {need}; the reps have {spare} at most.',
    zh: '{visits} 次选访需 {need}，工时最多 {spare}。',
  },
  short: { en: 'Warning: the reps do not have the hours for all required visits.', zh: '警告：工时不足以完成全部必访。' },
  tooMany: {
    en: '{reps}: required visits need {need}, {missing} too much (visits: {visits}, customers: {customers}).',
    zh: '{reps}：{customers} 户客户的 {visits} 次必访需 {need}，还差 {missing}。',
  },
  nobody: {
    en: 'Nobody may make {visits} of the required visits (customers: {customers}): check the reps they require and the areas.',
    zh: '{customers} 户客户的 {visits} 次必访没有可派的客户经理：请检查指定的客户经理和片区。',
  },
  remedy: {
    en: 'Add reps or shifts, or ask for fewer or shorter visits. A plan will leave some of these visits out.',
    zh: '请增加人手或班次，或减少拜访次数、缩短停留时间；否则计划中会有必访排不进去。',
  },
  fieldTime: {
    en: 'Field time: shifts less duties and breaks.',
    zh: '外勤时间：班次减去内勤和休息。',
  },
  need: {
    en: 'Need: time with the customers and the shortest way to each. Real routes take longer.',
    zh: '需时：停留时间加上到每户的最短路程；实际路线用时更长。',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The capacity with names and language. */
interface Context {
  readonly capacity: Capacity;
  readonly names: ReadonlyMap<RepId, string>;
  readonly language: Language;
}

/** Whether the reps have the hours for the visits due: by rep, by tier, and in words. */
export function capacityText(capacity: Capacity, { reps }: Pick<Territory, 'reps'>, language: Language): string {
  const context: Context = { capacity, names: new Map(reps.map((rep) => [rep.id, nameWithId(rep)])), language };
  const isDue = capacity.tiers.some(({ required, optional }) => required.visits + optional.visits > 0);
  const body = isDue
    ? [
        ...repTable(context),
        '',
        ...tierTable(context),
        '',
        ...verdict(context),
        '',
        say('fieldTime', {}, context),
        say('need', {}, context),
      ]
    : [say('nothing', {}, context)];
  return [say('heading', { horizon: horizonName(capacity.horizon, language) }, context), ...indented(body)].join('\n');
}

const say = (key: keyof typeof sentences, values: Sentence['values'], { language }: Pick<Context, 'language'>): string =>
  render(sentences[key], values, language);

/** A row for each rep, one for reps who share customers, and the sum. */
function repTable({ capacity: { teams }, names, language }: Context): Lines {
  const columns = [phrases.rep, phrases.days, phrases.fieldTime, phrases.required, phrases.need, phrases.spare];
  const isShort = teams.some(({ missing }) => missing > 0);
  const headings = [...columns, ...(isShort ? [phrases.missing] : []), phrases.optionalVisits, phrases.need].map(
    (label) => label[language],
  );

  const rowOf = (name: string, { reps, fieldTime, required, optional, spare, missing }: TeamCapacity) => {
    const days = sum(reps.map((rep) => rep.days));
    const lacking = isShort ? [missing > 0 ? hoursName(missing, language) : ''] : [];
    const room = [hoursName(fieldTime, language), ...workCells(required, language), hoursName(spare, language)];
    return [name, String(days), ...room, ...lacking, ...workCells(optional, language)];
  };
  const rows = teams.flatMap((team) => {
    const own = team.reps.map(({ rep, days, fieldTime }) => [names.get(rep) ?? rep, String(days), hoursName(fieldTime, language)]);
    return own.length === 1 ? [rowOf(own[0]?.[0] ?? '', team)] : [...own, rowOf(`  ${phrases.together[language]}`, team)];
  });
  const total = teams.length > 1 ? [rowOf(phrases.total[language], joinTeams(teams))] : [];
  return textTable([headings, ...rows, ...total], ['left', ...headings.slice(1).map(() => 'right' as const)]);
}

function tierTable({ capacity: { tiers }, language }: Context): Lines {
  const headings = [phrases.tier, phrases.required, phrases.need, phrases.optionalVisits, phrases.need].map((label) => label[language]);
  const rows = tiers.map(({ tier, required, optional }) => [tier, ...workCells(required, language), ...workCells(optional, language)]);
  return textTable([headings, ...rows], ['left', 'right', 'right', 'right', 'right']);
}

const workCells = ({ visits, time }: DueWork, language: Language): readonly string[] => [String(visits), hoursName(time, language)];

function verdict(context: Context): Lines {
  const { shortfalls, teams } = context.capacity;
  if (shortfalls.length > 0) {
    return [
      say('short', {}, context),
      ...indented(shortfalls.map((shortfall) => shortfallLine(shortfall, context))),
      say('remedy', {}, context),
    ];
  }
  const { required, optional } = joinTeams(teams);
  const room = sum(teams.map((team) => Math.min(team.spare, team.optional.time)));
  if (room === optional.time) return [say('allFits', {}, context)];
  const spare = { visits: optional.visits, need: hoursName(optional.time, context.language), spare: hoursName(room, context.language) };
  return [say('fits', { visits: required.visits }, context), say('spare', spare, context)];
}

function shortfallLine({ reps, required: { customers, visits, time }, missing }: Shortfall, context: Context): string {
  const { names, language } = context;
  if (reps.length === 0) return say('nobody', { customers, visits }, context);
  const who = nameList(
    reps.map((rep) => names.get(rep) ?? rep),
    language,
    '人',
  );
  return say('tooMany', { reps: who, customers, visits, need: hoursName(time, language), missing: hoursName(missing, language) }, context);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
