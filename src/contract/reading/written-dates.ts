import { type Day, formatDay, parseDay } from '../../domain/calendar.ts';

/** A date with its year first, as spreadsheets save it: 2027/1/4, 2027.1.4, 2027年1月4日, 20270104. */
const YEAR_FIRST = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号.]?$|^(20\d{2}|21\d{2})(\d{2})(\d{2})$/;
/** A date with its year last: 04/01/2027, 4.1.2027. */
const YEAR_LAST = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})\.?$/;
/** A time after a date; a weekday before or after it. */
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?$/;
const WEEKDAY = /^(?:周|星期)[一二三四五六日天] ?| ?\(?(?:周|星期)[一二三四五六日天]\)?$/g;

const plain = (written: string) => written.normalize('NFKC').trim().replace(TIME, '').replaceAll(WEEKDAY, '');

const dayOf = (year: string, month: string, date: string): Day | null =>
  parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);

/** The day of a date whose year comes first; null for any other text. */
export function dayWithYearFirst(written: string): Day | null {
  const [, year, month = '', date = '', ...compact] = YEAR_FIRST.exec(plain(written)) ?? [];
  if (year !== undefined) return dayOf(year, month, date);
  const [compactYear, compactMonth = '', compactDate = ''] = compact;
  return compactYear === undefined ? null : dayOf(compactYear, compactMonth, compactDate);
}

/** The days that a date with its year last can mean: with the day first, and with the month first. */
function daysWithYearLast(written: string): readonly Day[] {
  const [, first, second = '', year = ''] = YEAR_LAST.exec(plain(written)) ?? [];
  if (first === undefined) return [];
  const whole = year.length === 2 ? `20${year}` : year;
  return [...new Set([dayOf(whole, second, first), dayOf(whole, first, second)])].filter((day) => day !== null);
}

/** The days from which a spreadsheet's number of a date counts, and the numbers of the years 2000 to 2199. */
const NUMBERED = { first: Date.UTC(1899, 11, 30) / 86_400_000, from: 36_526, to: 109_574 } as const;

/** What a text that is no date of ours can mean, in our form, the likeliest first. */
export function datesMeantBy(written: string): readonly string[] {
  const yearFirst = dayWithYearFirst(written);
  if (yearFirst !== null) return [formatDay(yearFirst)];
  const number = /^\d{5,6}$/.test(written) ? Number(written) : 0;
  if (number >= NUMBERED.from && number <= NUMBERED.to) return [formatDay((NUMBERED.first + number) as Day)];
  return daysWithYearLast(written).map(formatDay);
}

/** Converts a cell with a date whose year comes first. Any other cell stays text, and the schema reports it. */
export function dateCell(cell: string): unknown {
  const day = dayWithYearFirst(cell);
  return day === null ? cell : formatDay(day);
}

/** What stands between the first and the last day of a range, apart from the slash of ISO 8601. */
const RANGE = /^(\d{4}\D.{2,12}?|\d{8}) ?(?:-|–|—|−|~|\/|\.\.|至|到|to) ?(\d{4}\D.{2,12}|\d{8})$/;

/** Converts a cell of dates and ranges, separated by semicolons or commas, to a list. */
export const daysCell = (cell: string): unknown =>
  cell
    .normalize('NFKC')
    .split(/[;,、]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(rangeText);

function rangeText(item: string): unknown {
  const [, first = '', last = ''] = RANGE.exec(item) ?? [];
  const [from, until] = [dayWithYearFirst(first), dayWithYearFirst(last)];
  return from === null || until === null ? dateCell(item) : `${formatDay(from)}/${formatDay(until)}`;
}

const CLOCK = /^(上午|早上|下午|晚上|中午)? ?(\d{1,2}) ?(?:[:点时] ?(?:(\d{2})(?::(\d{2}))?分?|(半))?)? ?([ap])?\.?(?:m\.?)?$/i;

/** Converts a cell with a clock time as people and spreadsheets write it: 10:00:00, 2:30 PM, 下午2点半. */
export function clockCell(cell: string): unknown {
  const written = cell.normalize('NFKC').trim();
  const match = CLOCK.exec(written);
  if (match === null || !/[:点时apAP]/.test(written)) return cell;
  const [, part = '', hour = '', minute = '00', second = '00', half, half12] = match;
  const after = part === '下午' || part === '晚上' || half12?.toLowerCase() === 'p';
  const before = part === '上午' || part === '早上' || half12?.toLowerCase() === 'a';
  if ((after || before) && (Number(hour) > 12 || Number(hour) < 1)) return cell;
  const hours = after ? (Number(hour) % 12) + 12 : before ? Number(hour) % 12 : Number(hour);
  const minutes = half === undefined ? minute : '30';
  return second === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${second}`;
}
