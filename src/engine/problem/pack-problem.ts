import { assert } from '../../kernel/assert.ts';
import type { LegClass, ProblemDraft, SeriesDraft, WayTable } from './draft.ts';
import { END, FAR, FIRST, NEVER, type Problem, TRAVEL, WORK } from './layout.ts';
import { nearestSeries } from './nearest-series.ts';
import { packAmounts } from './pack-amounts.ts';
import { packCalendar } from './pack-calendar.ts';
import { packWindows } from './pack-windows.ts';
import { csr, shared } from './shared.ts';
import { type TermsOf, termsByKind } from './terms-by-kind.ts';
import type { ActivityTerm, AggregateTerm } from '../../terms/terms.ts';

/** Price of leaving out a duty: far above any plan's other costs, so that it only happens when it cannot be kept. */
const DUTY_PRICE = 2 ** 27;

/** Sums the terms of a draft into the arrays that the search reads. */
export function packProblem(draft: ProblemDraft): Problem {
  const terms = termsByKind(draft.terms);
  const duties = terms('activity').filter(({ place }) => place !== null);
  const series = [...draft.series, ...duties.map((duty) => dutySeries(draft, duty))];
  const firstDuty = draft.series.length;
  const windows = packWindows(draft, series, terms, duties);
  const orders = sumBySeries(series.length, terms('order'));
  const seriesPlace = ints(series.map(({ place }) => place));
  const legTime = stackLegs(draft, ({ time }) => time);
  const isPriced = draft.legClasses.some(({ price, ways }) => price !== null || ways !== null);
  return {
    dayCount: draft.dayCount,
    placeCount: draft.placeCount,
    seriesCount: series.length,
    firstDuty,
    ...packSlots(draft, terms, { openSet: windows.openSet, orders }),
    ...packAmounts(draft, series.length, terms),
    ...windows,
    ...packVisits(series, firstDuty, draft.slots.length, terms),
    seriesPlace,
    seriesOrder: orders,
    slotPrice: slotPrices(draft.slots.length, series.length, terms, duties),
    legTime,
    legCost: isPriced ? stackLegs(draft, pricedLegs) : legTime,
    ...packWays(draft),
    ...packLabels(series.length, terms),
    ...packCalendar(draft.dayCount, series, terms),
    ...nearestSeries(seriesPlace, legTime, draft.placeCount),
  };
}

const ints = (numbers: readonly number[]): Int32Array => shared(Int32Array, numbers);

type Slots = Pick<
  Problem,
  | 'slotCount'
  | 'mostBreaks'
  | 'slotDay'
  | 'slotRep'
  | 'slotClass'
  | 'slotFrom'
  | 'slotTo'
  | 'slotStart'
  | 'slotKind'
  | 'slotLatest'
  | 'slotFirstCap'
  | 'slotTravelCap'
  | 'slotWorkCap'
  | 'slotOpening'
  | 'slotLabelled'
  | 'dayStart'
  | 'daySlots'
  | 'breakStart'
  | 'breakEarliest'
  | 'breakLatest'
  | 'breakLength'
  | 'hingeStart'
  | 'hingeOf'
  | 'hingeLimit'
  | 'hingePrice'
  | 'easedStart'
  | 'easedLimit'
  | 'easedMost'
  | 'easedPrice'
>;

/** What is said of rep-days alone. */
function packSlots(
  draft: ProblemDraft,
  terms: TermsOf,
  { openSet, orders }: { readonly openSet: Int32Array; readonly orders: Int32Array },
): Slots {
  const { slots } = draft;
  const days = csrOfGroups(
    slots.map(({ day }) => day),
    draft.dayCount,
  );
  const breaks = slots.map((_, slot) => breaksOf(terms('activity'), slot));
  const busy = new Set(terms('activity').map(({ slot }) => slot));
  return {
    slotCount: slots.length,
    mostBreaks: Math.max(0, ...breaks.map(({ length }) => length)),
    slotDay: ints(slots.map(({ day }) => day)),
    slotRep: ints(slots.map(({ rep }) => rep)),
    slotClass: ints(slots.map(({ legClass }) => legClass)),
    slotFrom: ints(slots.map(({ from }) => from)),
    slotTo: ints(slots.map(({ to }) => to)),
    slotStart: ints(slots.map(({ start }) => start)),
    slotKind: ints(slots.map(({ kind }) => kind)),
    slotLatest: capOf(slots.length, terms('aggregate'), 'end'),
    slotFirstCap: capOf(slots.length, terms('aggregate'), 'first'),
    slotTravelCap: capOf(slots.length, terms('aggregate'), 'travel'),
    slotWorkCap: capOf(slots.length, terms('aggregate'), 'work'),
    slotOpening: openings(slots.length, terms),
    slotLabelled: labelled(draft, busy, openSet, orders),
    dayStart: days.start,
    daySlots: days.members,
    breakStart: csr(breaks.map(({ length }) => length)),
    breakEarliest: ints(breaks.flat().map(({ earliest }) => earliest)),
    breakLatest: ints(breaks.flat().map(({ latest }) => latest)),
    breakLength: ints(breaks.flat().map(({ length }) => length)),
    ...hinges(slots.length, terms('aggregate')),
    ...easedLimits(slots.length, terms('aggregate')),
  };
}

