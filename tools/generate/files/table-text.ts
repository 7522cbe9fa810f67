/** A column of a table. */
export interface TableColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string;
  /** Whether the column stays when all its cells are empty. */
  readonly always?: boolean;
}

/** A table as comma-separated values. Columns without any value are left out, unless they always stay. */
export function tableText<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const used = columns.filter(({ cell, always }) => always === true || rows.some((row) => cell(row) !== ''));
  const lines = rows.map((row) => used.map(({ cell }) => quoted(cell(row))).join(','));
  return `${[used.map(({ heading }) => heading).join(','), ...lines].join('\n')}\n`;
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
