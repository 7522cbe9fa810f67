import { assert } from '../../kernel/assert.ts';
import type { Term } from '../../terms/terms.ts';

/** All terms of one name, in the order in which rules gave them. */
export type TermsOf = <K extends Term['term']>(name: K) => readonly Extract<Term, { term: K }>[];

/** Sorts terms by name. Leg terms go into the legs of a draft before, and are none of its terms. */
export function sortTerms(all: readonly Term[]): TermsOf {
  const byName = Map.groupBy(all, ({ term }) => term);
  assert(!byName.has('leg'), 'The terms of a draft are none of legs.');
  return (name) => (byName.get(name) ?? []).filter((term): term is Extract<Term, { term: typeof name }> => term.term === name);
}
