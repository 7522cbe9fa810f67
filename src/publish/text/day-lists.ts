import type { Language } from '../../kernel/text.ts';
import { phrases } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { joined } from '../leg-notes.ts';
import { type TimetableRow, timetablesOf } from '../timetable.ts';
import type { Lines } from './plan-text-tables.ts';
import { indented, textTable } from './text-table.ts';

/** Every rep's every day that has any stops, in order, one line for each stop. */
export function dayLists(published: PublishedPlan, language: Language): readonly Lines[] {
  const named = [phrases.time, phrases.who, phrases.tier, phrases.travelTo].map((name) => name[language]);
  // Minutes and distance stand below the heading of the travel.
  const columns = ['', ...named, '', '', phrases.notes[language]];
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
