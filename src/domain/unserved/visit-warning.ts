import type { CustomerId } from '../../kernel/ids.ts';
import type { Sentence } from '../../kernel/text.ts';

/** What a check foretells of visits before anything is planned: they can never fit, or a promise of one cannot be kept. */
export interface VisitWarning {
  readonly about: 'never-fits' | 'promise';
  /** The one or two things to blame, as in reasons for unserved visits. */
  readonly because: readonly string[];
  readonly sentence: Sentence;
  /** The customers to whom it applies, in the territory's order, and their visits. */
  readonly customers: readonly CustomerId[];
  readonly visits: number;
}