type Visits = Pick<Problem, 'visitCount' | 'mostStops' | 'seriesStart' | 'visitSeries' | 'visitFirst' | 'visitLast' | 'visitPrice'>;

/** Visits one by one, series after series. */
function packVisits(series: readonly SeriesDraft[], firstDuty: number, slotCount: number, terms: TermsOf): Visits {
  const visits = series.flatMap((one, index) => one.visits.map((visit) => ({ ...visit, series: index })));
  const seriesStart = csr(series.map(({ visits: own }) => own.length));
  return {
    visitCount: visits.length,
    mostStops: mostStops(visits.length, slotCount),
    seriesStart,
    visitSeries: ints(visits.map(({ series: s }) => s)),
    visitFirst: ints(visits.map(({ first }) => first)),
    visitLast: ints(visits.map(({ last }) => last)),
    visitPrice: visitPrices(visits.length, seriesStart, firstDuty, terms),
  };
}

function packLabels(seriesCount: number, terms: TermsOf): Pick<Problem, 'labelCount' | 'labelPrice' | 'seriesLabel'> {
  const labels = [...new Set(terms('label').map(({ label }) => label))];
  const seriesLabel = shared(Int32Array, seriesCount).fill(-1);
  for (const { series, label } of terms('label')) seriesLabel[series] = labels.indexOf(label);
  return { labelCount: labels.length, labelPrice: Math.max(0, ...terms('label').map(({ price }) => price)), seriesLabel };
}

function dutySeries(draft: ProblemDraft, { slot, length, place }: ActivityTerm): SeriesDraft {
  const day = draft.slots[slot]?.day ?? 0;
  return { place: place ?? 0, dwell: length, visits: [{ first: day, last: day }], patterns: [] };
}

const breaksOf = (activities: readonly ActivityTerm[], slot: number): readonly ActivityTerm[] =>
  activities.filter((activity) => activity.slot === slot && activity.place === null).toSorted((a, b) => a.earliest - b.earliest);

/** Rows of a table [r, n + 2] that must stay within memory; no day of field work comes near the limit. */
const mostStops = (visitCount: number, slotCount: number): number => Math.min(visitCount, Math.max(64, Math.floor(4_000_000 / slotCount)));

function csrOfGroups(groupOf: readonly number[], groupCount: number): { start: Int32Array; members: Int32Array } {
  const members = Array.from({ length: groupCount }, (_, group) => groupOf.flatMap((own, index) => (own === group ? [index] : [])));
  return { start: csr(members.map(({ length }) => length)), members: shared(Int32Array, members.flat()) };
}

function sumBySeries(seriesCount: number, terms: readonly { series: number; price: number }[]): Int32Array {
  const sums = shared(Int32Array, seriesCount);
  for (const { series, price } of terms) sums[series] = (sums[series] ?? 0) + price;
  return sums;
}

function stackLegs({ legClasses, placeCount }: ProblemDraft, of: (legs: LegClass) => Int32Array): Int32Array {
  const stack = shared(Int32Array, legClasses.length * placeCount * placeCount);
  legClasses.forEach((legs, index) => stack.set(of(legs), index * placeCount * placeCount));
  return stack;
}

type Ways = Pick<Problem, 'wayStart' | 'freeWays' | 'wayTime' | 'wayCost' | 'mostAway'>;

/** Ways class by class, free ones first. */
function packWays({ legClasses, placeCount, mostAway }: ProblemDraft): Ways {
  const ways = legClasses.map((legs) => (legs.ways === null ? [] : [...legs.ways.free, ...legs.ways.rides]));
  const stack = (of: (way: WayTable) => Int32Array) => {
    const stacked = shared(Int32Array, ways.flat().length * placeCount * placeCount);
    ways.flat().forEach((way, index) => stacked.set(of(way), index * placeCount * placeCount));
    return stacked;
  };
  return {
    wayStart: csr(ways.map(({ length }) => length)),
    freeWays: ints(legClasses.map((legs) => legs.ways?.free.length ?? 0)),
    wayTime: stack(({ time }) => time),
    wayCost: stack(({ cost }) => cost),
    mostAway,
  };
}

