/** An open stretch of a day, in seconds from midnight. */
export interface Opening {
  readonly from: number;
  readonly until: number;
}

/** Openings by weekday, 1 Monday … 7 Sunday. */
export type Openings = ReadonlyMap<number, readonly Opening[]>;

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/**
 * Reads opening hours such as `Mo-Fr 08:00-12:00,14:00-18:00; Sa off`: a later part replaces earlier
 * ones on its days, no days means all of them. What is said of public holidays (`PH`) is passed over.
 */
export function readOpenings(text: string): Openings {
  const openings = new Map<number, readonly Opening[]>();
  for (const part of text.split(';').map((piece) => piece.trim())) {
    if (part === '' || part.startsWith('PH')) continue;
    const match = /^([A-Z][A-Za-z, -]*?)?\s*(off|closed|24\/7|[\d:,\s-]+)$/.exec(part);
    if (match === null) throw new Error(`"${text}" is not understood: "${part}".`);
    for (const weekday of readWeekdays(match[1] ?? '')) openings.set(weekday, readHours(match[2] ?? ''));
  }
  return openings;
}

/** Whether a stretch of a day lies in one of the openings. */
export const isOpen = (openings: Openings, weekday: number, { from, until }: Opening): boolean =>
  (openings.get(weekday) ?? []).some((opening) => opening.from <= from && until <= opening.until);

function readWeekdays(text: string): readonly number[] {
  if (text === '') return WEEKDAYS.map((_, i) => i + 1);
  return text.split(',').flatMap((range) => {
    const [first = -1, last = first] = range.split('-').map((name) => WEEKDAYS.indexOf(name.trim()));
    if (range.trim() === 'PH') return [];
    if (first < 0 || last < 0) throw new Error(`"${text}" names no weekdays.`);
    // Sa-Mo goes over the week's end.
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, i) => ((first + i) % 7) + 1);
  });
}

function readHours(text: string): readonly Opening[] {
  if (text === '24/7') return [{ from: 0, until: 86_400 }];
  if (text === 'off' || text === 'closed') return [];
  const stretches = text.split(',').map((stretch) => {
    const [from = NaN, until = NaN] = stretch.split('-').map(readClock);
    if (Number.isNaN(from) || Number.isNaN(until)) throw new Error(`"${stretch}" are no hours.`);
    return { from, until: until > from ? until : until + 86_400 };
  });
  return joined(stretches.toSorted((a, b) => a.from - b.from));
}

/** Stretches that touch are one. */
function joined(stretches: readonly Opening[]): readonly Opening[] {
  const apart: Opening[] = [];
  for (const next of stretches) {
    const last = apart.at(-1);
    if (last === undefined || next.from > last.until) apart.push(next);
    else apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
  }
  return apart;
}

function readClock(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  return match === null ? NaN : Number(match[1]) * 3600 + Number(match[2]) * 60;
}
