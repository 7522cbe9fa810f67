import { rankWays } from '../../src/planning/compile/rank-ways.ts';
import type { LegClass, ProblemDraft, SeriesDraft, SlotDraft, WayTable } from '../../src/engine/problem/draft.ts';
import { FAR, type Problem } from '../../src/engine/problem/layout.ts';
import { packProblem } from '../../src/engine/problem/pack-problem.ts';
import { type Amount, FORBIDDEN, type Term } from '../../src/terms/terms.ts';
import { type Random, createRandom } from '../../src/kernel/random.ts';

/** How large a random problem may be. */
export interface ProblemSize {
  readonly slots: number;
  readonly days: number;
  readonly series: number;
  readonly places: number;
}

/** A problem with a random selection of all terms; equal seeds give equal problems. */
export function randomProblem(seed: number, size: ProblemSize): Problem {
  const random = createRandom(seed);
  const draft = randomDraft(random, size);
  return packProblem(draft);
}

/** The same where no detour over a third place is quicker than the leg itself. */
export function triangularProblem(seed: number, size: ProblemSize): Problem {
  const draft = randomDraft(createRandom(seed), size);
  return packProblem({
    ...draft,
    legClasses: draft.legClasses.map((legs) => (legs.ways === null ? quickest(legs, draft.placeCount) : legs)),
  });
}

/** Legs that take the quickest of all detours; prices stay. */
function quickest({ time, price }: LegClass, placeCount: number): LegClass {
  const least = [...time];
  const at = (from: number, to: number) => least[from * placeCount + to] ?? FAR;
  for (let via = 0; via < placeCount; via++) {
    for (let from = 0; from < placeCount; from++) {
      for (let to = 0; to < placeCount; to++) {
        least[from * placeCount + to] = Math.min(at(from, to), at(from, via) + at(via, to));
      }
    }
  }
  return { time: Int32Array.from(least), price, ways: null };
}

/** The same with nothing but legs, stays, latest ends, a capacity and prices of visits left out: its days are plain. */
export function plainProblem(seed: number, size: ProblemSize): Problem {
  const draft = randomDraft(createRandom(seed), size);
  return packProblem({
    ...draft,
    legClasses: draft.legClasses.map(({ time }) => ({ time, price: null, ways: null })),
    terms: draft.terms.filter(isPlain),
  });
}

function isPlain(term: Term): boolean {
  if (term.term !== 'aggregate') return term.term === 'unserved' || term.term === 'slot' || term.term === 'dwell';
  // Amounts differ between odd and even slots; one of them is a capacity.
  return term.price === FORBIDDEN && (term.of === 'end' || (typeof term.of === 'object' && term.slot % 2 === 0));
}

function randomDraft(random: Random, size: ProblemSize): ProblemDraft {
  const between = (from: number, until: number) => from + random.below(until - from + 1);
  const dayCount = between(1, size.days);
  const placeCount = between(2, size.places);
  const classes = between(1, 2);
  const slots = Array.from({ length: between(1, size.slots) }, (_, slot): SlotDraft => ({
    day: random.below(dayCount),
    rep: random.below(2),
    legClass: random.below(classes),
    from: 0,
    to: random.below(2),
    start: between(0, 60),
    twins: slot,
    // Breaks pushed past the end have to be over by then, as before a duty that closes the day.
    ...(slot % 2 === 0 ? { restBy: 240 } : {}),
  }));
  const series = Array.from({ length: between(1, size.series) }, () => randomSeries(random, dayCount, placeCount));
  // Every other series eases limits of the end by its stay.
  const easing = { per: Int32Array.from(series, ({ dwell }, s) => (s % 2 === 0 ? dwell : 0)) };
  return {
    dayCount,
    placeCount,
    slots,
    series,
    legClasses: Array.from({ length: classes }, () =>
      random.next() < 0.3 ? randomWays(random, placeCount) : randomLegs(random, placeCount),
    ),
    mostAway: between(1, 4),
    terms: [...slots.keys()]
      .flatMap((slot) => slotTerms(random, slot, series, easing))
      .concat([...series.keys()].flatMap((s) => seriesTerms(random, s, { series, slots, dayCount })))
      .concat(groupTerms(random, slots, series))
      .concat(companyTerms(random, series)),
  };
}

function randomSeries(random: Random, dayCount: number, placeCount: number): SeriesDraft {
  const visits = 1 + random.below(Math.min(3, dayCount));
  const split = visits > 1 && random.next() < 0.3 ? 1 + random.below(dayCount) : dayCount;
  return {
    place: random.below(placeCount),
    dwell: random.below(30),
    visits: Array.from({ length: visits }, (_, n) =>
      n === 0 || split === dayCount ? { first: 0, last: split - 1 } : { first: split, last: dayCount - 1 },
    ),
    patterns: random.next() < 0.2 ? Array.from({ length: 2 }, () => randomPattern(random, visits, dayCount)) : [],
  };
}

function randomPattern(random: Random, visits: number, dayCount: number): number {
  let bits = 0;
  while (bits.toString(2).replaceAll('0', '').length < visits) bits |= 1 << random.below(dayCount);
  return bits;
}