const pricedLegs = ({ time, price }: LegClass): Int32Array =>
  price === null ? time : time.map((seconds, leg) => (seconds === FAR ? FAR : seconds + (price[leg] ?? 0)));

function capOf(slotCount: number, terms: readonly AggregateTerm[], aggregate: 'end' | 'first' | 'travel' | 'work'): Int32Array {
  const caps = shared(Int32Array, slotCount).fill(NEVER);
  for (const { slot, of, price, limit } of terms) {
    if (of === aggregate && price === Infinity) caps[slot] = Math.min(caps[slot] ?? NEVER, limit);
  }
  return caps;
}

function openings(slotCount: number, terms: TermsOf): Int32Array {
  const prices = shared(Int32Array, slotCount);
  for (const { slot, price } of terms('opening')) prices[slot] = (prices[slot] ?? 0) + price;
  return prices;
}

const HINGED = { travel: TRAVEL, work: WORK, end: END, first: FIRST } as const;

type Hinges = Pick<Problem, 'hingeStart' | 'hingeOf' | 'hingeLimit' | 'hingePrice'>;

function hinges(slotCount: number, terms: readonly AggregateTerm[]): Hinges {
  const priced = terms.flatMap(({ slot, of, side, limit, price, eased }) => {
    if (typeof of !== 'string' || price === Infinity || eased !== undefined) return [];
    assert(side === 'above', 'Times of a slot are priced above a limit only.', { of, side });
    return [{ slot, of: HINGED[of], limit, price }];
  });
  const bySlot = Array.from({ length: slotCount }, (_, slot) => priced.filter((term) => term.slot === slot));
  return {
    hingeStart: csr(bySlot.map(({ length }) => length)),
    hingeOf: shared(
      Uint8Array,
      bySlot.flat().map(({ of }) => of),
    ),
    hingeLimit: ints(bySlot.flat().map(({ limit }) => limit)),
    hingePrice: shared(
      Float64Array,
      bySlot.flat().map(({ price }) => price),
    ),
  };
}

type Eased = Pick<Problem, 'easedStart' | 'easedLimit' | 'easedMost' | 'easedPrice'>;

function easedLimits(slotCount: number, terms: readonly AggregateTerm[]): Eased {
  const priced = terms.flatMap(({ slot, of, side, limit, price, eased }) => {
    if (eased === undefined) return [];
    assert(of === 'end' && side === 'above' && price < Infinity, 'Only prices above a limit of the end are eased.', { of, side, price });
    return [{ slot, limit, price, most: eased.most }];
  });
  const bySlot = Array.from({ length: slotCount }, (_, slot) => priced.filter((term) => term.slot === slot));
  return {
    easedStart: csr(bySlot.map(({ length }) => length)),
    easedLimit: ints(bySlot.flat().map(({ limit }) => limit)),
    easedMost: ints(bySlot.flat().map(({ most }) => most)),
    easedPrice: shared(
      Float64Array,
      bySlot.flat().map(({ price }) => price),
    ),
  };
}

function labelled(draft: ProblemDraft, busy: ReadonlySet<number>, openSet: Int32Array, orders: Int32Array): Uint8Array {
  const ordered = orders.some((price) => price > 0);
  const splitDays = new Set(Array.from(openSet, (set, cell) => (set >= 0 ? cell % draft.dayCount : -1)));
  return shared(
    Uint8Array,
    draft.slots.map(({ day, legClass }, slot) => {
      const choosing = (draft.legClasses[legClass]?.ways ?? null) !== null;
      return ordered || choosing || busy.has(slot) || splitDays.has(day) ? 1 : 0;
    }),
  );
}

function visitPrices(visitCount: number, seriesStart: Int32Array, firstDuty: number, terms: TermsOf): Int32Array {
  const prices = shared(Int32Array, visitCount);
  for (const { series, visit, price } of terms('unserved')) {
    const index = (seriesStart[series] ?? 0) + visit;
    prices[index] = (prices[index] ?? 0) + price;
  }
  return prices.fill(DUTY_PRICE, seriesStart[firstDuty]);
}

function slotPrices(slotCount: number, seriesCount: number, terms: TermsOf, duties: readonly ActivityTerm[]): Int32Array {
  const prices = shared(Int32Array, seriesCount * slotCount);
  for (const { series, slot, price } of terms('slot')) {
    const at = series * slotCount + slot;
    prices[at] = Math.min(NEVER, (prices[at] ?? 0) + Math.min(NEVER, price));
  }
  duties.forEach((duty, index) => {
    const row = (seriesCount - duties.length + index) * slotCount;
    prices.fill(NEVER, row, row + slotCount);
    prices[row + duty.slot] = 0;
  });
  return prices;
}
