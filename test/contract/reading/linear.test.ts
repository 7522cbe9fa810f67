import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/domain/calendar.ts';
import { isBroken } from '../../../src/contract/reading/broken-cells.ts';
import { clockCell, dateCell, daysCell } from '../../../src/contract/reading/written-dates.ts';
import { nearest } from '../../../src/kernel/nearest.ts';
import { render } from '../../../src/kernel/text.ts';
import { parseClock, parseDuration } from '../../../src/kernel/units.ts';
import { flagCell, listCell, minutesCell, numberCell } from '../../../src/contract/reading/column.ts';
import {
  bilingual,
  clock,
  date,
  days,
  duration,
  prose,
  text,
  texts,
  visitingHours,
  weekday,
} from '../../../src/contract/reading/field-schemas.ts';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { plainHeading, readHeadings } from '../../../src/contract/reading/headings.ts';
import { readJson } from '../../../src/contract/reading/read-json.ts';
import { readTable } from '../../../src/contract/reading/read-table.ts';
import { translateCell } from '../../../src/contract/reading/translate-cell.ts';
import { translateHours } from '../../../src/contract/reading/translate-hours.ts';
import { parseVisitingHours } from '../../../src/contract/reading/visiting-hours.ts';
import { weekdayNamed } from '../../../src/contract/reading/weekday-names.ts';
import { PlanInput } from '../../../src/contract/plan/plan-document.ts';
import { PolicyDocument } from '../../../src/contract/policy/policy-document.ts';
import { tableColumns } from '../../../src/contract/territory/read-list.ts';
import { holidayFilesIn } from '../../../src/contract/territory/calendar.ts';
import { standardFileName } from '../../../src/contract/territory/table-names.ts';

const columns = tableColumns.customers;

/** All functions of the contract that read a text of the caller. */
const parsers: Readonly<Record<string, (written: string) => unknown>> = {
  parseVisitingHours,
  translateHours,
  translateCell: (written) => translateCell('customers', 'status', written),
  weekdayNamed,
  parseDay,
  parseClock,
  parseDuration,
  numberCell,
  minutesCell,
  dateCell,
  daysCell,
  clockCell,
  isBroken,
  listCell,
  flagCell,
  plainHeading,
  standardFileName,
  holidayFilesIn,
  nearest: (written) => nearest(written, [written, `${written}x`, 'customer', 'history']),
  render: (written) => render({ en: written, zh: written }, { name: 'x' }, 'en'),
  readHeadings: (written) => readHeadings({ file: 't.csv', headings: [written, 'id'], columns }, new Findings()),
  'readTable, as the whole': (written) =>
    readTable(written, { table: 'customers', file: 't.csv', columns, skip: new Set() }, new Findings()),
  'readTable, as rows': (written) =>
    readTable(`id,lat,lng,tier,hours\n${written}`, { table: 'customers', file: 't.csv', columns, skip: new Set() }, new Findings()),
  'readTable, as a cell': (written) =>
    readTable(
      `id,lat,lng,tier,hours\n1,2,3,A,"${written.replaceAll('"', '""')}"`,
      { table: 'customers', file: 't.csv', columns, skip: new Set() },
      new Findings(),
    ),
  readJson: (written) => readJson('t.json', written, new Findings()),
  'readJson, inside a list': (written) => readJson('t.json', `[${written}`, new Findings()),
  ...Object.fromEntries(
    Object.entries({ bilingual, clock, date, duration, prose, text, visitingHours, weekday, cycle: PolicyDocument.shape.frequencies }).map(
      ([name, schema]) => [`schema ${name}`, (written: string) => schema.safeParse(written)],
    ),
  ),
  'schema days': (written) => days.safeParse(listCell(written)),
  'schema texts': (written) => texts.safeParse(listCell(written)),
  'schema instant': (written) => PlanInput.shape.days.safeParse([{ rep: 'r', day: '2026-12-07', stops: [stopFrom(written)], legs: [] }]),
};

const stopFrom = (written: string) => ({ type: 'break', break: 'lunch', title: { en: 'x', zh: 'x' }, start: written, end: written });

/** Pieces that, repeated, make patterns go back and forth. */
const pieces = [
  ' ',
  '\t',
  '\n',
  '　',
  '(',
  '[',
  '【',
  '{',
  '"',
  '\\',
  ';',
  ',',
  ', ',
  '-',
  ' - ',
  '/',
  '.',
  ':',
  'a',
  'a ',
  'Mo',
  'Mo ',
  'Mo,',
  'Mo-Su,',
  '08:00',
  '08:00-09:00,',
  '08:00-09:00, Mo ',
  'Mo 08:00-09:00,',
  'Mo 08:00-09:00; ',
  '1',
  '1:',
  '9 ',
  'P',
  'PT',
  '1D',
  '周一',
  '周一 ',
  '周',
  '一 ',
  '工作日',
  '休息',
  'off',
  'off ',
  'off, ',
  '{a',
  '{a}',
  '2026-12-07;',
  '2026-01-01/2026-12-31;',
  '潜在;',
  '"a",',
  '[{',
  '{"a":',
  '=',
] as const;

/** Whole texts with a start that a parser accepts, or an end that it refuses. */
const shapes: readonly ((body: string) => string)[] = [
  (body) => body,
  (body) => `Mo${body}x`,
  (body) => `08:00${body}!`,
  (body) => `PT${body}`,
];

const FULL = 100_000;
/** Milliseconds of processor time that count as nothing. */
const NOISE = 25;

/** Milliseconds of processor time of one run. */
function cpuOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('a parser', () => {
  it.each(Object.entries(parsers))(
    '%s takes time in proportion to the length of its text',
    (_, parse) => {
      for (const piece of pieces) {
        for (const shape of shapes) {
          const [half, whole] = [shape(filled(piece, FULL / 2)), shape(filled(piece, FULL))];
          const time = cpuOf(() => void parse(whole));
          if (time < NOISE) continue;
          // The first measure may have paid for compiling or collecting: the best of three counts.
          const best = (written: string) => Math.min(...[1, 2, 3].map(() => cpuOf(() => void parse(written))));
          const [halfTime, wholeTime] = [best(half), best(whole)];
          expect(wholeTime, `${JSON.stringify(whole.slice(0, 20))} takes ${wholeTime} ms`).toBeLessThan(2000);
          expect(wholeTime, `${JSON.stringify(whole.slice(0, 20))} after ${halfTime} ms`).toBeLessThan(4 * Math.max(halfTime, NOISE));
        }
      }
    },
    120_000,
  );
});
