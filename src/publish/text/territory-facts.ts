import { formatDay } from '../../domain/calendar.ts';
import { nameList, nameWithId } from '../../domain/names.ts';
import type { Territory } from '../../domain/territory.ts';
import type { VisitingHours } from '../../domain/visiting-hours.ts';
import type { Language } from '../../kernel/text.ts';
import { phrases, settingNames, weekdayNames } from '../phrases.ts';

/** One fact on a territory, for people. */
export interface Fact {
  /** The same in every language. */
  readonly fact: 'territory' | 'policy' | 'customers' | 'tiers' | 'hours' | 'reps' | 'history' | 'calendar' | 'travel';
  readonly label: string;
  readonly text: string;
}

/** Language and formats of facts. */
export interface FactsContext {
  readonly language: Language;
  /** Visiting hours as people write them. */
  readonly hours: (hours: VisitingHours) => string;
}

/** A short summary of a territory, enough to recognise the right files. */
export function territoryFacts(territory: Territory, context: FactsContext): readonly Fact[] {
  const { customers, reps, policy, timeZone } = territory;
  const { language } = context;
  const zh = language === 'zh';
  const settings = (['town', 'country'] as const).map((setting) => {
    const count = customers.filter((customer) => customer.setting === setting).length;
    if (count === 0) return '';
    return zh ? `${settingNames[setting].zh} ${count}` : `${count} in ${setting === 'town' ? 'town' : 'the country'}`;
  });
  const tiers = policy.tiers.map(({ id }) => `${id} ${customers.filter(({ tier }) => tier === id).length}`);
  const rules = zh ? `${policy.rules.length} 条规则` : counted(policy.rules.length, 'rule');
  const of = `${policy.title[language]} (${policy.id} ${policy.version})`;
  const list = (items: readonly string[]) => items.filter((item) => item !== '').join(comma(language));
  return [
    { fact: 'territory', label: phrases.territory[language], text: list([nameWithId(territory), timeZone]) },
    { fact: 'policy', label: phrases.policy[language], text: list([of, rules]) },
    { fact: 'customers', label: phrases.customers[language], text: `${customers.length}${zh ? ' 户：' : ': '}${list(settings)}` },
    { fact: 'tiers', label: phrases.tiers[language], text: list(tiers) },
    { fact: 'hours', label: phrases.visitingHours[language], text: hoursFact(territory, context) },
    {
      fact: 'reps',
      label: phrases.reps[language],
      text: `${reps.length}${zh ? ' 人：' : ': '}${nameList(reps.map(nameWithId), language, '人')}`,
    },
    { fact: 'history', label: phrases.history[language], text: historyFact(territory, language) },
    { fact: 'calendar', label: phrases.calendar[language], text: calendarFact(territory, language) },
    ...travelFact(territory, language),
  ];
}

const comma = (language: Language) => (language === 'zh' ? '，' : ', ');
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function hoursFact({ customers, policy }: Territory, { language, hours }: FactsContext): string {
  const own = customers.filter((customer) => customer.hours !== null).length;
  const rest = customers.length - own;
  const usual = [hours(policy.defaultHours.town), hours(policy.defaultHours.country)] as const;
  if (language === 'zh') {
    const others = rest === 0 ? '' : `，其余按制度：城区 ${usual[0]}，农村 ${usual[1]}`;
    return `${customers.length} 户中 ${own} 户已给出${others}`;
  }
  const others = rest === 0 ? '' : `; the others have the policy's: town ${usual[0]}, country ${usual[1]}`;
  return `given for ${own} of ${counted(customers.length, 'customer')}${others}`;
}

/** How much travel is given, by mode; nothing where all is estimated. */
function travelFact({ trips = [] }: Territory, language: Language): readonly Fact[] {
  if (trips.length === 0) return [];
  const byMode = [...Map.groupBy(trips, ({ mode }) => mode)].map(([mode, { length }]) => `${mode} ${length}`).join(comma(language));
  const text = language === 'zh' ? `已给出的路程：${byMode}；其余为估算` : `given trips: ${byMode}; the others are estimated`;
  return [{ fact: 'travel', label: language === 'zh' ? '路程' : 'Travel', text }];
}

function historyFact({ history }: Territory, language: Language): string {
  const days = history.map(({ day }) => day).toSorted((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return language === 'zh' ? '没有记录' : 'no visits';
  const [from, to] = [formatDay(first), formatDay(last)];
  return language === 'zh' ? `${days.length} 次拜访，${from} 至 ${to}` : `${counted(days.length, 'visit')}, ${from} to ${to}`;
}

function calendarFact({ calendar }: Territory, language: Language): string {
  const days = calendar.workdays.map((weekday) => weekdayNames[language][weekday - 1]).join(language === 'zh' ? '、' : ' ');
  const years = calendar.knownYears?.join(comma(language));
  if (language === 'zh') {
    return years === undefined
      ? `${days}；未给出节假日，以上各天都算工作日`
      : `${days}；已知${years === '' ? '零' : ` ${years} `}年的节假日`;
  }
  if (years === undefined) return `${days}; no holidays are given, so all of these days are worked`;
  return `${days}; the holidays of ${years === '' ? 'no year' : years} are known`;
}
