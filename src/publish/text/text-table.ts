import stringWidth from 'string-width';

/** How a column of a printed table is aligned. */
export type Align = 'left' | 'right';

/** Lines of cells as columns two blanks apart; Chinese letters take two places. Blanks at the end are left out. */
export function textTable(rows: readonly (readonly string[])[], aligns: readonly Align[]): readonly string[] {
  const widths = aligns.map((_, i) => Math.max(0, ...rows.map((cells) => stringWidth(cells[i] ?? ''))));
  return rows.map((cells) =>
    aligns
      .map((align, i) => pad(cells[i] ?? '', widths[i] ?? 0, align))
      .join('  ')
      .trimEnd(),
  );
}

function pad(text: string, width: number, align: Align): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Indents lines. */
export const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));
