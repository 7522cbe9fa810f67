import solver, { type Model } from 'javascript-lp-solver';
import { assert } from '../kernel/assert.ts';

/** Work of several groups, and the servers who may do it. */
export interface Sharing {
  /** [group] seconds of work needed. */
  readonly needed: readonly number[];
  /** [server] seconds of its time. */
  readonly available: readonly number[];
  /** [group] the servers that may work for it, by index. */
  readonly servers: readonly (readonly number[])[];
}

/** One flow of time from a server to a group. */
interface Share {
  readonly name: string;
  readonly group: number;
  readonly server: number;
}

/**
 * [group] whole seconds of its work that are done when as much as possible is done in total.
 *
 * A transport problem as a linear program; groups and servers are few, so that the simplex method
 * answers at once. Its corners are whole numbers, since the matrix is totally unimodular.
 */
export function mostServed({ needed, available, servers }: Sharing): readonly number[] {
  const shares = servers.flatMap((own, group) => own.map((server): Share => ({ name: `${group}-${server}`, group, server })));
  const limits = [
    ...needed.map((most, group) => [`group-${group}`, { max: most }] as const),
    ...available.map((most, server) => [`server-${server}`, { max: most }] as const),
  ];
  const values = solve({
    optimize: 'served',
    opType: 'max',
    constraints: Object.fromEntries(limits),
    variables: Object.fromEntries(
      shares.map(({ name, group, server }) => [name, { served: 1, [`group-${group}`]: 1, [`server-${server}`]: 1 }]),
    ),
  });
  return needed.map((_, g) => shares.filter(({ group }) => group === g).reduce((sum, { name }) => sum + (values.get(name) ?? 0), 0));
}

/** Variables by name, rounded; those that are 0 are left out. */
function solve(model: Model): ReadonlyMap<string, number> {
  assert(isSolver(solver), 'javascript-lp-solver has changed.');
  const values = Object.entries(solver.Solve(model));
  return new Map(values.map(([name, value]) => [name, Math.round(Number(value))]));
}

/** The package's types describe its CommonJS form; the import here is the solver itself. */
const isSolver = (it: object): it is { readonly Solve: (model: Model) => Readonly<Record<string, unknown>> } => 'Solve' in it;
