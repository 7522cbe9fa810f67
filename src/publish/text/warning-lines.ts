import { nameList, nameWithId } from '../../domain/names.ts';
import type { Territory } from '../../domain/territory.ts';
import type { VisitWarning } from '../../domain/unserved/visit-warning.ts';
import { type Language, type Text, literalText, render } from '../../kernel/text.ts';
import type { Lines } from './plan-text-tables.ts';
import { indented } from './text-table.ts';

/** The most warnings of one kind that are listed; the others are counted. */
const MOST = 20;

const headings: Readonly<Record<VisitWarning['about'], Text>> = {
  promise: {
    en: 'Warning: promised visits that cannot be kept as promised ({visits}):',
    zh: '警告：已承诺但无法按承诺进行的拜访（{visits} 次）：',
  },
  'never-fits': {
    en: 'Warning: visits that can never fit, not even on days without any other visit ({visits}):',
    zh: '警告：即使当天没有其他拜访也排不下的拜访（{visits} 次）：',
  },
};

/** Warnings about visits, promises first; empty where there are none. */
export function warningLines(warnings: readonly VisitWarning[], { customers }: Pick<Territory, 'customers'>, language: Language): Lines {
  const names = new Map(customers.map((customer) => [customer.id, nameWithId(customer)]));
  return (['promise', 'never-fits'] as const).flatMap((about) => {
    const own = warnings.filter((warning) => warning.about === about);
    if (own.length === 0) return [];
    const lines = own.slice(0, MOST).flatMap((warning) => [
      nameList(
        warning.customers.map((id) => names.get(id) ?? id),
        language,
        '户',
      ),
      ...indented([literalText(warning.sentence)?.[language] ?? warning.sentence.key]),
    ]);
    const more = countIn(own.slice(MOST));
    const rest = language === 'zh' ? `另有 ${more} 次。` : `and ${more} more.`;
    return ['', render(headings[about], { visits: countIn(own) }, language), ...indented([...lines, ...(more === 0 ? [] : [rest])])];
  });
}

const countIn = (warnings: readonly VisitWarning[]): number => warnings.reduce((sum, { visits }) => sum + visits, 0);
