import type { Language } from '../../kernel/text.ts';
import { phrases } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { joined } from '../leg-notes.ts';
import { type TimetableRow, timetablesOf } from '../timetable.ts';
import type { Lines } from './plan-text-tables.ts';
import { indented, textTable } from './text-table.ts';

/** Every rep's every day that has any stops, in order, one line for each stop. */
export function dayLists(published: PublishedPlan, language: Language): readonly Lines[] {
  // The last column stands above everything about the travel.
  const columns = ['', phrases.time[language], phrases.who[language], phrases.tier[language], phrases.travelTo[language]];
  return timetablesOf(published, language).map(({ heading, packing, rows }) => [
    heading,
    ...(packing === '' ? [] : indented([`${phrases.toPack[language]}: ${packing}`])),
    ...indented(
      textTable(
        [columns, ...rows.map((row) => cellsOf(row, language))],
        ['right', 'left', 'left', 'left', 'left', 'right', 'right', 'left'],
      ),
    ),
  ]);
}

const cellsOf = (
  { order, time, name, tier, travel, note, purpose, since, materials }: TimetableRow,
  language: Language,
): readonly string[] => [
  order === null ? '' : String(order),
  time,
  name,
  tier,
  travel?.modes ?? '',
  travel?.minutes ?? '',
  travel?.distance ?? '',
  joined([note, purpose, materials, since], language),
];
