import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive with these files, by their names. */
export function archive(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(plain.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), shared, place, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const relationships = (entries: readonly (readonly [string, string])[]) => {
  const tags = entries.map(([kind, target], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
};

/** Formats of cells in these workbooks, as the attribute `s` names them. */
export const formats = { general: 0, date: 1, time: 2, dateAndTime: 3, duration: 4 } as const;

const STYLES = [0, 14, 21, 22, 46].map((format) => `<xf numFmtId="${format}"/>`).join('');

/** A workbook with these sheets as XML: rows, and whatever stands after them. */
export function workbookWith(sheets: Readonly<Record<string, { readonly rows: string; readonly after?: string }>>): Uint8Array {
  const names = Object.keys(sheets);
  const files = Object.values(sheets).map(({ rows, after = '' }, i): readonly [string, string] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
  ]);
  const tags = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  const targets = names.map((_, i): readonly [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]);
  return archive({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([...targets, ['styles', 'styles.xml']]),
    'xl/styles.xml': `<styleSheet xmlns="${SHEET}"><cellXfs>${STYLES}</cellXfs></styleSheet>`,
    ...Object.fromEntries(files),
  });
}

/** A workbook whose only sheet, `customers`, has these rows as XML, and this after them. */
export const workbookOf = (rows: string, after = ''): Uint8Array => workbookWith({ customers: { rows, after } });

/** A row of a sheet with texts at these columns. */
export const sheetRow = (row: number, texts: Readonly<Record<string, string>>): string => {
  const cells = Object.entries(texts).map(([column, text]) => `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${row}">${cells.join('')}</row>`;
};
