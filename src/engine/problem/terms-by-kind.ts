import { assert } from '../../kernel/assert.ts';
import type { Term } from '../../terms/terms.ts';

/** Terms of one kind, in the order in which rules gave them. */
export type TermsOf = <K extends Term['term']>(kind: K) => readonly Extract<Term, { term: K }>[];

/** Sorts terms by kind. Leg terms are settled before a problem is packed. */
export function termsByKind(all: readonly Term[]): TermsOf {
  const kinds = Map.groupBy(all, ({ term }) => term);
  assert(!kinds.has('leg'), 'Leg terms are settled before a problem is packed.');
  return (kind) => (kinds.get(kind) ?? []).filter((term): term is Extract<Term, { term: typeof kind }> => term.term === kind);
}
