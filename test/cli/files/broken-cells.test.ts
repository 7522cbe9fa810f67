import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../src/cli/files/read-workbook.ts';
import { examineTerritory } from '../../../src/contract/territory/read-territory.ts';
import { formatDay } from '../../../src/domain/calendar.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { formats, sheetRow, workbookWith } from '../../support/archive.ts';
import { type Draw, drawFrom } from '../../support/draw.ts';

const facts = [
  ['id', 'made-up'],
  ['timeZone', 'Europe/London'],
  ['coordinates', 'wgs84'],
  ['policy', 'check-in'],
] as const;
const sheets = {
  general: { rows: facts.map(([fact, value], i) => sheetRow(i + 1, { A: fact, B: value })).join('') },
  reps: {
    rows: `${sheetRow(1, { A: 'id', B: 'start_lat', C: 'start_lng', D: 'vehicles', E: 'shifts' })}${sheetRow(2, { A: 'R1', B: '51.45', C: '-0.97', D: 'car', E: 'Mo-Fr 08:30-17:30' })}`,
  },
};

/** A cell as XML, and what is read from it; the text `broken` where it must be a finding. */
interface Cell {
  readonly xml: (address: string) => string;
  readonly value: string | number | null;
}

const text = (written: string, value: Cell['value'] = written): Cell => ({
  xml: (address) => `<c r="${address}" t="inlineStr"><is><t>${written}</t></is></c>`,
  value,
});
const number = (written: number, value: Cell['value'], format: number = formats.general): Cell => ({
  xml: (address) => `<c r="${address}" s="${format}"><v>${written}</v></c>`,
  value,
});
const empty: Cell = { xml: () => '', value: null };

const brokenCell = ({ one }: Draw): Cell => ({
  xml: one(
    (address) => `<c r="${address}" t="e"><v>#N/A</v></c>`,
    (address) => `<c r="${address}" t="e"><f>A9/0</f><v>#DIV/0!</v></c>`,
    (address) => `<c t="e" s="1" r="${address}"><v>#NAME?</v></c>`,
    (address) => `<c r="${address}"><f>SUM(A1:A2)</f></c>`,
    (address) => `<c r="${address}" s="1"><f>A1</f><v/></c>`,
    (address) => `<c r="${address}" t="str"><f>A1</f></c>`,
    (address) => `<c r="${address}" t="inlineStr"><is><t>#REF!</t></is></c>`,
    (address) => `<c r="${address}" t="inlineStr"><is><t>#WERT!</t></is></c>`,
  ),
  value: 'broken',
});

/** By heading: a sound cell, and what a customer has from it. */
const COLUMNS: Readonly<Record<string, { readonly draw: (draw: Draw) => Cell; readonly read: (customer: Customer) => Cell['value'] }>> = {
  name: {
    draw: ({ one }) => one(text('Corner shop'), text('00123'), number(456, '456'), number(0.5, '0.5')),
    read: ({ name }) => name,
  },
  since: {
    draw: ({ one }) =>
      one(
        text('2026/5/1', '2026-05-01'),
        number(46_143, '2026-05-01', formats.date),
        number(46_143.572_916_666_66, '2026-05-01', formats.dateAndTime),
        empty,
      ),
    read: ({ since }) => (since === null ? null : formatDay(since)),
  },
  dwell_minutes: {
    draw: ({ one }) =>
      one(
        number(40, 2400),
        text('40', 2400),
        number(40 / 1440, 2400, formats.time),
        number(40 / 1440, 2400, formats.duration),
        { xml: (address) => `<c r="${address}"><f>20*2</f><v>40</v></c>`, value: 2400 },
        empty,
      ),
    read: ({ dwell }) => dwell,
  },
  closed_days: {
    draw: ({ one }) =>
      one(number(46_399, '2027-01-12', formats.date), text('2027/1/12-2027/1/13', '2027-01-12,2027-01-13'), text('2027-01-12'), empty),
    read: ({ closedDays }) => (closedDays.length === 0 ? null : closedDays.map(formatDay).join(',')),
  },
  area: { draw: ({ one }) => one(text('North'), empty), read: ({ area }) => area },
};
const headings = ['id', 'lat', 'lng', 'tier', ...Object.keys(COLUMNS)];
const letterOf = (heading: string) => String.fromCharCode(65 + headings.indexOf(heading));

/** A workbook of five customers with such cells, by row and heading. */
function customersOf(cells: ReadonlyMap<string, Cell>, after = ''): Uint8Array {
  const rows = Array.from({ length: 5 }, (_, i) => {
    const row = i + 2;
    const drawn = Object.keys(COLUMNS).map((heading) => cells.get(`${row} ${heading}`)?.xml(`${letterOf(heading)}${row}`) ?? '');
    return sheetRow(row, { A: `c${row}`, B: '51.46', C: '-0.97', D: 'A' }).replace('</row>', `${drawn.join('')}</row>`);
  });
  const first = sheetRow(1, Object.fromEntries(headings.map((heading) => [letterOf(heading), heading])));
  return workbookWith({ ...sheets, customers: { rows: [first, ...rows].join(''), after } });
}

const reading = async (bytes: Uint8Array) => {
  const { files, shownNames } = await readWorkbook(bytes, 'beat.xlsx');
  return examineTerritory(files, { shownNames });
};

describe('workbooks with broken cells', () => {
  it('are read rightly, or have a finding at each of these cells and at no other one', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const draw = drawFrom(createRandom(seed));
      const share = draw.one(0, 0.05, 0.3);
      const cells = new Map(
        Object.entries(COLUMNS).flatMap(([heading, { draw: sound }]) =>
          [2, 3, 4, 5, 6].map((row) => [`${row} ${heading}`, draw.chance(share) ? brokenCell(draw) : sound(draw)] as const),
        ),
      );
      const { territory, findings } = await reading(customersOf(cells));
      const broken = [...cells].filter(([, { value }]) => value === 'broken').map(([place]) => place);
      expect(
        findings
          .inOrder()
          .map(({ at }) => `${String(at.row)} ${String(at.column)}`)
          .toSorted(),
      ).toEqual(broken.toSorted());
      if (broken.length > 0) continue;
      const customers = new Map(territory?.customers.map((customer) => [String(customer.id).slice(1), customer]));
      for (const [place, { value }] of cells) {
        const [row = '', heading = ''] = place.split(' ');
        const customer = customers.get(row);
        const read = customer === undefined ? undefined : COLUMNS[heading]?.read(customer);
        expect({ seed, place, read }).toEqual({ seed, place, read: value });
      }
    }
  });

  it('have a finding at each cell that a merge leaves empty', async () => {
    const cells = new Map([['3 area', text('North')]]);
    const { findings } = await reading(
      customersOf(cells, '<mergeCells count="2"><mergeCell ref="I3:I5"/><mergeCell ref="G2:G6"/></mergeCells>'),
    );
    expect(findings.inOrder().map(({ code, at }) => `${code} ${at.file}:${String(at.row)} ${String(at.column)}`)).toEqual([
      'CELL_MERGED beat.xlsx, sheet customers:4 area',
      'CELL_MERGED beat.xlsx, sheet customers:5 area',
    ]);
  });
});
