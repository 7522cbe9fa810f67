import { day } from '../../domain/calendar.ts';
import { hours } from '../../kernel/units.ts';

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

/** The largest values of numbers, by what they measure. `docs/guides/your-own-data.md` lists them. */
export const largest = {
  /**
   * A duration, and with it each price. The search keeps single prices in 32 bits, so that each must stay below 2^31
   * seconds. The largest that one rule makes of its price are a wait for a forgotten customer (20 times its price for each
   * of 92 days: 1,840 times), a tier's place in the day (up to 499 times), a moved visit (1,000 times) and a gap (366 times).
   * All prices of one gap together are below 2,500 times the price: 9 × 10^8 of 2.1 × 10^9. A policy has each rule once.
   * Sums over several visits or legs are kept as floating-point numbers, which are exact to 9 × 10^15.
   */
  duration: hours(100),
  /** A number of things: visits, customers, days. */
  count: 500_000,
  /** Copies of a material for one visit. */
  copies: 1000,
  /** Money: a flag fall, a rate, the worth of an hour. */
  money: 100_000,
  /** Kilometres of a fare. */
  kilometres: 1000,
} as const;

/** The least worth of an hour of a rep's time: a unit of money then has the largest price. */
export const LEAST_VALUE_OF_TIME = 0.01;

/** The first and the last day of dates: a spreadsheet's zero date, or a slip in the year, is none of them. */
export const dates = { first: day('2000-01-01'), last: day('2199-12-31') } as const;
