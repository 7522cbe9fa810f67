/** The most characters of a text, by what it is. `docs/guides/your-own-data.md` lists them. */
export const longest = {
  /** An id, a name, a tag, a currency, a date, a clock time or a duration. */
  name: 200,
  /** Visiting hours and shifts. */
  hours: 1000,
  /** A text in the caller's own words, such as the purpose of a request. */
  prose: 2000,
  /** A cell of a table, and a heading. */
  cell: 10_000,
  /** A row of a CSV file. */
  row: 100_000,
} as const;

/** The most entries of a list, by what it holds. `docs/guides/your-own-data.md` lists them. */
export const most = {
  /** Entries of a list such as tags, areas, tiers, rules or ranges of days. */
  entries: 500,
  /** Single days of a list of days, such as leave. */
  days: 1000,
  /** Rows of a table, and entries of the same list in a document. */
  rows: 500_000,
  /** Columns of a table. */
  columns: 200,
  /** Exceptions of a calendar, and days of a holiday file. */
  exceptions: 5000,
  /** Positions of a boundary. */
  positions: 10_000,
  /** Stops or legs of one day of a plan. */
  stops: 2000,
  /** Files of a request. */
  files: 100,
} as const;
