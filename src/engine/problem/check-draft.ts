import { assert } from '../../kernel/assert.ts';
import type { AggregateTerm, Amount, Term } from '../../terms/terms.ts';
import type { ProblemDraft } from './draft.ts';
import { MOST_FREE_WAYS, MOST_PATTERN_DAYS, MOST_STOPS_AWAY } from './layout.ts';
import type { Unpacked } from './unpacked.ts';

/** Numbers from this one on do not fit an Int32. */
const INT32 = 2 ** 31;

/** Asserts that a problem can express all of a draft: nothing is cut off or overwritten without notice. */
export function checkDraft(unpacked: Unpacked): void {
  const { draft } = unpacked;
  checkDays(draft);
  checkWays(draft);
  for (const term of draft.terms) {
    checkIndices(draft, term);
    checkNumbers(term);
    if (term.term === 'aggregate') checkAggregate(term);
  }
  checkAmounts(unpacked);
  checkLines(unpacked);
}

function checkDays({ dayCount, series }: ProblemDraft): void {
  for (const [s, { visits, patterns }] of series.entries()) {
    for (const { first, last } of visits) {
      assert(first >= 0 && last < dayCount, 'The days of a visit lie within the horizon.', { series: s, first, last, dayCount });
    }
    if (patterns.length === 0) continue;
    assert(dayCount <= MOST_PATTERN_DAYS, 'The days of a pattern fit its bits.', { series: s, dayCount, most: MOST_PATTERN_DAYS });
    for (const pattern of patterns) {
      assert(pattern >= 0 && pattern < 2 ** dayCount, 'A pattern has only days of the horizon.', { series: s, pattern, dayCount });
    }
  }
}

function checkWays({ legClasses, placeCount, mostAway }: ProblemDraft): void {
  assert(mostAway <= MOST_STOPS_AWAY, 'Stops away from a vehicle can be counted.', { mostAway, most: MOST_STOPS_AWAY });
  for (const [legClass, { time, ways }] of legClasses.entries()) {
    const free = ways?.free.length ?? 0;
    assert(time.length === placeCount ** 2, 'A leg class has a leg for each pair of places.', { legClass, legs: time.length, placeCount });
    assert(free <= MOST_FREE_WAYS, 'The free ways of a leg can be counted.', { legClass, free, most: MOST_FREE_WAYS });
  }
}

/** A term outside the draft would count for nothing, or for something else. */
function checkIndices({ slots, series, dayCount, placeCount }: ProblemDraft, term: Term): void {
  for (const slot of 'slot' in term ? [term.slot] : term.term === 'group' ? term.slots : []) {
    assert(slot in slots, 'A term names a slot of the draft.', { term: term.term, slot });
  }
  if ('series' in term) assert(term.series in series, 'A term names a series of the draft.', { term: term.term, series: term.series });
  for (const other of term.term === 'counts' ? [term.towards] : term.term === 'apart' ? [term.other] : []) {
    assert(other in series && 'series' in term && other !== term.series, 'A term names another series of the draft.', {
      term: term.term,
      other,
    });
  }
  if (term.term === 'unserved') {
    const visits = series[term.series]?.visits.length ?? 0;
    assert(term.visit < visits, 'A term names a visit of its series.', { series: term.series, visit: term.visit, visits });
  }
  if (term.term === 'windows' || term.term === 'agreed')
    assert(term.day < dayCount, 'A term names a day of the horizon.', { day: term.day, dayCount });
  if (term.term === 'activity' && term.place !== null) {
    assert(term.place < placeCount, 'A term names a place of the draft.', { place: term.place, placeCount });
  }
}

/** Prices that are kept as whole numbers have no fraction, and only some of them may be `FORBIDDEN`. */
function checkNumbers(term: Term): void {
  if (term.term === 'group') {
    assert(term.price < Infinity, 'A group is priced only.', { limit: term.limit, price: term.price });
    assert(Number.isInteger(term.limit), 'A limit is a whole number.', { term: term.term, limit: term.limit });
    return;
  }
  if (!('price' in term) || typeof term.price !== 'number' || term.term === 'aggregate') return;
  const isForbidden = term.term === 'slot' && term.price === Infinity;
  const isWhole = Number.isInteger(term.price) && term.price >= 0 && term.price < INT32;
  assert(isForbidden || isWhole, 'A price is a whole number of seconds.', { term: term.term, price: String(term.price) });
}

function checkAggregate({ of, side, limit, price, eased }: AggregateTerm): void {
  const figure = typeof of === 'string' ? of : 'amount';
  assert(Number.isInteger(limit), 'A limit is a whole number.', { of: figure, limit });
  assert(side === 'above' || price < Infinity, 'Nothing is forbidden below a limit.', { of: figure, limit });
  assert(side === 'above' || typeof of !== 'string', 'Times of a slot are priced above a limit only.', { of: figure, side });
  const isPricedEnd = of === 'end' && price < Infinity;
  assert(eased === undefined || isPricedEnd, 'Only prices above a limit of the end are eased.', { of: figure, price: String(price) });
}

function checkAmounts({ draft, terms }: Unpacked): void {
  const eased = terms('aggregate').flatMap((term) => term.eased?.by ?? []);
  const own = [...terms('aggregate'), ...terms('group')].flatMap(({ of }) => (typeof of === 'string' ? [] : of));
  for (const { per } of [...own, ...eased]) {
    assert(per.length === draft.series.length, 'An amount has a number for each series.', { per: per.length, series: draft.series.length });
  }
  const [first] = eased;
  if (first === undefined) return;
  const isShared = eased.every((other) => isSame(first, other));
  assert(isShared, 'All limits that are eased share one amount.', { limits: eased.length });
}

const isSame = (one: Amount, other: Amount): boolean => one.per === other.per || one.per.every((units, s) => units === other.per[s]);

function checkLines({ terms }: Unpacked): void {
  const lineOf = new Map<number, string>();
  const [first] = terms('line');
  for (const { series, line, price } of terms('line')) {
    assert(!lineOf.has(series), 'A series is on one line.', { series, lines: [lineOf.get(series), line] });
    assert(price === first?.price, 'All lines have one price.', { prices: [first?.price, price] });
    lineOf.set(series, line);
  }
}
