import type { ActivityTerm } from '../../terms/terms.ts';
import type { ProblemDraft, SeriesDraft } from './draft.ts';
import { type TermsOf, sortTerms } from './sort-terms.ts';

/** A draft ready for packing: its terms by name, its duties as series behind all others. */
export interface Unpacked {
  readonly draft: ProblemDraft;
  readonly terms: TermsOf;
  readonly series: readonly SeriesDraft[];
  /** Series from this one on are duties. */
  readonly firstDuty: number;
  readonly duties: readonly ActivityTerm[];
}

/** Sorts a draft's terms, and makes a series of each duty. */
export function unpack(draft: ProblemDraft): Unpacked {
  const terms = sortTerms(draft.terms);
  const duties = terms('activity').filter(({ place }) => place !== null);
  const series = [...draft.series, ...duties.map((duty) => seriesOf(draft, duty))];
  return { draft, terms, series, firstDuty: draft.series.length, duties };
}

function seriesOf(draft: ProblemDraft, { slot, length, place }: ActivityTerm): SeriesDraft {
  const day = draft.slots[slot]?.day ?? 0;
  return { place: place ?? 0, dwell: length, visits: [{ first: day, last: day }], patterns: [] };
}