/** Times on a small map that is no metric space: some legs are missing, some take a detour. */
function randomLegs(random: Random, placeCount: number): LegClass {
  const points = Array.from({ length: placeCount }, () => [random.below(50), random.below(50)] as const);
  const time = Int32Array.from({ length: placeCount * placeCount }, (_, leg) => {
    const [from, to] = [points[Math.floor(leg / placeCount)] ?? [0, 0], points[leg % placeCount] ?? [0, 0]];
    const detour = random.next() < 0.2 ? random.below(60) : 0;
    return random.next() < 0.05 ? FAR : Math.round(Math.hypot(from[0] - to[0], from[1] - to[1])) + detour;
  });
  const price = random.next() < 0.5 ? time.map(() => (random.next() < 0.2 ? random.below(40) : 0)) : null;
  return { time, price, ways: null };
}

/** A way that takes so many times as long. */
function slower({ time, cost }: WayTable, times: number): WayTable {
  const more = (leg: number) => (time[leg] ?? 0) * (times - 1);
  const grown = (value: number, leg: number) => (value === FAR ? FAR : value + more(leg));
  return { time: time.map(grown), cost: cost.map(grown) };
}

/** A ride that takes so many seconds more for parking, wherever it goes. */
function parkedEachTime({ time, cost }: WayTable, parking: number, placeCount: number): WayTable {
  const parked = (seconds: number, leg: number) =>
    seconds === FAR || Math.floor(leg / placeCount) === leg % placeCount ? seconds : seconds + parking;
  return { time: time.map(parked), cost: cost.map(parked) };
}

/** Legs with up to three free modes and up to two vehicles as ways. */
function randomWays(random: Random, placeCount: number): LegClass {
  const tables = (most: number) =>
    Array.from({ length: random.below(most + 1) }, (): WayTable => {
      const { time, price } = randomLegs(random, placeCount);
      return { time, cost: time.map((seconds, leg) => (seconds === FAR ? FAR : seconds + (price?.[leg] ?? 0))) };
    });
  const slow = 1 + random.below(3);
  const modes = tables(3).map((mode) => slower(mode, slow));
  const free = rankWays(
    modes.map((_, mode) => String(mode)),
    placeCount * placeCount,
    modes,
  );
  const rides = tables(2).map((ride) => parkedEachTime(ride, random.below(40), placeCount));
  const all = [...free, ...rides];
  if (all.length === 0) return randomLegs(random, placeCount);
  const least = (of: (way: WayTable) => Int32Array) =>
    Int32Array.from({ length: placeCount * placeCount }, (_, leg) => Math.min(...all.map((way) => of(way)[leg] ?? FAR)));
  const time = least((way) => way.time);
  const cost = least((way) => way.cost);
  return { time, price: cost.map((sum, leg) => (sum === FAR ? 0 : sum - (time[leg] ?? 0))), ways: { free, rides } };
}

function slotTerms(random: Random, slot: number, series: readonly SeriesDraft[], easing: Amount): readonly Term[] {
  const some = (chance: number, term: () => Term): readonly Term[] => (random.next() < chance ? [term()] : []);
  const amount = () => ({ per: Int32Array.from(series, (_, s) => (s % 2 === 0 ? 1 : 1 + (slot % 2))) });
  const price = () => random.below(50) / 4;
  return [
    { term: 'aggregate', slot, of: 'end', side: 'above', limit: 120 + random.below(300), price: FORBIDDEN },
    ...some(0.3, () => ({ term: 'aggregate', slot, of: 'end', side: 'above', limit: 60 + random.below(200), price: price() })),
    ...some(0.2, () => {
      const eased = { by: easing, most: random.below(40) };
      return { term: 'aggregate', slot, of: 'end', side: 'above', limit: 60 + random.below(150), price: price(), eased };
    }),
    ...some(0.2, () => ({ term: 'aggregate', slot, of: 'travel', side: 'above', limit: random.below(100), price: price() })),
    ...some(0.2, () => ({ term: 'aggregate', slot, of: 'work', side: 'above', limit: random.below(150), price: price() })),
    ...some(0.2, () => ({ term: 'aggregate', slot, of: 'first', side: 'above', limit: random.below(90), price: price() })),
    ...some(0.2, () => ({ term: 'aggregate', slot, of: 'first', side: 'above', limit: 50 + random.below(100), price: FORBIDDEN })),
    ...some(0.1, () => ({ term: 'aggregate', slot, of: 'travel', side: 'above', limit: 60 + random.below(150), price: FORBIDDEN })),
    ...some(0.1, () => ({ term: 'aggregate', slot, of: 'work', side: 'above', limit: 60 + random.below(250), price: FORBIDDEN })),
    ...some(0.4, () => ({ term: 'aggregate', slot, of: amount(), side: 'below', limit: random.below(6), price: price() })),
    ...some(0.2, () => ({ term: 'aggregate', slot, of: amount(), side: 'above', limit: random.below(3), price: price() })),
    ...some(0.2, () => ({ term: 'aggregate', slot, of: amount(), side: 'above', limit: 1 + random.below(3), price: FORBIDDEN })),
    ...some(0.3, () => ({ term: 'opening', slot, price: random.below(60) })),
    ...some(0.4, () => {
      const earliest = 60 + random.below(100);
      return { term: 'activity', slot, earliest, latest: earliest + random.below(60), length: 10 + random.below(40), place: null };
    }),
    ...some(0.15, () => {
      const earliest = 150 + random.below(100);
      return { term: 'activity', slot, earliest, latest: earliest, length: 10 + random.below(40), place: 0 };
    }),
    ...some(0.1, () => ({ term: 'activity', slot, earliest: 30, latest: 50, length: 15, place: null })),
  ];
}

type Sizes = Pick<ProblemDraft, 'series' | 'slots' | 'dayCount'>;

function seriesTerms(random: Random, s: number, { series, slots, dayCount }: Sizes): readonly Term[] {
  const some = (chance: number, term: () => Term): readonly Term[] => (random.next() < chance ? [term()] : []);
  const { visits, dwell } = series[s] ?? { visits: [], dwell: 0 };
  return [
    ...fallingPrices(random, visits).map((price, visit): Term => ({ term: 'unserved', series: s, visit, price })),
    ...slots.flatMap((_, slot) => [
      ...some(0.1, (): Term => ({ term: 'slot', series: s, slot, price: FORBIDDEN })),
      ...some(0.1, (): Term => ({ term: 'slot', series: s, slot, price: random.below(50) })),
    ]),
    ...Array.from({ length: dayCount }, (_, day) => day).flatMap((day) =>
      some(0.5, () => {
        const from = random.below(120);
        const until = from + dwell + random.below(120);
        const second = { from: until + 20, until: until + 60 + dwell };
        return { term: 'windows', series: s, day, windows: random.next() < 0.4 ? [{ from, until }, second] : [{ from, until }] };
      }),
    ),
    ...some(0.5, () => {
      const [least, most] = [1 + random.below(3), 1 + random.below(5)];
      return {
        term: 'gap',
        series: s,
        before: random.next() < 0.5 ? -1 - random.below(4) : null,
        between: (days) => 20 * Math.max(0, least - days) + 15 * Math.max(0, days - most),
        open: (days) => 15 * Math.max(0, days - most),
        ...(random.next() < 0.5
          ? { given: { first: (days: number) => 15 * Math.max(0, days - most), between: (days: number) => 5 * Math.max(0, days - most) } }
          : {}),
      };
    }),
    ...some(0.2, () => ({ term: 'weekday', series: s, price: random.below(30) })),
    ...some(0.2, () => ({ term: 'same-rep', series: s, price: random.below(30) })),
    ...some(0.2, () => ({ term: 'phase', series: s, from: 0, until: random.below(dayCount), least: 1, price: random.below(60) })),
    ...Array.from({ length: dayCount }, (_, day) => day).flatMap((day) =>
      some(0.3, () => ({
        term: 'agreed',
        series: s,
        day,
        start: 60 + random.below(120),
        price: random.next() < 0.5 ? 0 : random.below(60),
      })),
    ),
    ...some(0.1, () => ({ term: 'order', series: s, price: 3600 * random.below(3) })),
    ...some(0.4, () => ({ term: 'line', series: s, line: `line ${random.below(2)}`, price: 25 })),
    ...some(0.1, () => ({ term: 'dwell', series: s, least: random.below(20) })),
  ];
}

/** Visits of one cycle are interchangeable, the dearest first. */
function fallingPrices(random: Random, visits: SeriesDraft['visits']): readonly number[] {
  const prices = visits.map(({ first }) => ({ first, price: 100 + random.below(400) }));
  return prices.toSorted((a, b) => a.first - b.first || b.price - a.price).map(({ price }) => price);
}

/** Some series count for another one's gaps, and some stay apart from another. */
function companyTerms(random: Random, series: readonly SeriesDraft[]): readonly Term[] {
  if (random.next() < 0.5) return [];
  return [...series.keys()].flatMap((s): readonly Term[] => {
    const others = [...series.keys()].filter((other) => other > s && random.next() < 0.4);
    return others.flatMap((other): readonly Term[] => {
      const [isApart, days] = [random.next() < 0.6, 1 + random.below(2)];
      return [
        ...(random.next() < 0.7 ? [{ term: 'counts', series: other, towards: s } satisfies Term] : []),
        ...(isApart ? [{ term: 'apart', series: s, other, days } satisfies Term] : []),
      ];
    });
  });
}

function groupTerms(random: Random, slots: readonly SlotDraft[], series: readonly SeriesDraft[]): readonly Term[] {
  if (random.next() < 0.6) return [];
  const members = [...slots.keys()].filter(() => random.next() < 0.7);
  const of = { per: Int32Array.from(series, () => 1) };
  return [{ term: 'group', slots: members, of, side: random.next() < 0.5 ? 'above' : 'below', limit: random.below(4), price: 17.5 }];
}
